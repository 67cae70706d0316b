import type { FaultOrder } from '../../../simulator/src/faults.js';
import type { Caller } from './people.js';
import { DANA, METRO_LINE, MIKE, Stage } from './stage.js';

const ANSWERED_WITHIN_MS = 3_000;
/** What a machine that runs other suites beside this one may add. */
const BUSY_MACHINE_MS = 500;
const DOWN: FaultOrder = { scope: 'vapi.call', kind: 'http500-before' };
const BURST = 'Water is pouring through my ceiling';

describe('Faults of the providers, through the line', () => {
  const stage = new Stage();
  let lastCaller = 900;
  let number: string;

  beforeAll(() => stage.open());
  beforeEach(async () => {
    await stage.opensAt('21:22');
    number = `+13125550${(lastCaller += 1)}`;
  });
  afterAll(() => stage.close());

  async function dialsWithoutAgent(fault: FaultOrder): Promise<Caller> {
    await stage.fault(fault);
    const caller = stage.caller(number);
    const dialledAt = performance.now();
    await caller.dials(METRO_LINE);
    await caller.hears(/Thanks for calling.*automated line/);
    expect(performance.now() - dialledAt).toBeLessThan(ANSWERED_WITHIN_MS + BUSY_MACHINE_MS);
    return caller;
  }

  /** Says nothing until the beep. */
  async function leavesMessage(words: string): Promise<Caller> {
    const caller = await dialsWithoutAgent(DOWN);
    await caller.hears(/having trouble getting that down/, 90);
    await caller.hears(/leave your name, your number, the address/);
    await caller.hears(/\[beep\]/);
    await caller.interrupts(words);
    await stage.passes({ seconds: 6 });
    return caller.hangsUp();
  }

  async function cardSaying(words: RegExp): Promise<void> {
    await stage.passes({ seconds: 5 });
    await stage.jobsAreDone();
    expect((await stage.metro.cardOf(number)).issueSummary).toMatch(words);
  }

  const UNAVAILABLE: [string, FaultOrder][] = [
    ['takes 8 seconds', { scope: 'vapi.call', kind: 'slow', ms: 8_000 }],
    ['answers 500', { scope: 'vapi.call', kind: 'http500-before' }],
    ['has no capacity', { scope: 'vapi.call', kind: 'blocked' }],
    ['answers with garbage', { scope: 'vapi.call', kind: 'garbage' }],
  ];

  it.each(UNAVAILABLE)(
    'scenario 34: the agent %s: the intake asks within three seconds, and the office has the card',
    async (_what, fault) => {
      const caller = await dialsWithoutAgent(fault);
      await caller.hears(/what's going on\?/);
      await caller.says('I would like a quote on a water heater');
      await caller.hears(/Can I get your name\?/);
      await caller.answersQuestions();
      await caller.hears(/our office will call you first thing (in the|Monday) morning/i);
      await stage.passes({ seconds: 5 });
      expect(await stage.metro.callFrom(number)).toMatchObject({
        handledBy: 'intake_ivr',
        classification: 'routine',
        status: 'completed',
        hasRecording: true,
      });
      expect(await stage.metro.cardOf(number)).toMatchObject({
        callerName: 'Jim Kowalski',
        address: '218 Oak Lane',
        callerPhone: number,
        issueSummary: 'I would like a quote on a water heater',
      });
      const { turns } = await stage.metro.callDetail((await stage.metro.callFrom(number)).id);
      expect(turns.map(({ role }) => role)).toEqual([...Array(4).fill(['agent', 'caller']).flat(), 'agent']);
      expect(await stage.tech(MIKE).texts()).toEqual([]);
    },
  );

  it('decision 9: gas without an agent: the safety line, Mike is rung, presses 1, and the two speak', async () => {
    const mike = stage.tech(MIKE);
    const caller = await dialsWithoutAgent(DOWN);
    await caller.hears(/what's going on\?/);
    await caller.says('I smell gas near my furnace');
    await caller.hears(/Please leave the house with your family/);
    await mike.rings();
    await caller.hears(/reaching out to Mike right now.*your name\?/);
    await caller.says('Jim Kowalski.');
    await mike.answers();
    await mike.hears(/Press 1 to take the call now/);
    await mike.presses('1');
    await caller.hears(/Connecting you to Mike now/);
    await caller.says('Mike, the whole basement smells of it');
    await mike.hears(/the whole basement smells of it/);
    expect(await stage.metro.incidentOf(number)).toMatchObject({
      openedBy: 'intake',
      acceptedName: 'Mike T.',
      callerName: 'Jim Kowalski',
      safetyLine: expect.stringMatching(/leave the house/) as string,
    });
    expect((await stage.metro.cardOf(number)).safetyInstructionGiven).toMatch(/leave the house/);
  });

  it('decision 9: nobody picks up: the caller holds, is told how it stands, and is let go while the paging goes on', async () => {
    await stage.tech(MIKE).behaves('no-answer');
    const caller = await dialsWithoutAgent(DOWN);
    await caller.hears(/what's going on\?/);
    await caller.says(BURST);
    await caller.answersQuestions();
    await caller.hears(/wasn't able to reach Mike directly.*keep calling until somebody has it/, 90);
    await stage.passes({ seconds: 5 });
    expect(await caller.isOver()).toBe(true);
    expect((await stage.metro.incidentOf(number)).state).toBe('alerting');
  });

  it('law 4: every answer of the intake delivered three times: each question once, one card, one text', async () => {
    const mike = stage.tech(MIKE);
    await mike.behaves('no-answer');
    await stage.fault({ scope: 'webhooks', kind: 'duplicated', times: 3 });
    const caller = await dialsWithoutAgent(DOWN);
    await caller.hears(/what's going on\?/);
    await caller.says(BURST);
    await caller.answersQuestions();
    await stage.passes({ seconds: 45 });
    const { turns } = await stage.metro.callDetail((await stage.metro.callFrom(number)).id);
    expect(turns.filter((turn) => turn.text === BURST)).toHaveLength(1);
    expect(turns.filter((turn) => /Can I get your name/.test(turn.text))).toHaveLength(1);
    expect((await mike.texts()).filter((text) => /EMERGENCY CALL/.test(text))).toHaveLength(1);
  });

  it('scenario 34: who says nothing to the intake leaves a message; danger in it starts the ladder', async () => {
    await leavesMessage('This is Jim Kowalski at 218 Oak Lane, I smell gas near my furnace');
    await cardSaying(/smell gas/);
    await stage.tech(MIKE).receives(/EMERGENCY CALL/);
    expect(await stage.metro.incidentOf(number)).toMatchObject({ openedBy: 'voicemail', callerPhone: number });
    expect(await stage.metro.callFrom(number)).toMatchObject({ handledBy: 'voicemail' });
  });

  it('decision 8: who hangs up in the middle of a dangerous sentence is paged for', async () => {
    const caller = await dialsWithoutAgent(DOWN);
    await caller.hears(/what's going on\?/);
    await caller.says('My basement is flooding and the');
    await caller.hangsUp();
    await stage.passes({ seconds: 5 });
    await stage.tech(MIKE).receives(/EMERGENCY CALL/);
    expect(await stage.metro.cardOf(number)).toMatchObject({ classification: 'emergency' });
  });

  it('decision 9: key 1 alerts on-call before a word is said', async () => {
    const caller = await dialsWithoutAgent(DOWN);
    await caller.presses('1');
    await stage.tech(MIKE).rings();
    await caller.hears(/reaching out to Mike right now.*what's going on\?/);
    expect(await stage.metro.callFrom(number)).toMatchObject({ classification: 'emergency' });
  });

  it('reference B1: an agent that dies in the middle of an emergency: the caller is reassured and asked on, the ladder goes on', async () => {
    await stage.fault({ scope: 'vapi.transport', kind: 'stream-closes', ms: 20_000, count: 1 });
    const caller = await stage.caller(number).tells(METRO_LINE, BURST);
    await caller.hears(/we got cut off\./, 120);
    await caller.hears(/Your emergency has been reported\. I'm reaching out to Mike/);
    await stage.tech(MIKE).receives(/EMERGENCY CALL/);
    expect((await stage.metro.incidentOf(number)).state).toBe('alerting');
  });

  it.each([2, 20])('law 4: every webhook %i times: the same rows, one text', async (times) => {
    const mike = stage.tech(MIKE);
    await mike.behaves('no-answer');
    await stage.fault({ scope: 'webhooks', kind: 'duplicated', times });
    await stage.fault({ scope: 'vapi.webhooks', kind: 'duplicated', times });
    const caller = await stage.caller(number).tells(METRO_LINE, BURST);
    await caller.answersQuestions();
    await stage.passes({ seconds: 45 });
    const alerts = (await mike.texts()).filter((text) => /EMERGENCY CALL/.test(text));
    expect(alerts).toHaveLength(1);
    expect(await stage.metro.callsFrom(number)).toHaveLength(1);
    expect(await stage.metro.openIncidents()).toHaveLength(1);
    const call = await stage.metro.callFrom(number);
    const { turns } = await stage.metro.callDetail(call.id);
    expect(turns.filter((turn) => turn.text === BURST)).toHaveLength(1);
    await mike.replies('on it');
    await stage.passes({ seconds: 20 });
    expect((await mike.texts()).filter((text) => /Caller info/.test(text))).toHaveLength(1);
    expect((await stage.metro.incidentOf(number)).acceptedName).toBe('Mike T.');
  });

  it('law 4: webhooks that overtake one another leave the same call, card and incident', async () => {
    const mike = stage.tech(MIKE);
    await mike.behaves('no-answer');
    await stage.fault({ scope: 'vapi.webhooks.transcript', kind: 'reordered', count: 2 });
    await stage.fault({ scope: 'vapi.webhooks.status-update', kind: 'reordered', count: 1 });
    await stage.fault({ scope: 'webhooks.call-status', kind: 'reordered', count: 1 });
    const caller = await stage.caller(number).tells(METRO_LINE, BURST);
    await caller.answersQuestions();
    await stage.passes({ minutes: 3 });
    expect(await stage.metro.callFrom(number)).toMatchObject({ status: 'completed', classification: 'emergency' });
    expect(await stage.metro.cardOf(number)).toMatchObject({ callerName: 'Jim Kowalski', address: '218 Oak Lane' });
    expect((await mike.texts()).filter((text) => /EMERGENCY CALL/.test(text))).toHaveLength(1);
  });

  it('reference B8: a report that never comes is asked for, and the card is complete', async () => {
    await stage.fault({ scope: 'vapi.webhooks.end-of-call-report', kind: 'lost' });
    const caller = await stage.caller(number).tells(METRO_LINE, 'Can I get a quote on a water heater?');
    await caller.answersQuestions();
    await stage.passes({ minutes: 4 });
    const call = await stage.metro.callFrom(number);
    expect(call).toMatchObject({ status: 'completed', classification: 'routine' });
    expect(call.summary).toMatch(/quote on a water heater/i);
    const { turns } = await stage.metro.callDetail(call.id);
    expect(turns.some((turn) => turn.role === 'agent' && /Have a/.test(turn.text))).toBe(true);
    expect(await stage.metro.cardOf(number)).toMatchObject({
      callerName: 'Jim Kowalski',
      callDurationSeconds: expect.any(Number),
    });
  });

  it('law 4: every report, transcript and status of the agent lost: rules and tools carry the emergency', async () => {
    await stage.fault({ scope: 'vapi.webhooks.transcript', kind: 'lost' });
    await stage.fault({ scope: 'vapi.webhooks.status-update', kind: 'lost' });
    await stage.fault({ scope: 'vapi.webhooks.end-of-call-report', kind: 'lost' });
    const caller = await stage.caller(number).tells(METRO_LINE, BURST);
    await stage.tech(MIKE).receives(/EMERGENCY CALL/);
    await caller.answersQuestions();
    await stage.passes({ minutes: 4 });
    const { turns } = await stage.metro.callDetail((await stage.metro.callFrom(number)).id);
    expect(turns.some((turn) => turn.text === BURST)).toBe(true);
  });

  it('decision 2: words that arrive after the tool call they led to still bring their own safety line', async () => {
    await stage.fault({ scope: 'vapi.webhooks.transcript', kind: 'delayed', ms: 4_000 });
    const caller = await stage.caller(number).tells(METRO_LINE, "No heat, it's 15 degrees, I have a newborn");
    await stage.tech(MIKE).rings();
    await caller.hears(/slow drip/, 45);
    expect((await stage.metro.cardOf(number)).safetyInstructionGiven).toMatch(/slow drip/);
  });

  it('law 3: the carrier takes the text and its answer is lost: Mike gets one text', async () => {
    const mike = stage.tech(MIKE);
    await mike.behaves('no-answer');
    await stage.fault({ scope: 'twilio.messages', kind: 'http500-after', count: 1 });
    const caller = await stage.caller(number).tells(METRO_LINE, BURST);
    await mike.receives(/EMERGENCY CALL/);
    await caller.answersQuestions();
    await stage.passes({ minutes: 3 });
    expect((await mike.texts()).filter((text) => /EMERGENCY CALL/.test(text))).toHaveLength(1);
    expect(await stage.metro.alertsOf(number)).toContainEqual(
      expect.objectContaining({ channel: 'sms', contactName: 'Mike T.', state: 'delivered' }),
    );
  });

  it('decision 16: a phone that opted out (21610) costs no time: the ladder goes on at once', async () => {
    for (const phone of [MIKE, DANA]) await stage.tech(phone).behaves('busy');
    await stage.fault({ scope: 'twilio.messages', kind: 'error-code', code: 21610, match: MIKE });
    await stage.caller(number).tells(METRO_LINE, BURST);
    await stage.tech(DANA).receives(/EMERGENCY CALL/, 120);
    expect(await stage.metro.alertsOf(number)).toContainEqual(
      expect.objectContaining({ channel: 'sms', contactName: 'Mike T.', state: 'failed', errorCode: '21610' }),
    );
  });
});
