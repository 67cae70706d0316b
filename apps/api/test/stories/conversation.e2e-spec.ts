import { METRO_LINE, MIKE, Stage } from './stage.js';

describe('The conversation through the line (PRD section 12, 20-25)', () => {
  const stage = new Stage();
  let lastCaller = 500;
  let number: string;

  beforeAll(() => stage.open());
  beforeEach(async () => {
    await stage.opensAt('20:30');
    number = `+13125550${(lastCaller += 1)}`;
  });
  afterAll(() => stage.close());

  it('PRD section 4: the greeting names the business, the agent and the owner, and the word for the hour', async () => {
    const caller = await stage.caller(number).dials(METRO_LINE);
    await caller.hears(/thanks for calling Metro Plumbing/);
    await caller.hears(/This is Alex, Dave's after-hours assistant/);
    await caller.hears(/How can I help you tonight\?/);
    expect(await caller.everything()).toMatch(/record/i);
    await stage.opensAt('18:00');
    const evening = await stage.caller(number).dials(METRO_LINE);
    await evening.hears(/How can I help you this evening\?/);
  });

  it('scenario 20: interrupted in the middle of the greeting it stops, listens, and answers what was said', async () => {
    const caller = await stage.caller(number).dials(METRO_LINE);
    await caller.hears(/thanks for calling/);
    await caller.interrupts('My faucet has been dripping for a week');
    await caller.hears(/grab a few details/);
    expect(await caller.everything()).not.toMatch(/How can I help you tonight/);
  });

  it('scenario 21: "Are you a robot?" is answered truthfully, and nothing of the kind is volunteered', async () => {
    const caller = await stage.caller(number).dials(METRO_LINE);
    await caller.hears(/how can i help/i);
    expect(await caller.everything()).not.toMatch(/\bAI\b|automated|robot/);
    await caller.says('Are you a robot?');
    await caller.hears(/automated assistant for Metro Plumbing/);
    await caller.says('My faucet has been dripping for a week');
    await caller.hears(/Can I get your name\?/);
  });

  it('scenario 22: a price is deflected to the owner', async () => {
    const caller = await stage.caller(number).tells(METRO_LINE, 'How much do you charge for a drain cleaning?');
    await caller.hears(/Pricing depends on the specifics/);
    await caller.hears(/so Dave can give you an exact number/);
    expect(await caller.everything()).not.toMatch(/\$|dollars/);
  });

  it('scenario 23: a caller who keeps the address gets through, and the card says so', async () => {
    const caller = await stage.caller(number).tells(METRO_LINE, 'My faucet has been dripping for a week');
    await caller.answersQuestions({ address: "I'd rather not say." });
    await stage.passes({ seconds: 10 });
    expect(await caller.everything()).toMatch(/address/);
    const card = await stage.metro.cardOf(number);
    expect(`${card.address ?? ''} ${card.notes ?? ''}`).toMatch(/Address not provided/);
    expect(card).toMatchObject({ classification: 'routine', callerName: 'Jim Kowalski' });
  });

  it('scenario 24: after five minutes it wraps up, and ends when there is nothing else', async () => {
    const caller = await stage.caller(number).tells(METRO_LINE, 'My faucet has been dripping for a week');
    await caller.hears(/your name/);
    for (let breaths = 0; breaths < 12; breaths += 1) {
      await stage.passes({ seconds: 25 });
      await stage.network.breath(caller.sid);
    }
    await caller.hears(/I think I have everything I need/);
    await caller.says("No, that's it. Thanks.");
    await caller.hears(/Thanks for calling Metro Plumbing/);
    await stage.passes({ seconds: 30 });
    expect(await caller.isOver()).toBe(true);
    const { durationSeconds } = await stage.metro.callFrom(number);
    expect(durationSeconds).toBeGreaterThan(240);
    expect(durationSeconds).toBeLessThan(900);
  });

  it('scenario 25: hung up within ten seconds is abandoned, without a card', async () => {
    const caller = await stage.caller(number).dials(METRO_LINE);
    await stage.passes({ seconds: 6 });
    await caller.hangsUp();
    await stage.passes({ minutes: 3 });
    expect(await stage.metro.callFrom(number)).toMatchObject({
      status: 'abandoned',
      leadCardId: null,
      badge: { text: 'Abandoned' },
    });
  });

  it('scenario 25: hung up later leaves a card with what there was', async () => {
    const caller = await stage.caller(number).dials(METRO_LINE);
    await caller.hears(/how can i help/i);
    await stage.passes({ seconds: 12 });
    await caller.hangsUp();
    await stage.passes({ minutes: 3 });
    expect(await stage.metro.cardOf(number)).toMatchObject({ callerPhone: number, callbackStatus: 'not_called' });
  });

  it('scenario 25: somebody who only said "Hello?" before hanging up is no salesman: a card is left', async () => {
    const caller = await stage.caller(number).tells(METRO_LINE, 'Hello?');
    await stage.passes({ seconds: 15 });
    await caller.hangsUp();
    await stage.passes({ minutes: 3 });
    expect((await stage.metro.callFrom(number)).classification).not.toBe('spam');
    expect(await stage.metro.cardOf(number)).toMatchObject({ callerPhone: number });
  });

  it('decision 8: a caller who says "my house is flooding" and hangs up at once is an emergency all the same', async () => {
    const caller = await stage.caller(number).dials(METRO_LINE);
    await caller.hears(/thanks for calling/);
    await caller.interrupts('My house is flooding');
    await caller.hangsUp();
    await stage.tech(MIKE).receives(/EMERGENCY CALL/);
    expect(await stage.metro.cardOf(number)).toMatchObject({ classification: 'emergency' });
  });
});
