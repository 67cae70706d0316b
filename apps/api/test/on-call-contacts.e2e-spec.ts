import { ProviderFailure } from '@domain/ports/provider-failure';
import { OnCallWorld } from './on-call-world.js';

interface ContactBody {
  id: string;
  ready: boolean;
  missing: string[];
  verifiedAt: string | null;
  testState: string | null;
}

describe('Contacts and their phones', () => {
  let world: OnCallWorld;

  beforeAll(async () => {
    world = await OnCallWorld.start();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    await world.reset();
    await world.post('contacts', { name: 'Sal', phone: world.phone('Mike T.').replace(/182$/, '199') }).expect(201);
  });

  const contact = async (name: string) =>
    ((await world.get('contacts').expect(200)).body as (ContactBody & { name: string })[]).find(
      (each) => each.name === name,
    )!;
  const sal = () => contact('Sal');
  const salsPhone = () => world.phone('Mike T.').replace(/182$/, '199');
  const textsToSal = () => world.app.telephony.textsTo(salsPhone());
  const codeIn = (words: string | undefined) => /\b(\d{6})\b/.exec(words ?? '')?.[1] ?? '';
  const sendCode = async (channel = 'sms') => world.post(`contacts/${(await sal()).id}/verification`, { channel });
  const confirm = async (code: string) => world.post(`contacts/${(await sal()).id}/verification/confirm`, { code });
  const replies = async (from: string, body: string) =>
    world.app.twilio('sms-incoming', {
      MessageSid: `SM${Math.random().toString(16).slice(2).padEnd(32, '0')}`,
      From: from,
      To: world.line,
      Body: body,
    });

  it('a new phone is consented to with its time, and not ready before it is verified', async () => {
    expect(await sal()).toMatchObject({
      ready: false,
      missing: ['not verified'],
      lineType: 'unknown',
      consentAt: '2026-02-13T03:22:00.000Z',
    });
  });

  it('A32: six digits by text prove it, typed into the app as people type them', async () => {
    await sendCode();
    expect(textsToSal()[0]).toMatch(/^\d{6} is your code for Metro Plumbing's on-call list\./);
    const code = codeIn(textsToSal()[0]);
    const { body } = await confirm(`${code.slice(0, 3)} ${code.slice(3)}`);
    expect(body).toMatchObject({ ready: true, missing: [], verifiedAt: '2026-02-13T03:22:00.000Z' });
    expect((await confirm(code)).status).toBe(400);
  });

  it('a Spanish phone gets its code, the answer to it and its test in Spanish', async () => {
    await world.patch(`contacts/${(await sal()).id}`, { language: 'es' }).expect(200);
    await sendCode();
    expect(textsToSal()[0]).toMatch(/^\d{6} es tu codigo para la guardia de Metro Plumbing\./);
    const code = codeIn(textsToSal()[0]);
    expect((await replies(salsPhone(), code)).text).toContain('este telefono quedo confirmado');
    await world.post(`contacts/${(await sal()).id}/test`).expect(200);
    expect(textsToSal().at(-1)).toMatch(/^Prueba del sistema de emergencias de Metro Plumbing\./);
    expect((await replies(salsPhone(), 'ok')).text).toContain('quedo confirmado para las alertas');
  });

  it('VTCR 1.2: the test text has the PRD’s words and can be answered with OK', async () => {
    await world.post(`contacts/${(await sal()).id}/test`).expect(200);
    expect(textsToSal()).toEqual([
      "This is a test from Metro Plumbing's after-hours system. You're set as the primary on-call contact. Reply OK to confirm.",
    ]);
    expect((await sal()).testState).toBe('sent');
    await replies(salsPhone(), 'OK');
    expect(await sal()).toMatchObject({ ready: true });
  });

  it('no words about an emergency verify a phone: neither 1, nor yes, nor somebody else’s code', async () => {
    await sendCode();
    for (const words of ['1', 'yes', 'on my way', '000000', 'OK']) await replies(salsPhone(), words);
    expect((await sal()).verifiedAt).toBeNull();
  });

  it('the code texted back to the line proves it as well, and a wrong one says so', async () => {
    await sendCode();
    const code = codeIn(textsToSal()[0]);
    expect((await replies(salsPhone(), code === '123456' ? '654321' : '123456')).text).toContain(
      'That is not the code',
    );
    expect((await replies(salsPhone(), code)).text).toContain('this phone is confirmed');
    expect(await sal()).toMatchObject({ ready: true });
    expect((await replies(salsPhone(), code)).text).toContain('not valid any more');
  });

  it('A33: verifying by text switches no channel on', async () => {
    await world.patch(`contacts/${(await sal()).id}`, { channels: ['sms'] }).expect(200);
    await sendCode();
    await confirm(codeIn(textsToSal()[0]));
    expect(await sal()).toMatchObject({ ready: true, channels: ['sms'] });
  });

  it('A34: only those who may change the roster of this account may send a test', async () => {
    const path = `contacts/${(await sal()).id}/verification`;
    await world.as('csr').post(path, {}).expect(403);
    await world.asStranger('post', path).send({}).expect(404);
    expect((await world.ofStranger('post', path).send({})).status).toBe(404);
    expect(textsToSal()).toEqual([]);
  });

  it('five wrong codes void it, also the right one afterwards', async () => {
    await sendCode();
    const code = codeIn(textsToSal()[0]);
    const wrong = code === '000000' ? '111111' : '000000';
    for (let guess = 0; guess < 5; guess++) expect((await confirm(wrong)).body.type).toContain('wrong-code');
    expect((await confirm(code)).body.type).toContain('code-expired');
  });

  it('A36: it works for 15 minutes, and a new one voids the old', async () => {
    await sendCode();
    await sendCode();
    const [first, second] = textsToSal().map(codeIn);
    if (first !== second) expect((await confirm(first!)).status).toBe(400);
    await world.app.clock.advance(15 * 60);
    expect((await confirm(second!)).body.type).toContain('code-expired');
  });

  it('a phone that changed meanwhile has to prove itself anew', async () => {
    await sendCode();
    const code = codeIn(textsToSal()[0]);
    await world.patch(`contacts/${(await sal()).id}`, { phone: salsPhone().replace(/199$/, '198') }).expect(200);
    expect((await confirm(code)).body.type).toContain('code-expired');
  });

  it('A32: where texts are dead a call reads the code out, twice, and takes no keys', async () => {
    await replies(salsPhone(), 'STOP');
    expect((await sendCode('sms')).body.type).toContain('texts-do-not-arrive');
    expect((await sendCode('voice')).status).toBe(202);
    const [call] = world.app.telephony.calls;
    expect(call?.to).toBe(salsPhone());
    const answer = new URL(call!.answerUrl);
    const heard = await world.app
      .twilio(`${answer.pathname.replace('/api/twilio/', '')}${answer.search}`, {
        CallSid: call!.sid,
        CallStatus: 'in-progress',
      })
      .expect(200);
    const [first, second] = [...heard.text.matchAll(/code is ([\d, ]+)\./g)].map((match) =>
      match[1]?.replace(/\D/g, ''),
    );
    expect(first).toMatch(/^\d{6}$/);
    expect(second).toBe(first);
    expect(heard.text).not.toContain('Gather');
    expect((await confirm(first!)).status).toBe(200);
    expect(await sal()).toMatchObject({ ready: false, missing: ['texted STOP'] });
  });

  it('A34: toll fraud: five tests and codes an hour for one phone, and no number abroad', async () => {
    for (let sent = 0; sent < 5; sent++) expect((await sendCode()).status).toBe(202);
    expect((await sendCode()).status).toBe(429);
    await world.post(`contacts/${(await sal()).id}/test`).expect(429);
    await world.app.clock.advance(3601);
    expect((await sendCode()).status).toBe(202);
    await world.post('contacts', { name: 'Eve', phone: '+44 20 7946 0958' }).expect(400);
    await world.post('contacts', { name: 'Eve', phone: '+1 876 555 0100' }).expect(400);
  });

  it('a test that the carrier refuses is shown as failed, and one that arrives as delivered', async () => {
    await world.post(`contacts/${(await sal()).id}/test`).expect(200);
    const test = world.app.telephony.texts.at(-1)!;
    const status = new URL(test.statusUrl);
    const report = (state: string) =>
      world.app.twilio(`message-status${status.search}`, { MessageSid: test.sid, MessageStatus: state }).expect(204);
    await report('delivered');
    expect((await sal()).testState).toBe('delivered');
    world.app.telephony.onSms = () => ({ kind: 'refused', code: '21211', permanent: true });
    await world.post(`contacts/${(await sal()).id}/test`).expect(200);
    world.app.telephony.onSms = () => undefined;
    expect((await sal()).testState).toBe('failed');
  });

  it('a line whose registration is not through sends no test text either: it would prove what an emergency never uses', async () => {
    await world.registration('pending');
    await world.post(`contacts/${(await sal()).id}/test`).expect(200);
    expect(await sal()).toMatchObject({ testState: 'failed' });
    expect((await sendCode('sms')).body.type).toContain('code-not-sent');
    expect((await sendCode('voice')).status).toBe(202);
    expect(textsToSal()).toEqual([]);
  });

  it('our number can be saved under the business’s name, and a text says where', async () => {
    const card = await world
      .get('contact-card.vcf')
      .expect(200)
      .expect('content-type', /text\/vcard/);
    expect(card.text).toContain('FN:Metro Plumbing After Hours');
    expect(card.text).toContain(`TEL;TYPE=WORK,VOICE,PREF:${world.line}`);
    await world.post(`contacts/${(await sal()).id}/card`).expect(204);
    await world.deliverNotes();
    const [words = ''] = textsToSal();
    const path = new URL(/https:\S+/.exec(words)?.[0] ?? '').pathname;
    expect((await world.app.api().get(path).expect(200)).text).toBe(card.text);
    await world.app.api().get('/api/v1/contact-cards/00000000-0000-7000-8000-000000000001.vcf').expect(404);
  });

  it('an emergency beats bookkeeping: a phone that is not ready is on call all the same', async () => {
    const form = { primary: { name: 'Sal', phone: salsPhone() }, owner: { name: 'Dave', phone: world.phone('Dave') } };
    await world.put('on-call', form).set('If-Match', '"1"').expect(200);
    const { body } = await world.get('on-call/now').expect(200);
    expect(body.primary.name).toBe('Sal');
    expect((await sal()).ready).toBe(false);
  });

  it('saving the form again and again is never refused for its tests', async () => {
    const form = { primary: { name: 'Sal', phone: salsPhone() }, owner: { name: 'Dave', phone: world.phone('Dave') } };
    for (let version = 1; version <= 7; version++)
      await world.put('on-call', form).set('If-Match', `"${version}"`).expect(200);
    expect(textsToSal()).toHaveLength(5);
  });

  describe('what kind of line it is', () => {
    const lookUp = async () => {
      for (const id of await world.waiting('on_call.line_type')) await world.job('on_call.line_type', id);
    };
    const lineTypes = () => world.app.lineTypes;
    beforeEach(async () => {
      lineTypes().asked.length = 0;
      lineTypes().failure = null;
    });

    it('is asked after the save, once for a number however often it is typed in again', async () => {
      const { id } = await sal();
      await lookUp();
      expect(await sal()).toMatchObject({ lineType: 'mobile' });
      await world.patch(`contacts/${id}`, { phone: salsPhone().replace(/199$/, '198') }).expect(200);
      expect(await sal()).toMatchObject({ lineType: 'unknown' });
      await lookUp();
      await world.patch(`contacts/${id}`, { phone: salsPhone() }).expect(200);
      await lookUp();
      await lookUp();
      expect(lineTypes().asked).toEqual([salsPhone(), salsPhone().replace(/199$/, '198')]);
      expect(await sal()).toMatchObject({ lineType: 'mobile' });
    });

    it('a landline is paged by calls alone: no test text, no code by text, no text of the ladder', async () => {
      lineTypes().known.set(salsPhone(), 'landline');
      await lookUp();
      expect(await sal()).toMatchObject({ lineType: 'landline', canText: false });
      const { id } = await sal();
      expect((await world.post(`contacts/${id}/test`)).body.type).toContain('texts-do-not-arrive');
      expect((await sendCode('sms')).body.type).toContain('texts-do-not-arrive');
      const form = {
        primary: { name: 'Sal', phone: salsPhone() },
        owner: { name: 'Dave', phone: world.phone('Dave') },
      };
      const { body } = await world.put('on-call', form).set('If-Match', '"1"').expect(200);
      expect(body.preview).toContain('then Sal (call)');
      await world.emergency();
      expect(textsToSal()).toEqual([]);
      expect(world.app.telephony.calls.map(({ to }) => to)).toContain(salsPhone());
    });

    it('a landline that texts is none', async () => {
      lineTypes().known.set(salsPhone(), 'landline');
      await lookUp();
      await replies(salsPhone(), 'hello');
      expect(await sal()).toMatchObject({ lineType: 'unknown', canText: true });
    });

    it('a phone from before lookups is asked about when its turn comes, once, and holds up nothing meanwhile', async () => {
      const { id } = await sal();
      await world.longSaved('Sal');
      lineTypes().failure = new ProviderFailure('silent', 'provider-silent');
      await world.app.pass(30);
      expect(lineTypes().asked).toEqual([]);
      lineTypes().failure = null;
      await lookUp();
      expect(await sal()).toMatchObject({ id, lineType: 'mobile' });
      await world.longSaved('Sal', 'known');
      await world.app.pass(30);
      await lookUp();
      expect(lineTypes().asked).toEqual([salsPhone()]);
    });

    it('while the provider is silent the queue asks again; a number it refuses stays unknown', async () => {
      lineTypes().failure = new ProviderFailure('silent', 'provider-silent');
      await expect(lookUp()).rejects.toThrow('silent');
      lineTypes().failure = new ProviderFailure('refused', '20404');
      await lookUp();
      await lookUp();
      expect(await sal()).toMatchObject({ lineType: 'unknown' });
      expect(lineTypes().asked).toHaveLength(2);
    });
  });

  describe('the pager by text', () => {
    const primary = async () =>
      ((await world.get('on-call/now').expect(200)).body as { primary: { name: string }; until: string }).primary.name;

    it('"TAKE UNTIL 6AM" from a verified phone takes it, once however often it is delivered, and both are told', async () => {
      const sms = {
        MessageSid: `SM${'7'.repeat(32)}`,
        From: world.phone('Dana'),
        To: world.line,
        Body: 'TAKE UNTIL 6AM',
      };
      await world.app.twilio('sms-incoming', sms).expect(200);
      await world.app.twilio('sms-incoming', sms).expect(200);
      expect(await primary()).toBe('Dana');
      await world.deliverNotes();
      expect(world.textsTo('Dana')).toEqual(["Metro Plumbing: you're on call 9:22 PM-Fri 6 AM."]);
      expect(world.textsTo('Mike T.')).toEqual(["Metro Plumbing: Dana has the pager 9:22 PM-Fri 6 AM. You're off."]);
    });

    it('without a time it asks back', async () => {
      expect((await replies(world.phone('Dana'), 'take the pager')).text).toContain('TAKE UNTIL 6AM');
      expect(await primary()).toBe('Mike T.');
    });

    it('an unverified phone and a stranger move nothing', async () => {
      await replies(salsPhone(), 'TAKE UNTIL 6AM');
      await replies('+13125559999', 'TAKE UNTIL 6AM');
      expect(await primary()).toBe('Mike T.');
    });
  });
});
