import { METRO_LINE, MIKE, Stage } from './stage.js';

const stage = new Stage();
let number = '';
let next = 0;

beforeAll(() => stage.open());
afterAll(() => stage.close());
beforeEach(async () => {
  await stage.opensAt('21:00');
  number = `+1312555${String(7100 + (next += 1))}`;
});

describe('the API cannot be reached', () => {
  const DOWN = ['incoming-call', 'record-action', 'redirect', 'recording-status', 'call-status'];

  async function apiGoesDown(): Promise<void> {
    for (const webhook of DOWN)
      await stage.fault({ scope: `webhooks.${webhook}`, kind: 'lost', match: '/api/twilio/' });
  }

  it('law 5: the caller hears a file on another host and leaves a message, which is found when the API is back', async () => {
    await apiGoesDown();
    const caller = await stage.caller(number).dials(METRO_LINE);
    await caller.hears(/If you smell gas.*leave the building and call 911/);
    await caller.hears(/\[beep\]/);
    await caller.interrupts('This is Jim Kowalski at 218 Oak Lane, I smell gas near my furnace');
    await stage.passes({ seconds: 6 });
    await caller.hears(/We have your message/);
    await stage.passes({ seconds: 20 });
    expect(await stage.metro.callsFrom(number)).toEqual([]);

    await stage.isBackAgain();
    expect(await stage.metro.callFrom(number)).toMatchObject({ handledBy: 'voicemail', classification: 'emergency' });
    await stage.tech(MIKE).receives(/EMERGENCY CALL/);
    expect((await stage.metro.cardOf(number)).issueSummary).toMatch(/smell gas near my furnace/);
  });

  it('scenario 25: who only hangs up is still somebody to call back', async () => {
    await apiGoesDown();
    const caller = await stage.caller(number).dials(METRO_LINE);
    await caller.hears(/If you smell gas/);
    await stage.passes({ seconds: 12 });
    await caller.hangsUp();
    await stage.isBackAgain();
    expect(await stage.metro.cardOf(number)).toMatchObject({ callerPhone: number, classification: 'routine' });
  });
});
