import { DANA, METRO_LINE, MIKE, Stage } from './stage.js';

const SHUT_OFF = /main water shutoff valve/;
const EVACUATE = /leave the house/;
const DRIP = /slow drip/;
const STAY_AWAY = /Stay away from the area/;
const CLARIFY = /needs attention tonight, or is it something that can wait/;

describe('Classification through the line (PRD section 12, 1-14)', () => {
  const stage = new Stage();
  let lastCaller = 300;
  const nextNumber = () => `+13125550${(lastCaller += 1)}`;

  beforeAll(() => stage.open());
  afterAll(() => stage.close());

  async function nobodyIsPaged(): Promise<void> {
    await stage.passes({ minutes: 2 });
    for (const phone of [MIKE, DANA]) {
      expect(await stage.tech(phone).texts()).toEqual([]);
      expect(await stage.tech(phone).timesRung()).toBe(0);
    }
  }

  it.each([
    [1, '21:22', 'Water is pouring through my ceiling', SHUT_OFF, 'plumbing'],
    [2, '21:22', 'I smell gas near my furnace', EVACUATE, 'hvac'],
    [3, '21:22', "No heat, it's 15 degrees, I have a newborn", DRIP, 'hvac'],
    [4, '21:22', 'My outlet is sparking and I smell burning', STAY_AWAY, 'electrical'],
    [6, '21:22', "(crying) Oh my god, there's water everywhere!!", SHUT_OFF, 'plumbing'],
  ] as const)(
    'scenario %i: at %s "%s" is an emergency, with its safety line before any question',
    async (...[, hour, said, safetyLine, serviceType]) => {
      await stage.opensAt(hour);
      const [number, mike] = [nextNumber(), stage.tech(MIKE)];
      const caller = await stage.caller(number).tells(METRO_LINE, said);
      await mike.rings();
      await caller.hears(safetyLine);
      await caller.hears(/Can I get your name\?/);
      const heard = await caller.everything();
      expect(heard.search(safetyLine)).toBeLessThan(heard.search(/your name/));
      await mike.receives(/^\[\w{2}\] EMERGENCY CALL - Metro Plumbing/);
      await caller.answersQuestions();
      await stage.passes({ seconds: 10 });
      expect(await stage.metro.callFrom(number)).toMatchObject({
        classification: 'emergency',
        priority: 'emergency',
        handledBy: 'ai',
        isAfterHours: true,
      });
      expect(await stage.metro.cardOf(number)).toMatchObject({
        classification: 'emergency',
        callerName: 'Jim Kowalski',
        callerPhone: number,
        address: '218 Oak Lane',
        serviceType,
        safetyInstructionGiven: expect.stringMatching(safetyLine),
        onCall: { state: 'routing' },
        callbackStatus: 'not_called',
      });
    },
  );

  it('scenario 5: at 2 AM "My furnace just shut off" is an emergency, and on-call is alerted', async () => {
    await stage.opensAt('02:00');
    const number = nextNumber();
    const caller = await stage.caller(number).tells(METRO_LINE, 'My furnace just shut off');
    await stage.tech(MIKE).rings();
    await caller.hears(/needs immediate attention/);
    await caller.answersQuestions();
    await stage.passes({ seconds: 10 });
    expect(await stage.metro.callFrom(number)).toMatchObject({ classification: 'emergency', serviceType: 'hvac' });
    expect(await stage.metro.incidentOf(number)).toMatchObject({ callerName: 'Jim Kowalski', address: '218 Oak Lane' });
  });

  it.each([
    [7, '19:45', "I'd like to schedule an AC tune-up", 'hvac'],
    [8, '19:45', 'Can I get a quote on a water heater?', 'plumbing'],
    [9, '19:45', 'My faucet has been dripping for a week', 'plumbing'],
    [10, '18:00', "My toilet's been running for 3 days", 'plumbing'],
  ] as const)(
    'scenario %i: at %s "%s" is routine: details, a card for the morning, nobody is woken',
    async (...[, hour, said, serviceType]) => {
      await stage.opensAt(hour);
      const number = nextNumber();
      const caller = await stage.caller(number).tells(METRO_LINE, said);
      await caller.hears(/grab a few details/);
      await caller.answersQuestions();
      await nobodyIsPaged();
      expect(await stage.metro.callFrom(number)).toMatchObject({ classification: 'routine', incidentId: null });
      expect(await stage.metro.cardOf(number)).toMatchObject({
        classification: 'routine',
        callerName: 'Jim Kowalski',
        callerPhone: number,
        address: '218 Oak Lane',
        serviceType,
        safetyInstructionGiven: null,
        onCall: { state: 'not_applicable' },
        callbackStatus: 'not_called',
      });
    },
  );

  it.each([
    [11, 'My AC stopped working', 'Yes, it needs attention tonight', 'emergency'],
    [11, 'My AC stopped working', 'It can wait until the morning', 'routine'],
    [12, 'Something is wrong with my furnace', "It's making a weird noise", 'routine'],
    [12, 'Something is wrong with my furnace', "It won't turn on and it's freezing", 'emergency'],
  ] as const)('scenario %i: "%s" is asked about, and "%s" makes it %s', async (...[, said, answer, classification]) => {
    await stage.opensAt('19:00');
    const number = nextNumber();
    const caller = await stage.caller(number).tells(METRO_LINE, said);
    await caller.hears(CLARIFY);
    expect(await stage.metro.openIncidents()).toEqual([]);
    await caller.says(answer);
    await caller.hears(classification === 'emergency' ? /needs immediate attention/ : /grab a few details/);
    if (classification === 'emergency') await stage.tech(MIKE).receives(/EMERGENCY CALL/);
    await caller.answersQuestions();
    await stage.passes({ seconds: 10 });
    expect(await stage.metro.callFrom(number)).toMatchObject({ classification });
    expect(await stage.metro.cardOf(number)).toMatchObject({ classification, address: '218 Oak Lane' });
  });

  it('scenario 13: a marketing pitch is ended politely, without card or routing', async () => {
    await stage.opensAt('18:10');
    const number = nextNumber();
    const caller = await stage
      .caller(number)
      .tells(METRO_LINE, "Hi, I'm calling from ABC Marketing about your Google Ads");
    await caller.hears(/not interested at this time/);
    await nobodyIsPaged();
    expect(await caller.isOver()).toBe(true);
    expect(await stage.metro.callFrom(number)).toMatchObject({
      classification: 'spam',
      leadCardId: null,
      incidentId: null,
      badge: { text: 'SPAM' },
    });
  });

  it('scenario 14: a robocall that talks over the greeting is hung up on', async () => {
    await stage.opensAt('18:10');
    const number = nextNumber();
    const caller = await stage.caller(number).dials(METRO_LINE);
    await caller.hears(/thanks for calling/);
    await caller.interrupts(
      'Hello! This is a prerecorded message. Your business has been pre-approved. Press one now to speak to a representative or press nine to be removed from this list.',
    );
    await nobodyIsPaged();
    expect(await caller.isOver()).toBe(true);
    expect(await stage.metro.callFrom(number)).toMatchObject({ classification: 'spam', leadCardId: null });
  });
});
