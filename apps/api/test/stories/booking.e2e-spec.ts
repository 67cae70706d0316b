import { setTimeout as realPause } from 'node:timers/promises';
import { METRO_LINE, Stage } from './stage.js';

describe('Booking through the line (PRD section 12, 27)', () => {
  const stage = new Stage();

  beforeAll(() => stage.open());
  afterAll(() => stage.close());

  it.each([
    ['thu 19:45', 'first thing tomorrow morning|first thing in the morning'],
    ['fri 19:45', 'Monday'],
  ])('scenario 27: without a calendar, %s, the caller hears when the office calls', async (evening, when) => {
    await stage.opensAt(evening);
    const number = '+13125550601';
    const caller = await stage.caller(number).tells(METRO_LINE, "I'd like to schedule an AC tune-up");
    await caller.answersQuestions();
    await stage.passes({ seconds: 10 });
    expect(await caller.everything()).toMatch(/Our office will call you/);
    expect(await caller.everything()).toMatch(new RegExp(when));
    expect(await caller.everything()).toMatch(/Our office opens at 8/);
    expect(await stage.metro.cardOf(number)).toMatchObject({
      classification: 'routine',
      appointmentBooked: false,
      callbackStatus: 'not_called',
    });
  });

  it('scenario 26: inside the rules the agent books, and the card has the time', async () => {
    await stage.opensAt('wed 19:45');
    const saved = await stage.metro.ask('PUT', 'booking/settings', { mode: 'auto_book' }, { 'if-match': '"1"' });
    expect(saved.status).toBe(200);
    // The queue runs on real time: meanwhile the agent is published with its new tools.
    await realPause(6000);
    const number = '+13125550602';
    const caller = await stage.caller(number).tells(METRO_LINE, "I'd like to schedule an AC tune-up");
    await caller.answersQuestions({ more: ['It needs its yearly service', 'Yes, that works for me'] });
    await stage.passes({ seconds: 10 });
    expect(await caller.everything()).toMatch(/I've got you down for tomorrow between eight and ten/);
    expect(await stage.metro.cardOf(number)).toMatchObject({ classification: 'routine', appointmentBooked: true });
  });
});
