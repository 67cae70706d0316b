import { Stage } from './stage.js';

interface CalendarFacts {
  state: string;
  connectedAs: string | null;
  failure: string | null;
}
interface AppointmentFacts {
  id: string;
  state: string;
  calendarState: string | null;
}
interface Diary {
  id: string;
  summary: string;
  events: { id: string; status: string; summary: string; start: { dateTime: string } }[];
}

const DAVE = 'dave@metroplumbing.example';
/** The Friday after the stage opens, 8 to 10 and 1 to 3 in Chicago. */
const MORNING = { startsAt: '2026-02-13T14:00:00.000Z', endsAt: '2026-02-13T16:00:00.000Z' };
const AFTERNOON = { startsAt: '2026-02-13T19:00:00.000Z', endsAt: '2026-02-13T21:00:00.000Z' };
const RACHEL = { customerName: 'Rachel Torres', serviceType: 'hvac', issue: 'AC tune-up' };

const stage = new Stage();
beforeAll(() => stage.open());
afterAll(() => stage.close());

describe('A contractor’s own calendar', () => {
  const calendar = () => stage.metro.get<CalendarFacts>('calendar');
  const appointment = (id: string) => stage.metro.get<AppointmentFacts>(`booking/appointments/${id}`);
  const slots = async () =>
    (await stage.metro.get<{ data: { startsAt: string }[] }>('booking/slots')).data.map(({ startsAt }) => startsAt);
  const diary = async (): Promise<Diary['events']> => {
    const people = await stage.network.google<{ address: string; diaries: Diary[] }[]>('GET', '');
    const own = people.find(({ address }) => address === DAVE)?.diaries.find(({ id }) => id === DAVE);
    return (own?.events ?? []).filter(({ status }) => status === 'confirmed');
  };
  const told = async <T>(path: string, body: object = {}): Promise<T> =>
    (await (await stage.metro.ask('POST', path, body)).json()) as T;
  const book = (time: typeof MORNING): Promise<AppointmentFacts> =>
    told('booking/appointments', { ...RACHEL, ...time });
  const written = (id: string, state: string) =>
    stage.eventually(async () => {
      const now = await appointment(id);
      return now.calendarState === state ? now : undefined;
    }, `the calendar of ${id} was ${state}`);

  it('is connected by its owner on Google’s own page, whose answer the app hands in', async () => {
    const { url } = await told<{ url: string }>('calendar/question');
    const back = await stage.network.allowsOnGoogle(url, DAVE);
    expect(`${back.origin}${back.pathname}`).toBe(`${stage.program.url}/google-calendar`);
    const answer = { state: back.searchParams.get('state'), code: back.searchParams.get('code') };
    expect(await told('calendar/answer', answer)).toMatchObject({ state: 'connected', connectedAs: DAVE });
    expect((await stage.metro.ask('POST', 'calendar/answer', answer)).status).toBe(400);
  });

  it('takes times away that a person is busy at', async () => {
    expect(await slots()).toContain(MORNING.startsAt);
    const dentist = { calendarId: DAVE, from: MORNING.startsAt, to: MORNING.endsAt, title: 'Dentist' };
    await stage.network.google('POST', '/events', dentist);
    const open = await slots();
    expect(open).not.toContain(MORNING.startsAt);
    expect(open).toContain(AFTERNOON.startsAt);
  });

  it('shows what is booked, and no longer what is called off', async () => {
    const { id } = await book(AFTERNOON);
    await written(id, 'written');
    expect((await diary()).map(({ summary }) => summary).sort()).toEqual(['Dentist', 'HVAC: Rachel Torres']);
    await stage.metro.ask('POST', `booking/appointments/${id}/cancel`, {});
    await stage.eventually(async () => ((await diary()).length === 1 ? true : undefined), 'the event was taken out');
  });

  it('keeps what a person put there first, and the appointment says so', async () => {
    const { id } = await book(MORNING);
    expect(await written(id, 'conflict')).toMatchObject({ state: 'booked' });
    expect((await diary()).map(({ summary }) => summary)).toEqual(['Dentist']);
  });

  it('taken away at Google, is lost here: no time is promised by it, and the owner gets a letter', async () => {
    await stage.network.google('POST', '/withdraw', { address: DAVE });
    await slots();
    expect(await calendar()).toMatchObject({ state: 'lost', connectedAs: DAVE });
    const [letter] = await stage.eventually(async () => {
      const letters = await stage.network.mailsTo(DAVE);
      return letters.length > 0 ? letters : undefined;
    }, 'the owner was told');
    expect(letter?.subject).toBe('Google Calendar is no longer connected to Metro Plumbing');
  });
});
