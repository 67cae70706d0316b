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
});
