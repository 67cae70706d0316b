import { segments } from '@domain/escalation/gsm7';
import type { Caller, Technician } from './people.js';
import { DANA, DAVE, METRO_LINE, MIKE, Stage } from './stage.js';

const BURST = "I've got water spraying out of a pipe in my basement";

describe('Handsets in the night: what a technician and a caller hear when phones misbehave (reference/oncall 2.5)', () => {
  const stage = new Stage();
  let mike: Technician;
  let dana: Technician;
  let lastCaller = 600;
  let number: string;

  beforeAll(() => stage.open());
  beforeEach(async () => {
    await stage.opensAt('21:22');
    [mike, dana] = [stage.tech(MIKE), stage.tech(DANA)];
    number = nextNumber();
  });
  afterAll(() => stage.close());

  const nextNumber = (): string => `+13125550${(lastCaller += 1)}`;
  const emergency = (from = number, need = BURST): Promise<Caller> => stage.caller(from).tells(METRO_LINE, need);

  it('A27 the tech takes the call and the phone drops at once: the caller hears so and is back with the agent', async () => {
    const jim = await emergency();
    await mike.answers();
    await mike.hears(/Press 1 to take the call now/);
    await mike.presses('1');
    await jim.hears(/Connecting you to Mike/);
    await mike.hangsUp();
    await jim.hears(/we lost the connection to Mike/);
    await jim.hears(/I'm back with you/);
    await mike.receives(/The call dropped\. Please ring/);
    expect((await stage.metro.incidentOf(number)).state).toBe('accepted');
  });

  it('decision 5: the agent a lost caller comes back to knows what was said before and asks for nothing twice', async () => {
    const jim = await emergency();
    await jim.hears(/get your name/);
    await jim.says('Jim Kowalski');
    await jim.hears(/what's the address/);
    await jim.says('218 Oak Lane');
    await jim.hears(/best number to reach you/);
    await jim.says("Yeah, that's right.");
    await stage.passes({ seconds: 3 });
    await mike.answers();
    await mike.presses('1');
    await jim.hears(/Connecting you to Mike/);
    await mike.hangsUp();
    await jim.hears(/I'm back with you, Jim/);
    await jim.hears(/I still have you at 218 Oak Lane/);
    await jim.hears(/anything else I should let the technician know/);
    const before = (await jim.leg()).lines.length;
    await jim.answersQuestions({ more: ['The dog is in the basement.'] });
    const after = (await jim.leg()).lines.slice(before).filter((line) => line.kind === 'heard');
    expect(after.map((line) => line.text).join(' ')).not.toMatch(
      /your name|what's the address|best number|how can i help/i,
    );
    expect(await stage.metro.incidentOf(number)).toMatchObject({
      state: 'accepted',
      acceptedName: 'Mike T.',
      callerName: 'Jim Kowalski',
      address: expect.stringContaining('218 Oak Lane') as string,
    });
  });

  it('oncall 7.6: a tech who rings the line back hears who waits, and one key connects them', async () => {
    await mike.behaves('no-answer');
    const jim = await emergency();
    await mike.receives(/EMERGENCY CALL/);
    await jim.answersQuestions();
    await mike.replies('on it');
    await mike.receives(/Got it\. Caller info/);
    const callback = await stage.caller(MIKE).dials(METRO_LINE);
    await callback.hears(/Hello Mike\. Press 1 to be connected with/);
    await callback.presses('1');
    await stage.passes({ seconds: 3 });
    expect(await stage.metro.incidentOf(number)).toMatchObject({ state: 'contacted', acceptedName: 'Mike T.' });
    expect(await stage.metro.callsFrom(MIKE)).toEqual([]);
  });

  it('issue 4 item 5: a text that stays "sent" is followed by a call after half a minute', async () => {
    await mike.behaves('busy');
    await stage.fault({ scope: 'twilio.messages', kind: 'stays-sent', match: MIKE });
    await emergency();
    await stage.passes({ seconds: 25 });
    const before = await mike.timesRung();
    await stage.passes({ seconds: 15 });
    expect(await mike.timesRung()).toBe(before + 1);
    expect(await dana.texts()).toEqual([]);
  });

  it('A48 five callers at once: a few texts, each of two segments, and ALL takes them', async () => {
    await mike.behaves('no-answer');
    const numbers = [number, ...Array.from({ length: 4 }, nextNumber)];
    for (const from of numbers) await emergency(from);
    await stage.passes({ minutes: 2 });
    const pages = (await mike.texts()).filter((text) => /EMERGENC/.test(text));
    expect(pages.every((text) => segments(text) <= 2)).toBe(true);
    for (const from of numbers) {
      const { code } = await stage.metro.incidentOf(from);
      expect(pages.join('\n')).toMatch(new RegExp(`\\b${code}\\b`));
    }
    await mike.replies('ALL');
    await stage.passes({ seconds: 5 });
    for (const from of numbers) expect((await stage.metro.incidentOf(from)).acceptedName).toBe('Mike T.');
  });

  it('A20, A22 emoji accepts, chatter is answered five times at most, tapbacks never', async () => {
    await mike.behaves('no-answer');
    await emergency();
    await mike.receives(/EMERGENCY CALL/);
    await mike.replies('Liked “EMERGENCY CALL - Metro Plumbing”');
    await mike.replies('‼️ to “EMERGENCY CALL - Metro Plumbing”');
    expect((await mike.texts()).some((text) => /Still paging/.test(text))).toBe(false);
    for (let n = 0; n < 7; n += 1) await mike.replies('hmm');
    await stage.passes({ seconds: 10 });
    expect((await mike.texts()).filter((text) => /Still paging/.test(text))).toHaveLength(5);
    expect((await stage.metro.incidentOf(number)).state).toBe('alerting');
    await mike.replies('👍🏽');
    expect((await stage.metro.incidentOf(number)).state).toBe('accepted');
  });

  it('oncall 7.6: "ETA 40" is asked about when forty minutes are over; Dana is paged when nobody answers', async () => {
    await mike.behaves('no-answer');
    const jim = await emergency();
    await mike.receives(/EMERGENCY CALL/);
    await mike.replies('eta 40');
    await jim.answersQuestions();
    await stage.passes({ minutes: 30 });
    expect((await mike.texts()).some((text) => /Did you reach/.test(text))).toBe(false);
    await mike.receives(/Did you reach/, 700);
    await dana.receives(/EMERGENCY CALL/, 400);
  });

  it('A2 PRD 18 and 19 for the owner: nobody answers anybody, and the owner hears UNRESOLVED by text and by call', async () => {
    const dave = stage.tech(DAVE);
    for (const phone of [mike, dana, dave]) await phone.behaves('no-answer');
    await emergency();
    await dana.receives(/EMERGENCY CALL/, 700);
    await dave.receives(/UNRESOLVED EMERGENCY/, 700);
    expect(await dave.timesRung()).toBe(1);
  });
});
