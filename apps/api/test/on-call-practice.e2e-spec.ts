import { OnCallWorld } from './on-call-world.js';

type Person = Parameters<OnCallWorld['phone']>[0];

describe('TEST by text: the practised alert, which nobody can take (oncall 7.5)', () => {
  let world: OnCallWorld;
  let messages = 0;

  beforeAll(async () => {
    world = await OnCallWorld.start();
  });
  afterAll(() => world.close());
  beforeEach(() => world.reset());

  const says = async (name: Person, body: string, sid?: string) => {
    messages += 1;
    const MessageSid = sid ?? `SM${String(messages).padStart(32, '0')}`;
    const form = { MessageSid, From: world.phone(name), To: world.line, Body: body };
    const { text } = await world.app.twilio('sms-incoming', form).expect(200);
    await world.app.settle();
    await world.deliverNotes();
    return /<Message>(.*)<\/Message>/.exec(text)?.[1] ?? null;
  };
  const mike = async () => {
    const { body } = await world.get('contacts').expect(200);
    return (body as { name: string; testState: string | null }[]).find(({ name }) => name === 'Mike T.');
  };
  const receipt = async (status: string) => {
    const sent = world.app.telephony.texts.findLast(({ to }) => to === world.phone('Mike T.'));
    const { pathname, search } = new URL(sent?.statusUrl ?? '');
    const form = { MessageSid: sent?.sid ?? '', MessageStatus: status, To: world.phone('Mike T.') };
    await world.app.twilio(`${pathname.replace('/api/twilio/', '')}${search}`, form).expect(204);
  };

  it('sends an alert marked as a test to that phone alone, and shows its receipt like any test', async () => {
    expect(await says('Mike T.', 'TEST')).toBeNull();
    const [text] = world.textsTo('Mike T.');
    expect(text).toMatch(/^TEST, no real emergency\..*\nEMERGENCY CALL - Metro Plumbing/);
    expect(text).not.toMatch(/^\[..\]/m);
    expect(world.textsTo('Dana')).toEqual([]);
    expect(world.app.telephony.calls).toEqual([]);
    expect(await mike()).toMatchObject({ testState: 'sent' });
    await receipt('delivered');
    await receipt('delivered');
    expect(await mike()).toMatchObject({ testState: 'delivered' });
  });

  it.each(['1', '2', 'got it', 'on my way'])(
    'its reply "%s" acknowledges nothing and is said so, once',
    async (words) => {
      await says('Mike T.', 'prueba');
      expect(world.textsTo('Mike T.')[0]).toMatch(/^PRUEBA, no es una emergencia/);
      expect(await says('Mike T.', words)).toContain('Nothing was taken');
      expect(await says('Mike T.', words)).not.toContain('Nothing was taken');
      expect(await world.incidentStates()).toEqual([]);
    },
  );

  it('OK proves the phone, as it does for every test', async () => {
    await world.unverify('Mike T.');
    await says('Mike T.', 'TEST');
    expect(await says('Mike T.', 'OK')).toContain('confirmed for after-hours alerts');
    expect(await mike()).toMatchObject({ verifiedAt: expect.any(String) as string });
  });

  it('an emergency that comes meanwhile is not taken by the answer to the test: it asks again', async () => {
    await says('Mike T.', 'TEST');
    await world.emergency();
    await says('Mike T.', '1');
    expect(await world.incidentStates()).toEqual(['alerting']);
    expect(world.textsTo('Mike T.').at(-1)).toContain('Still paging. Reply 1 to take it');
    await says('Mike T.', '1');
    expect(await world.incidentStates()).toEqual(['accepted']);
  });

  it('ten minutes later "1" means what it says', async () => {
    await says('Mike T.', 'TEST');
    await world.app.pass(601, 60);
    await world.emergency();
    await says('Mike T.', '1');
    expect(await world.incidentStates()).toEqual(['accepted']);
  });

  it('while an emergency waits for them it is no time for a test', async () => {
    await world.emergency();
    await says('Mike T.', 'TEST');
    expect(world.textsTo('Mike T.').some((text) => text.startsWith('TEST'))).toBe(false);
    expect(await world.incidentStates()).toEqual(['alerting']);
  });

  it('delivered twice it is sent once; five an hour are enough; a stranger gets none', async () => {
    const sid = `SM${'b'.repeat(32)}`;
    await says('Mike T.', 'TEST', sid);
    await says('Mike T.', 'TEST', sid);
    expect(world.textsTo('Mike T.')).toHaveLength(1);
    for (let more = 0; more < 4; more += 1) await says('Mike T.', 'TEST');
    expect(await says('Mike T.', 'TEST')).toContain('Five tests an hour');
    const form = { MessageSid: `SM${'c'.repeat(32)}`, From: '+13125559999', To: world.line, Body: 'TEST' };
    await world.app.twilio('sms-incoming', form).expect(200);
    const toOther = {
      ...form,
      MessageSid: `SM${'a'.repeat(32)}`,
      From: world.phone('Mike T.'),
      To: world.strangersLine,
    };
    await world.app.twilio('sms-incoming', toOther).expect(200);
    await world.deliverNotes();
    expect(world.app.telephony.texts).toHaveLength(5);
  });

  it('a test that the carrier refuses is shown as failed', async () => {
    world.app.telephony.onSms = () => ({ kind: 'refused', code: '21610', permanent: true });
    await says('Mike T.', 'TEST');
    world.app.telephony.onSms = () => undefined;
    expect(await mike()).toMatchObject({ testState: 'failed' });
  });
});
