import type { CardFacts, IncidentFacts } from './office.js';
import type { Caller, Technician } from './people.js';
import { DANA, METRO_LINE, MIKE, Stage } from './stage.js';

const BURST = "I've got water spraying out of a pipe in my basement";
const CALLED_BACK = 'Called back by Dave Morrison';

describe('Click-to-call on real telephones: the office rings a caller back under the number of the business', () => {
  const stage = new Stage();
  let dana: Technician;
  let lastCaller = 700;
  let number: string;
  let jim: Caller;
  let incidentId: string;
  let cardId: string;

  beforeAll(() => stage.open());
  afterAll(() => stage.close());
  beforeEach(async () => {
    await stage.opensAt('21:22');
    dana = stage.tech(DANA);
    number = `+13125550${(lastCaller += 1)}`;
    const mike = stage.tech(MIKE);
    await mike.behaves('no-answer');
    jim = await stage.caller(number).tells(METRO_LINE, BURST);
    await mike.receives(/EMERGENCY CALL/);
    await mike.replies('1');
    await jim.answersQuestions();
    await stage.passes({ seconds: 5 });
    if (!(await jim.isOver())) await jim.hangsUp();
    const call = await stage.metro.callFrom(number);
    [incidentId, cardId] = [call.incidentId ?? '', call.leadCardId ?? ''];
  });

  /** The customer's own telephone, rung. */
  const customer = async (behaves = 'by-hand'): Promise<Technician> => {
    const phone = stage.tech(number);
    await phone.behaves(behaves);
    return phone;
  };
  const clicks = async (subject: object = { incidentId }) => {
    const contacts = await stage.metro.get<{ id: string; phone: string }[]>('contacts');
    const deskContactId = contacts.find(({ phone }) => phone === DANA)?.id;
    const response = await stage.metro.ask('POST', 'calls', { deskContactId, ...subject });
    expect(response.status).toBe(202);
    return ((await response.json()) as { callId: string }).callId;
  };
  const timeline = async () => {
    const { timeline: lines } = await stage.metro.get<{ timeline: { text: string }[] }>(`incidents/${incidentId}`);
    return lines.map(({ text }) => text);
  };
  const calledBack = async () => (await timeline()).filter((line) => line === CALLED_BACK).length;
  const state = async () => (await stage.metro.get<IncidentFacts>(`incidents/${incidentId}`)).state;
  const card = () => stage.metro.get<CardFacts>(`lead-cards/${cardId}`);
  const ended = (callId: string) => stage.metro.get<{ badge: { text: string }; status: string }>(`calls/${callId}`);
  /** Both have picked up and talk. */
  const talking = async (subject?: object): Promise<{ phone: Technician; callId: string }> => {
    const phone = await customer();
    const callId = await clicks(subject);
    await dana.answers();
    await dana.hears(/Your call to Jim Kowalski\. Press 1 to be connected/);
    await dana.presses('1');
    await phone.answers();
    return { phone, callId };
  };

  it('the desk rings, then the customer, who sees the business; after the talk it says who has called back', async () => {
    const { phone, callId } = await talking();
    expect((await stage.network.calls()).findLast(({ to }) => to === number)?.from).toBe(METRO_LINE);
    expect(await state()).toBe('accepted');
    await stage.passes({ seconds: 40 });
    await phone.hangsUp();
    await stage.passes({ seconds: 3 });
    expect([await calledBack(), await state()]).toEqual([1, 'contacted']);
    expect(await ended(callId)).toMatchObject({ status: 'completed', badge: { text: 'Called by the office' } });
    expect(await card()).toMatchObject({ callbackStatus: 'not_called', calledBack: { byName: 'Dave Morrison' } });
  });

  it('it makes no difference who hangs up first, and a call from the card is on the emergency’s timeline as well', async () => {
    await talking({ leadCardId: cardId });
    await stage.passes({ seconds: 40 });
    await dana.hangsUp();
    await stage.passes({ seconds: 3 });
    expect([await calledBack(), await state()]).toEqual([1, 'contacted']);
    expect(await card()).toMatchObject({ calledBack: { byName: 'Dave Morrison' } });
  });

  it('the dispatcher does not pick up: no customer’s phone rings, and nobody has called back', async () => {
    const phone = await customer();
    await dana.behaves('no-answer');
    const callId = await clicks();
    await stage.passes({ seconds: 40 });
    expect(await phone.timesRung()).toBe(0);
    expect([await calledBack(), await state()]).toEqual([0, 'accepted']);
    expect((await ended(callId)).status).not.toBe('in_progress');
  });

  it('a mailbox at the desk presses no key: no customer’s phone rings', async () => {
    const phone = await customer();
    await dana.behaves('voicemail');
    await clicks();
    await stage.passes({ seconds: 60 });
    expect([await phone.timesRung(), await calledBack()]).toEqual([0, 0]);
  });

  it.each(['busy', 'no-answer'])('the customer is %s: the desk hears so, and nobody has called back', async (how) => {
    await customer(how);
    await clicks();
    await dana.answers();
    await dana.presses('1');
    await dana.hears(/They did not answer/);
    await stage.passes({ seconds: 5 });
    expect([await calledBack(), await state()]).toEqual([0, 'accepted']);
    expect(await card()).toMatchObject({ calledBack: null });
  });

  it('somebody who picks up and hangs up at once has not been spoken with', async () => {
    const { phone } = await talking();
    await stage.passes({ seconds: 2 });
    await phone.hangsUp();
    await stage.passes({ seconds: 3 });
    expect([await calledBack(), await state()]).toEqual([0, 'accepted']);
  });

  it.each(['duplicated', 'reordered'] as const)('webhooks %s: the same, once', async (kind) => {
    const { phone } = await talking();
    await stage.fault({ scope: 'webhooks', kind, ...(kind === 'reordered' && { count: 1 }) });
    await stage.passes({ seconds: 30 });
    await phone.hangsUp();
    await stage.passes({ seconds: 10 });
    expect([await calledBack(), await state()]).toEqual([1, 'contacted']);
  });
});
