import { mayDial, type E164 } from '@domain/phone/e164';
import { createHmac } from 'node:crypto';
import { LadderWorld } from './ladder-world.js';
import { Caller, unavailable } from './calls-caller.js';
import { addMember } from './harness/people.js';
import { seedAccount, type SeededAccount } from './harness/seed-account.js';
import { TestApp } from './harness/test-app.js';

const THURSDAY_922_PM = '2026-02-13T03:22:00Z';
const GAS = 'I smell gas in my kitchen';
const DRIP = 'My kitchen faucet drips and I would like it fixed';

const AREAS = Array.from({ length: 99 }, (_, index) => String(401 + index)).filter(
  (area) => !/11$|^9|^976/.test(area) && mayDial(`+1${area}5550100` as E164),
);

/** A caller who talks with the intake: knows the number of the question that is open, as the carrier does. */
class IntakeCaller {
  heard = '';

  constructor(
    private readonly app: TestApp,
    readonly caller: Caller,
  ) {}

  async rings(): Promise<string> {
    this.heard = await this.caller.rings();
    return this.heard;
  }

  get question(): number {
    return Number(/voice\/intake\?q=(\d+)/.exec(this.heard)?.[1] ?? 0);
  }

  says(words: string, confidence = '0.93'): Promise<string> {
    return this.gives({ SpeechResult: words, Confidence: confidence });
  }

  presses(keys: string): Promise<string> {
    return this.gives({ Digits: keys });
  }

  isSilent(): Promise<string> {
    return this.gives({});
  }

  async saysAll(...words: string[]): Promise<string> {
    for (const each of words) await this.says(each);
    return this.heard;
  }

  async waits(times: number): Promise<string> {
    this.heard = await this.caller.hears(`voice/intake-wait?n=${times}`);
    return this.heard;
  }

  private async gives(form: Record<string, string>): Promise<string> {
    await this.app.clock.advance(12);
    this.heard = await this.caller.hears(`voice/intake?q=${this.question}`, form);
    return this.heard;
  }
}

describe('decision 9: the agent cannot talk, and the intake asks instead', () => {
  let app: TestApp;
  let metro: SeededAccount;
  let apex: SeededAccount;

  let areas = 0;

  beforeAll(async () => {
    app = await TestApp.start();
    apex = await seedAccount(app.db, { name: 'Apex', area: '303', timeZone: 'America/Denver' });
  });
  beforeEach(async () => {
    await app.clock.set(THURSDAY_922_PM);
    // A contractor of its own for each story: several emergencies of one would share texts.
    metro = await seedAccount(app.db, { area: AREAS[(areas += 1)] ?? '312' });
    app.agent.outcome = unavailable('error');
    app.telephony.texts.length = 0;
    app.telephony.calls.length = 0;
    app.telephony.moves.length = 0;
    await app.db.everything(`delete from routing.alarms`);
  });
  afterAll(() => app.close());

  const dials = async (from?: string | null, account = metro): Promise<IntakeCaller> => {
    const caller =
      from === null ? new Caller(app, account.line, null) : Caller.of(app, account, ...(from ? [from] : []));
    const intake = new IntakeCaller(app, caller);
    await intake.rings();
    return intake;
  };
  const turnsOf = async (caller: Caller) =>
    app.db.everything<{ role: string; text: string }>(
      `select t.role, t.text from call_turns t join calls c on c.account_id = t.account_id and c.id = t.call_id
       where c.call_sid = $1 order by t.said_at, t.id`,
      [caller.callSid],
    );

  it.each(['timeout', 'error', 'no-capacity', 'bad-answer'] as const)(
    'agent %s: the same webhook asks what is going on, with key 1 and the warning, and never dead air',
    async (reason) => {
      app.agent.outcome = unavailable(reason);
      const { heard, caller } = await dials();
      expect(heard).toMatch(
        /Thanks for calling Metro Plumbing\..*call is recorded.*smell gas.*call 911 now\. For an emergency, press 1 at any time.*what's going on\?<\/Say><\/Gather><Redirect/s,
      );
      expect(heard).toMatch(/<Gather input="dtmf speech"[^>]*speechTimeout="auto"[^>]*actionOnEmptyResult="true"/);
      expect(heard).toMatch(/^.*<Start><Recording/s);
      expect(await caller.row()).toMatchObject({ handled_by: 'intake_ivr', status: 'in_progress' });
    },
  );

  it('gas: the safety line first, the technician is paged on the sentence, the details follow on the same incident', async () => {
    const intake = await dials();
    const { caller } = intake;
    const answer = await intake.says(GAS);
    expect(answer).toMatch(
      /^.*<Response><Gather[^>]*cut=line[^>]*><Say>Please leave the house with your family[^<]*call 911 and your gas utility[^<]*<\/Say><\/Gather><Gather[^>]*><Say>I'm reaching out to Mike right now\. Let me get some quick details\. Can I get your name\?<\/Say>/s,
    );
    const [incident] = await caller.incidents();
    expect(incident).toMatchObject({
      opened_by: 'intake',
      state: 'alerting',
      category: 'gas',
      safety_line: expect.stringMatching(/leave the house/),
    });
    await app.settle();
    expect(app.telephony.calls.map(({ to }) => to)).toContain(metro.mike);
    expect(app.telephony.textsTo(metro.mike)[0]).toMatch(/EMERGENCY/);
    expect(await intake.says('Jim Kowalski')).toMatch(/what's the address where you need service\?/);
    expect(await intake.says('218 Oak Lane')).toMatch(/number ending in \d \d \d \d the best one to reach you\?/);
    expect(await intake.says('Yes, it is')).toMatch(/anything else I should let the technician know\?/);
    expect(await intake.says('The dog is friendly')).toMatch(
      /Thank you, Jim\. Please stay on the line while I try to connect you with Mike[^]*<Pause[^]*voice\/intake-wait\?n=1/,
    );
    const incidents = await caller.incidents();
    expect(incidents).toHaveLength(1);
    expect(incidents[0]).toMatchObject({ caller_name: 'Jim Kowalski', address: '218 Oak Lane' });
    expect(incidents[0]?.['issue_summary']).toMatch(/I smell gas in my kitchen.*The dog is friendly/);
    expect(await caller.card()).toMatchObject({
      classification: 'emergency',
      caller_name: 'Jim Kowalski',
      address: '218 Oak Lane',
      safety_instruction_given: expect.stringMatching(/leave the house/),
    });
    await app.clock.advance(60);
    await caller.status('completed', 100).expect(204);
    expect(await caller.row()).toMatchObject({
      status: 'completed',
      handled_by: 'intake_ivr',
      classification: 'emergency',
    });
    expect(await caller.card()).toMatchObject({ safety_instruction_given: expect.stringMatching(/leave the house/) });
  });

  it('the technician presses 1 while the caller is being asked: their line is moved to them, as with the agent', async () => {
    const intake = await dials();
    await intake.says('Water is pouring through my ceiling');
    await app.settle();
    app.telephony.statuses.set(intake.caller.callSid, 'in-progress');
    await new LadderWorld(app, metro).presses(metro.mike, '1');
    expect(app.telephony.moves.map(({ callSid }) => callSid)).toContain(intake.caller.callSid);
  });

  it('the caller holds: told that it goes on, who has it, or that nobody has picked up, and let go', async () => {
    const intake = await dials();
    await intake.saysAll('Water is pouring through my ceiling', 'Jim Kowalski', '218 Oak Lane', 'yes', 'no');
    expect(intake.heard).toMatch(/stay on the line/);
    await app.settle();
    expect(await intake.waits(1)).toMatch(/<Response><Pause length="8"\/><Redirect[^]*intake-wait\?n=2/);
    expect(await intake.waits(2)).toMatch(/still trying to reach Mike[^]*intake-wait\?n=3/);
    expect(await intake.waits(2)).toMatch(/still trying to reach Mike/);
    expect(await intake.waits(5)).toMatch(
      /able to reach Mike directly[^<]*keep calling until somebody has it[^<]*911[^<]*<\/Say><Hangup/,
    );
    await app.twilio('sms-incoming', {
      MessageSid: `SM${'7'.repeat(32)}`,
      From: metro.mike,
      To: metro.line,
      Body: 'on it',
    });
    expect(await intake.waits(3)).toMatch(/Mike has your emergency[^]*<Pause[^]*intake-wait\?n=5/);
    expect(await intake.waits(5)).toMatch(/<Say>If anyone is in danger, hang up and call 911\. Goodbye\./);
  });

  it('routine: name, address, number, and the office’s promise; one card, no alarm, nothing a person would have to listen to', async () => {
    const intake = await dials();
    expect(await intake.says(DRIP)).toMatch(/Got it\. Can I get your name\?/);
    await intake.saysAll('My name is Ann Chu', '4 Elm Street', 'No, use 312 555 0199');
    expect(intake.heard).toMatch(
      /Thank you, Ann\. I've got your info\. Our office will call you first thing in the morning[^]*<Hangup/,
    );
    await intake.caller.status('completed', 60).expect(204);
    expect(await intake.caller.card()).toMatchObject({
      classification: 'routine',
      caller_name: 'Ann Chu',
      address: '4 Elm Street',
      callback_phone: '+13125550199',
      issue_summary: DRIP,
    });
    expect(await intake.caller.incidents()).toEqual([]);
    const turns = await turnsOf(intake.caller);
    expect(turns.map(({ role }) => role).join(' ')).toBe(
      Array.from({ length: 4 }, () => 'agent caller').join(' ') + ' agent',
    );
    const judged = await app.db.everything(`select decided_by, evidence from assessments where call_id = $1`, [
      (await intake.caller.row()).id,
    ]);
    expect(judged).not.toHaveLength(0);
  });

  it('something unclear is asked about once: "it can wait" makes it routine, "tonight" an emergency', async () => {
    const calm = await dials();
    expect(await calm.says('My water heater is making a noise')).toMatch(
      /needs attention tonight[^<]*tomorrow morning\?/,
    );
    await calm.says('It can wait');
    expect(await calm.caller.row()).toMatchObject({ classification: 'routine' });
    const urgent = await dials();
    await urgent.saysAll('My water heater is making a noise', 'Tonight please');
    expect(await urgent.caller.incidents()).toHaveLength(1);
    expect(urgent.heard).toMatch(/reaching out to Mike right now/);
  });

  it('key 1 opens the incident at any moment, before a word as well as after the name', async () => {
    const mute = await dials();
    expect(await mute.presses('1')).toMatch(/reaching out to Mike right now[^<]*what's going on\?/);
    expect(await mute.caller.incidents()).toMatchObject([{ opened_by: 'intake' }]);
    const later = await dials();
    await later.says(DRIP);
    expect(await later.presses('1')).toMatch(/reaching out to Mike/);
    expect(await later.caller.incidents()).toHaveLength(1);
  });

  it('a hazard that comes with the address is heard there: the line, the alarm, and the address is asked again', async () => {
    const intake = await dials();
    await intake.saysAll(DRIP, 'Ann Chu');
    expect(await intake.says('oh no now there are sparks coming out of the outlet')).toMatch(
      /<Say>Stay away from the area/,
    );
    expect(await intake.caller.incidents()).toHaveLength(1);
  });

  describe('the safety line', () => {
    const cut = async (intake: IntakeCaller, key: string): Promise<string> => {
      intake.heard = await intake.caller.hears(`voice/intake?q=${intake.question}&cut=line`, { Digits: key });
      return intake.heard;
    };

    it('is interrupted by key 1, which counts, and is read again: nobody misses what to do', async () => {
      const intake = await dials();
      await intake.says(GAS);
      const line = /<Gather input="dtmf" numDigits="1"[^>]*cut=line[^>]*><Say>(Please leave the house[^<]*)</.exec(
        intake.heard,
      )?.[1];
      const asked = intake.question;
      await cut(intake, '1');
      expect(intake.heard).toContain(`<Say>${line}</Say>`);
      expect(intake.question).toBeGreaterThan(asked);
    });

    it('is interrupted by any other key, and read again with the same question', async () => {
      const intake = await dials();
      const before = await intake.says(GAS);
      expect(await cut(intake, '5')).toBe(before);
    });
  });

  it('the program may end between two questions: the talk is rows, and goes on where it was', async () => {
    const intake = await dials();
    await intake.saysAll(GAS, 'Jim Kowalski');
    await app.restarts();
    app.agent.outcome = unavailable('error');
    await intake.saysAll('218 Oak Lane', 'yes');
    expect(intake.heard).toMatch(/anything else I should let the technician know\?/);
    const [card] = await app.db.everything<{ caller_name: string; address: string }>(
      `select caller_name, address from incidents i join calls c on c.account_id = i.account_id and c.id = i.call_id where c.call_sid = $1`,
      [intake.caller.callSid],
    );
    expect(card).toMatchObject({ caller_name: 'Jim Kowalski', address: '218 Oak Lane' });
  });

  describe('Spanish', () => {
    const setLanguages = (languages: string) =>
      app.db.accounts.within(metro.accountId, (tx) =>
        tx.query(`update after_hours_configs set languages = $2 where account_id = $1`, [metro.accountId, languages]),
      );
    beforeEach(() => setLanguages('{en,es}'));
    afterEach(() => setLanguages('{en}'));
    const inSpanish = async (): Promise<IntakeCaller> => {
      const intake = await dials();
      await intake.presses('2');
      return intake;
    };

    it('key 2 goes on in Spanish: questions, ear, safety line and promise', async () => {
      const intake = await dials();
      expect(intake.heard).toMatch(/<Say language="es-MX">Para español, oprima el dos\./);
      expect(await intake.presses('2')).toMatch(
        /<Gather[^>]*language="es-MX"[^>]*q=1|<Gather[^>]*q=1[^>]*language="es-MX"/,
      );
      expect(intake.heard).toMatch(/qué está pasando\?/);
      expect(await intake.says('fuga de gas')).toMatch(
        /<Say language="es-MX">Por favor salga de la casa[^]*avisando a Mike/,
      );
      expect(await intake.caller.incidents()).toMatchObject([
        { safety_line: expect.stringMatching(/salga de la casa/) },
      ]);
      await intake.saysAll('me llamo María López', 'Calle Ocho número 12', 'sí', 'no');
      expect(intake.heard).toMatch(/Gracias, María\. Por favor no cuelgue/);
      expect(await intake.caller.card()).toMatchObject({ caller_name: 'María López', address: 'Calle Ocho número 12' });
    });

    it('the last words promise the hour at which the office opens, on Friday night as well', async () => {
      const intake = await inSpanish();
      await intake.saysAll('Mi grifo gotea un poco y quiero que lo arreglen', 'Ana Ruiz', '4 Elm Street', 'sí');
      expect(intake.heard).toMatch(/Nuestra oficina le llamará a primera hora de la mañana\./);
      await app.clock.set('2026-02-14T03:22:00Z');
      const friday = await inSpanish();
      await friday.saysAll('Mi grifo gotea un poco y quiero que lo arreglen', 'Ana Ruiz', '4 Elm Street', 'sí');
      expect(friday.heard).toMatch(/Nuestra oficina le llamará el lunes a primera hora\./);
    });

    it('who is not understood leaves a message in Spanish to the end, with the key for an emergency', async () => {
      const intake = await inSpanish();
      await intake.isSilent();
      const heard = await intake.isSilent();
      expect(heard).toMatch(
        /No logro entenderle bien\.[^]*voicemail-key\?l=es[^]*oprima el uno[^]*voicemail-done\?l=es/,
      );
      const recording = { RecordingSid: `RE${'e'.repeat(32)}`, RecordingDuration: '12' };
      expect(await intake.caller.hears('voice/voicemail-done?l=es', recording)).toMatch(
        /<Say language="es-MX">Gracias\. Tenemos su mensaje y nuestra oficina le llamará a primera hora de la mañana\./,
      );
      expect(await intake.caller.hears('voice/voicemail-key?l=es', { Digits: '1' })).toMatch(
        /<Say language="es-MX">Estamos avisando a nuestro técnico de guardia ahora mismo\./,
      );
    });

    it('who simply speaks Spanish is answered in it', async () => {
      const intake = await dials();
      expect(await intake.says('hola, necesito un presupuesto para mi baño')).toMatch(
        /Entendido\. ¿Me puede dar su nombre\?/,
      );
      await intake.says('Ana');
      expect(await intake.caller.row()).toMatchObject({ classification: 'routine' });
    });

    it('a line that speaks English only offers none', async () => {
      await setLanguages('{en}');
      expect((await dials()).heard).not.toMatch(/español/);
    });
  });

  describe('silence, mumbling, sales', () => {
    it('silence twice leads to the beep, and the message is written down and carded as ever', async () => {
      const intake = await dials();
      expect(await intake.isSilent()).toMatch(/didn't catch that\. In a few words/);
      expect(await intake.isSilent()).toMatch(/having trouble[^]*press 1 now[^]*<Record/);
      const sid = `RE${intake.caller.callSid.slice(2)}`;
      await intake.caller.hears('voice/voicemail-done', { RecordingSid: sid, RecordingDuration: '12' });
      app.telephony.recordings.set(sid, { contentType: 'audio/mpeg', bytes: new Uint8Array([1]) });
      app.transcriber.words = 'This is Jim, water is spraying out of a pipe in my basement';
      await app
        .twilio('recording-status?of=call', {
          CallSid: intake.caller.callSid,
          RecordingSid: `RE${'9'.repeat(32)}`,
          RecordingStatus: 'completed',
          RecordingDuration: '50',
        })
        .expect(204);
      expect(await intake.caller.row()).toMatchObject({ handled_by: 'voicemail', recording_sid: sid });
      await app.job('voicemail.transcribe', metro.accountId, (await intake.caller.row()).id);
      expect(await intake.caller.incidents()).toHaveLength(1);
      expect(await intake.caller.card()).toMatchObject({ issue_summary: expect.stringMatching(/spraying/) });
    });

    it('words the recogniser is unsure of are asked for once more, then taken; danger in them is never waited for', async () => {
      const intake = await dials();
      expect(await intake.says(DRIP, '0.21')).toMatch(/didn't catch that/);
      expect(await intake.says(DRIP, '0.21')).toMatch(/Can I get your name/);
      const gas = await dials();
      await gas.says('smell of gas', '0.12');
      expect(await gas.caller.incidents()).toHaveLength(1);
      expect(gas.heard).toMatch(/leave the house/);
    });

    it.each(['Yeah, hi.', 'Jim', 'Hello?'])('"%s" says nothing of a problem: it is asked for again', async (words) => {
      const intake = await dials();
      expect(await intake.says(words)).toMatch(/didn't catch that\. In a few words/);
      expect(await intake.says('dripping faucet')).toMatch(/Got it\. Can I get your name/);
      expect(await intake.caller.row()).toMatchObject({ classification: 'routine' });
    });

    it('nobody answers at all and hangs up within ten seconds: no card', async () => {
      const { caller } = await dials();
      await app.clock.advance(6);
      await caller.status('completed', 6).expect(204);
      expect(await caller.row()).toMatchObject({ status: 'abandoned' });
      expect(await caller.card()).toBeUndefined();
    });

    it('decision 8: a sales call is asked once whether it needs service, then let go; no card, no page', async () => {
      const intake = await dials();
      const PITCH = 'Hi this is Brad from prime leads, we can get you on the first page of google';
      expect(await intake.says(PITCH)).toMatch(/for customers who need service\. Does something/);
      expect(await intake.says('No I want to talk about your google ranking')).toMatch(
        /Thank you for calling\. Goodbye\.<\/Say><Hangup/,
      );
      await intake.caller.status('completed', 30).expect(204);
      expect(await intake.caller.row()).toMatchObject({ classification: 'spam' });
      expect(await intake.caller.card()).toBeUndefined();
      const mistaken = await dials();
      await mistaken.saysAll(PITCH, 'Yes my water heater is leaking all over the floor');
      expect(await mistaken.caller.incidents()).toHaveLength(1);
    });
  });

  describe('hang-up', () => {
    it('after the first sentence: judged, carded, the emergency goes on; an instruction nobody heard is not said to be told', async () => {
      const intake = await dials();
      await intake.says('my house is flooding');
      await app.clock.advance(1);
      await intake.caller.status('completed', 21).expect(204);
      expect(await intake.caller.incidents()).toMatchObject([{ state: 'alerting', safety_line: null }]);
      expect(await intake.caller.card()).toMatchObject({ classification: 'emergency', safety_instruction_given: null });
    });

    it('decision 8: in the middle of a sentence: "my house is flo" and a click is an emergency, and a whole answer is not taken twice', async () => {
      const intake = await dials();
      const partial = (stable: string, unstable: string, sequence: number) =>
        app
          .twilio(`voice/intake-partial?q=${intake.question}`, {
            ...intake.caller.form(),
            StableSpeechResult: stable,
            UnstableSpeechResult: unstable,
            SequenceNumber: String(sequence),
          })
          .expect(204);
      await partial('my house is', 'flooding and', 2);
      await partial('my house', 'is', 1);
      expect(await intake.caller.incidents()).toEqual([]);
      await intake.caller.status('completed', 7).expect(204);
      expect(await intake.caller.incidents()).toMatchObject([{ state: 'alerting' }]);
      expect((await turnsOf(intake.caller)).at(-1)).toEqual({ role: 'caller', text: 'my house is flooding and' });
      const whole = await dials();
      await app
        .twilio('voice/intake-partial?q=1', { ...whole.caller.form(), StableSpeechResult: 'My kitchen' })
        .expect(204);
      await whole.says(DRIP);
      await whole.caller.status('completed', 20).expect(204);
      const said = (await turnsOf(whole.caller)).filter(({ role }) => role === 'caller');
      expect(said.map(({ text }) => text)).toEqual([DRIP]);
    });

    it('in the middle of the details: what was said so far is on the card', async () => {
      const intake = await dials();
      await intake.saysAll(DRIP, 'Ann Chu');
      await intake.caller.status('completed', 40).expect(204);
      expect(await intake.caller.card()).toMatchObject({ caller_name: 'Ann Chu', issue_summary: DRIP });
    });

    it('an answer that overtakes or follows the end of the call is worked in', async () => {
      const intake = await dials();
      await intake.caller.status('completed', 20).expect(204);
      await intake.says(GAS);
      expect(await intake.caller.incidents()).toHaveLength(1);
      expect(await intake.caller.card()).toMatchObject({ classification: 'emergency' });
    });
  });

  it('a withheld caller is asked for the number, by voice or keys; without one the message has to carry it', async () => {
    const intake = await dials(null);
    await intake.saysAll('Water is pouring through my ceiling', 'Jim Kowalski', '218 Oak Lane');
    expect(intake.heard).toMatch(/key it in: what's the best number/);
    expect(await intake.presses('3125550142')).toMatch(/anything else/);
    expect(await intake.caller.incidents()).toMatchObject([{ callback_phone: '+13125550142' }]);
    const lost = await dials(null);
    await lost.saysAll('Water is pouring through my ceiling', 'Jim Kowalski', '218 Oak Lane');
    await lost.isSilent();
    await lost.isSilent();
    expect(lost.heard).toMatch(/anything else/);
    expect(await lost.says('no')).toMatch(/say your name, your number and the address after the beep[^]*<Record/);
  });

  describe('law 4: twice, late, out of order, forged', () => {
    it('every answer five times in parallel leaves the rows of one, and every delivery hears the same', async () => {
      const intake = await dials();
      for (const words of [GAS, 'Jim Kowalski', '218 Oak Lane']) {
        await app.clock.advance(9);
        const q = intake.question;
        const form = { SpeechResult: words, Confidence: '0.9' };
        const answers = await Promise.all(
          Array.from({ length: 5 }, () => intake.caller.hears(`voice/intake?q=${q}`, form)),
        );
        expect(new Set(answers).size).toBe(1);
        intake.heard = answers[0]!;
      }
      const turns = await turnsOf(intake.caller);
      expect(turns.filter(({ role }) => role === 'caller').map(({ text }) => text)).toEqual([
        GAS,
        'Jim Kowalski',
        '218 Oak Lane',
      ]);
      expect(turns.filter(({ role }) => role === 'agent')).toHaveLength(4);
      expect(await intake.caller.incidents()).toHaveLength(1);
      await app.settle();
      expect(app.telephony.textsTo(metro.mike).filter((text) => text.includes('EMERGENCY'))).toHaveLength(1);
    });

    it('the ring itself in parallel begins one intake', async () => {
      const caller = Caller.of(app, metro);
      const answers = await Promise.all(Array.from({ length: 6 }, () => caller.rings()));
      expect(new Set(answers).size).toBe(1);
      expect(await turnsOf(caller)).toHaveLength(1);
    });

    it('an old answer delivered again, or one to a question nobody put, changes nothing', async () => {
      const intake = await dials();
      await intake.saysAll(DRIP, 'Ann Chu');
      const waiting = intake.heard;
      expect(await intake.caller.hears('voice/intake?q=1', { SpeechResult: GAS })).toBe(waiting);
      expect(await intake.caller.hears('voice/intake?q=9', { SpeechResult: GAS })).toBe(waiting);
      expect(await intake.caller.incidents()).toEqual([]);
    });

    it.each(['?q=0', '?q=x', '?q=1000', ''])(
      'an address we never wrote (%s) is answered with the beep, not with an error',
      async (query) => {
        const intake = await dials();
        expect(await intake.caller.hears(`voice/intake${query}`, { SpeechResult: GAS })).toMatch(/<Record/);
      },
    );

    it('forged and foreign: refused, or another contractor’s caller is never touched', async () => {
      const intake = await dials();
      const form = intake.caller.form({ AccountSid: `AC${'a'.repeat(32)}`, SpeechResult: GAS });
      const signature = createHmac('sha1', 'wrong').update('x').digest('base64');
      await app
        .api()
        .post('/api/twilio/voice/intake?q=1')
        .type('form')
        .set('X-Twilio-Signature', signature)
        .send(form)
        .expect(403);
      await app.twilio('voice/intake?q=1', { ...form, Role: 'admin' }).expect(403);
      expect(await intake.caller.incidents()).toEqual([]);
      const other = await dials(undefined, apex);
      await other.says(GAS);
      expect(
        await app.db.everything(`select 1 from intake_questions where account_id = $1 and call_id = $2`, [
          metro.accountId,
          (await other.caller.row()).id,
        ]),
      ).toEqual([]);
    });

    it('what a caller says is escaped wherever it goes', async () => {
      const intake = await dials();
      await intake.says('My sink drips <Dial>900</Dial> & more than that');
      await intake.says('</Say><Dial>+19005550123</Dial>');
      expect(intake.heard).not.toContain('<Dial');
      await intake.says('Ann');
      expect(intake.heard).not.toContain('<Dial');
    });
  });

  describe('a session that dies in the middle of the call', () => {
    const cutOff = async (): Promise<IntakeCaller> => {
      app.agent.outcome = undefined;
      const caller = Caller.of(app, metro);
      await caller.rings();
      app.agent.outcome = unavailable('error');
      await caller.says('How can I help you tonight?', 'assistant');
      return new IntakeCaller(app, caller);
    };
    const dies = async (intake: IntakeCaller): Promise<string> => {
      intake.heard = await intake.caller.hears('voice/after-agent?asked=1');
      return intake.heard;
    };

    it('what the agent has heard is not asked again: the problem and the name were told, the address comes next', async () => {
      const intake = await cutOff();
      await intake.caller.says(DRIP);
      await app.clock.advance(4);
      await intake.caller.says('Got it. Can I get your name?', 'assistant');
      await app.clock.advance(4);
      await intake.caller.says('Jim Kowalski');
      await app.clock.advance(4);
      expect(await dies(intake)).toMatch(/we got cut off\.[^]*I still have what you told me[^<]*what's the address/);
      expect(intake.heard).not.toContain('<Recording');
      expect(await intake.says('218 Oak Lane')).toMatch(/number ending in/);
      await intake.says('yes');
      const report = intake.caller.report(
        [
          ['bot', 'How can I help you tonight?', 0],
          ['user', DRIP, 3],
          ['bot', 'Got it. Can I get your name?', 8],
          ['user', 'Jim Kowalski', 11],
        ],
        { endedReason: 'pipeline-error-openai-llm-failed' },
      );
      await intake.caller.send(report).expect(200);
      await intake.caller.status('completed', 70).expect(204);
      const said = (await turnsOf(intake.caller)).filter(({ role }) => role === 'caller').map(({ text }) => text);
      expect(said).toEqual([DRIP, 'Jim Kowalski', '218 Oak Lane', 'yes']);
      expect(await intake.caller.card()).toMatchObject({ caller_name: 'Jim Kowalski', address: '218 Oak Lane' });
      expect(await intake.caller.row()).toMatchObject({ handled_by: 'intake_ivr', status: 'completed' });
    });

    it('in an emergency: told that it is reported, the details that are missing, then held for the technician', async () => {
      const intake = await cutOff();
      await intake.caller.says(GAS);
      const line =
        (await intake.caller.tool('classify_call', { classification: 'emergency', urgency_reasoning: 'gas' })).match(
          /"(.*)"/,
        )?.[1] ?? '';
      await intake.caller.says(line, 'assistant');
      expect(await dies(intake)).toMatch(
        /we got cut off\.[^]*Your emergency has been reported\. I'm reaching out to Mike[^<]*Can I get your name\?/,
      );
      expect(intake.heard).not.toMatch(/Please leave the house/);
      expect(await intake.caller.incidents()).toHaveLength(1);
    });

    it('nothing was said yet: the intake asks what is going on', async () => {
      const intake = await cutOff();
      expect(await dies(intake)).toMatch(
        /we got cut off\.[^]*For an emergency, press 1 at any time[^<]*what's going on\?/,
      );
      expect(await dies(intake)).toMatch(/q=1/);
    });
  });

  it('what the person at the desk sees: answered by the intake, with the talk, the reasons and one card; nobody else sees it', async () => {
    const intake = await dials();
    await intake.saysAll(DRIP, 'Ann Chu', '4 Elm Street', 'yes');
    await intake.caller.status('completed', 60).expect(204);
    const { id } = await intake.caller.row();
    const desk = await addMember(app, metro, 'csr');
    const seen = await app
      .api()
      .get(`/api/v1/accounts/${metro.accountId}/calls/${id}`)
      .set('authorization', `Bearer ${desk.token}`)
      .expect(200);
    expect(seen.body).toMatchObject({
      handledBy: 'intake_ivr',
      callerName: 'Ann Chu',
      badge: { text: 'ROUTINE' },
      leadCardId: expect.any(String),
      assessments: [{ decidedBy: 'rules', classification: 'routine' }],
    });
    const { turns } = seen.body as { turns: { role: string; secondsFromStart: number }[] };
    expect(turns.map(({ role }) => role)).toEqual([...Array<string[]>(4).fill(['agent', 'caller']).flat(), 'agent']);
    const stranger = await addMember(app, apex, 'csr');
    await app
      .api()
      .get(`/api/v1/accounts/${metro.accountId}/calls/${id}`)
      .set('authorization', `Bearer ${stranger.token}`)
      .expect(404);
  });
});
