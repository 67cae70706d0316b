import type { Caller, Technician } from './people.js';
import { DANA, DAVE, METRO_LINE, MIKE, Stage } from './stage.js';

const BURST = "I've got water spraying out of a pipe in my basement";

describe('On-call routing through the line (PRD section 12, 15-19)', () => {
  const stage = new Stage();
  let mike: Technician;
  let dana: Technician;
  let dave: Technician;
  let lastCaller = 400;
  let number: string;

  beforeAll(() => stage.open());
  beforeEach(async () => {
    await stage.opensAt('21:22');
    [mike, dana, dave] = [stage.tech(MIKE), stage.tech(DANA), stage.tech(DAVE)];
    number = `+13125550${(lastCaller += 1)}`;
  });
  afterAll(() => stage.close());

  const emergency = (): Promise<Caller> => stage.caller(number).tells(METRO_LINE, BURST);

  it('scenario 15: Mike presses 1, and he and the caller hear each other; the details come by text as well', async () => {
    const jim = await emergency();
    await mike.answers();
    await mike.hears(/Emergency call for Metro Plumbing/);
    await mike.hears(/Press 1 to take the call now/);
    await mike.presses('1');
    await jim.hears(/Connecting you to Mike/);
    await stage.passes({ seconds: 5 });
    await jim.says('The whole basement is soaked');
    await mike.hears(/The whole basement is soaked/);
    await mike.says('I am Mike, close the valve by the meter');
    await jim.hears(/close the valve by the meter/);
    expect((await stage.metro.callFrom(number)).badge.text).toBe('EMERGENCY - Connected to Mike T.');
    await mike.receives(/EMERGENCY CALL|Caller info/);
    await mike.hangsUp();
    await jim.hangsUp();
    await stage.passes({ minutes: 12 });
    expect(await dana.texts()).toEqual([]);
    expect(await stage.metro.incidentOf(number)).toMatchObject({ acceptedName: 'Mike T.', acceptedVia: 'key' });
    expect((await stage.metro.cardOf(number)).onCall.label).toMatch(/^Mike T\. acknowledged at 9:2\d PM/);
  });

  it('decision 5: while the tech is rung the caller stays with the agent, who goes on asking', async () => {
    const jim = await emergency();
    await mike.rings();
    await jim.hears(/Can I get your name\?/);
    await jim.says('Jim Kowalski');
    await jim.hears(/address/);
    expect((await stage.metro.incidentOf(number)).state).toBe('alerting');
  });

  it('scenario 16: nobody takes the transfer: the caller is told of the urgent message, and the ladder starts', async () => {
    await mike.behaves('no-answer');
    const jim = await emergency();
    await mike.receives(/EMERGENCY CALL - Metro Plumbing/);
    await jim.hears(/wasn't able to reach Mike/);
    await jim.hears(/sent them an urgent message/);
    await jim.answersQuestions();
    await stage.passes({ minutes: 2 });
    expect(await mike.timesRung()).toBeGreaterThanOrEqual(2);
    expect((await stage.metro.incidentOf(number)).state).toBe('alerting');
  });

  it('scenario 17: "got it" stops the ladder, marks the alert, and Mike gets the caller\'s details', async () => {
    await mike.behaves('no-answer');
    const jim = await emergency();
    await mike.receives(/EMERGENCY CALL/);
    await jim.answersQuestions();
    await mike.replies('got it');
    const confirmation = await mike.receives(/Got it\. Caller info: Jim Kowalski/);
    expect(confirmation).toMatch(new RegExp(`${number.slice(-4)}.*Address: 218 Oak Lane`, 's'));
    await stage.passes({ minutes: 12 });
    expect(await dana.texts()).toEqual([]);
    expect(await dana.timesRung()).toBe(0);
    expect(await stage.metro.incidentOf(number)).toMatchObject({
      state: 'accepted',
      acceptedName: 'Mike T.',
      acceptedVia: 'sms',
    });
    expect(await stage.metro.alertsOf(number)).toContainEqual(
      expect.objectContaining({ channel: 'sms', contactName: 'Mike T.', state: 'accepted' }),
    );
    const card = await stage.metro.cardOf(number);
    expect(card.onCall).toMatchObject({
      state: 'acknowledged',
      label: expect.stringMatching(/^Mike T\. acknowledged at/),
    });
  });

  it('scenario 18: ten minutes without an answer, then the backup is texted', async () => {
    for (const tech of [mike, dana]) await tech.behaves('no-answer');
    const jim = await emergency();
    await jim.answersQuestions();
    await stage.passes({ minutes: 7 });
    expect(await dana.texts()).toEqual([]);
    await dana.receives(/EMERGENCY CALL - Metro Plumbing.*Jim Kowalski/s, 180);
    expect(await dave.texts()).toEqual([]);
    await dana.replies('on it');
    await stage.passes({ minutes: 12 });
    expect(await dave.texts()).toEqual([]);
    expect((await stage.metro.incidentOf(number)).acceptedName).toBe('Dana W.');
  });

  it('scenario 19: twenty minutes without an answer, then the owner gets "UNRESOLVED EMERGENCY"', async () => {
    for (const tech of [mike, dana, dave]) await tech.behaves('no-answer');
    const jim = await emergency();
    await jim.answersQuestions();
    await stage.passes({ minutes: 17 });
    expect(await dave.texts()).toEqual([]);
    await dave.receives(/UNRESOLVED EMERGENCY - Metro Plumbing.*Jim Kowalski/s, 240);
    expect(await dave.timesRung()).toBeGreaterThanOrEqual(1);
    await dave.replies('1');
    await stage.passes({ seconds: 30 });
    expect((await stage.metro.incidentOf(number)).acceptedName).toBe('Dave M.');
  });

  it('decision 5: a voicemail that picks up never counts as accepted', async () => {
    await mike.behaves('voicemail');
    await dana.behaves('no-answer');
    const jim = await emergency();
    await jim.hears(/wasn't able to reach Mike/, 120);
    await jim.answersQuestions();
    await dana.receives(/EMERGENCY CALL/, 660);
    const incident = await stage.metro.incidentOf(number);
    expect(incident).toMatchObject({ state: 'alerting', acceptedName: null });
  });

  it('decision 5: key 2 accepts, and the caller hears that Mike will call back', async () => {
    const jim = await emergency();
    await mike.answers();
    await mike.hears(/Press 2 if you will call back/);
    await mike.presses('2');
    await mike.hears(/Please call them back now/);
    await jim.hears(/Good news: Mike/);
    await jim.hears(/has your information and will be calling you back within a few minutes/);
    expect(await stage.metro.incidentOf(number)).toMatchObject({ state: 'accepted', acceptedVia: 'key' });
  });

  it('decision 6: key 3 passes, and the backup is paged at once', async () => {
    const jim = await emergency();
    await mike.answers();
    await mike.hears(/Press 3 to pass/);
    await mike.presses('3');
    await dana.receives(/EMERGENCY CALL/, 30);
    await jim.hears(/wasn't able to reach Mike/);
    expect((await stage.metro.incidentOf(number)).state).toBe('alerting');
  });

  it('decision 6: a question does not stop the ladder, and "who is this" pages the next person', async () => {
    for (const tech of [mike, dana]) await tech.behaves('no-answer');
    await emergency();
    await mike.receives(/EMERGENCY CALL/);
    await mike.replies('how bad is it?');
    await mike.receives(/Still paging/);
    expect((await stage.metro.incidentOf(number)).state).toBe('alerting');
    await mike.replies('who is this');
    await dana.receives(/EMERGENCY CALL/, 30);
    expect((await stage.metro.incidentOf(number)).state).toBe('alerting');
  });

  it('decision 6: an acceptance without a sign of contact is asked about after 15 minutes; N starts the paging again', async () => {
    for (const tech of [mike, dana]) await tech.behaves('no-answer');
    const jim = await emergency();
    await jim.answersQuestions();
    await mike.replies('on it');
    await mike.receives(/Did you reach Jim Kowalski/, 960);
    await mike.replies('N');
    await dana.receives(/EMERGENCY CALL/, 700);
    expect((await stage.metro.incidentOf(number)).state).toBe('alerting');
  });

  it('decision 5: the caller hung up before key 1: the tech may ring them back with one more key, from the line', async () => {
    const jim = await emergency();
    await mike.answers();
    await mike.hears(/Press 1 to take the call now/);
    await jim.hangsUp();
    await mike.presses('1');
    await mike.hears(/The caller has hung up. Press 1 to ring them now/);
    await mike.presses('1');
    const jimsPhone = await stage.tech(number).answers();
    await stage.passes({ seconds: 2 });
    await jimsPhone.says('Hello?');
    await mike.hears(/Hello\?/);
    expect(await stage.metro.incidentOf(number)).toMatchObject({ acceptedName: 'Mike T.', acceptedVia: 'key' });
  });

  it('decision 6: with two emergencies open a bare "1" is answered with the list, and the code decides', async () => {
    await mike.behaves('no-answer');
    const other = `+13125550${(lastCaller += 1)}`;
    await (await emergency()).answersQuestions();
    const linda = await stage.caller(other).tells(METRO_LINE, 'I smell gas near my furnace');
    await linda.answersQuestions({ name: 'Linda Morrison.' });
    await mike.receives(/EMERGENCY CALL.*gas/is);
    await mike.replies('1');
    await mike.receives(/2 emergencies are open. Reply with the code/);
    expect(await stage.metro.openIncidents()).toHaveLength(2);
    const { code } = await stage.metro.incidentOf(other);
    await mike.replies(`${code} 1`);
    await mike.receives(/Caller info: Linda Morrison/);
    expect((await stage.metro.incidentOf(number)).state).toBe('alerting');
    expect((await stage.metro.incidentOf(other)).acceptedName).toBe('Mike T.');
  });

  it('decision 6: taken in the app, the ladder stops and those who were paged may sleep on', async () => {
    await mike.behaves('no-answer');
    const jim = await emergency();
    await jim.answersQuestions();
    const { id } = await stage.metro.incidentOf(number);
    expect((await stage.metro.ask('POST', `incidents/${id}/accept`, {})).ok).toBe(true);
    await mike.receives(/took it at .* You can stand down/);
    await stage.passes({ minutes: 12 });
    expect(await dana.texts()).toEqual([]);
    expect((await stage.metro.incidentOf(number)).acceptedVia).toBe('app');
  });

  it('decision 6: STOP silences the texts, tells the owner, and the calls go on', async () => {
    for (const tech of [mike, dana]) await tech.behaves('no-answer');
    await (await emergency()).answersQuestions();
    const rungBefore = await mike.timesRung();
    await mike.replies('STOP');
    await dave.receives(/Mike T. texted STOP/);
    expect((await stage.metro.incidentOf(number)).state).toBe('alerting');
    await dana.receives(/EMERGENCY CALL/, 660);
    expect(rungBefore).toBeGreaterThan(0);
    await mike.texted(METRO_LINE, 'START');
    await stage.passes({ seconds: 5 });
  });
});
