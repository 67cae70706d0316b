import type { AppointmentEvent, CalendarConnection } from '@domain/ports/calendar';
import { GoogleCalendar } from '@integrations/google-calendar/google-calendar';
import { GoogleCalendarConsent } from '@integrations/google-calendar/google-calendar-consent';
import { GOOGLE_SCOPES } from '@integrations/google-calendar/google-scopes';
import type { Env } from '@platform/env/env';
import { createHash } from 'node:crypto';
import type { FaultOrder } from '../../simulator/src/faults.js';
import { createGoogle } from '../../simulator/src/google/google.js';
import { createSimulator, type Simulator } from '../../simulator/src/server.js';
import { DEV_GOOGLE_CLIENT_ID, DEV_GOOGLE_CLIENT_SECRET, readSettings } from '../../simulator/src/server-settings.js';
import { VENDOR_SPECS_ABSENT, vendorSpecsArePresent } from '../../simulator/src/testing/vendor-specs.js';
import { complaintsAbout, type Sent } from './vendor-contract.js';

const DAVE = 'dave@metroplumbing.example';
const VERIFIER = 'a-verifier-of-forty-three-characters-at-least-x';
const TEN = new Date('2026-02-16T16:00:00Z');
const NOON = new Date('2026-02-16T18:00:00Z');
const EVENING = new Date('2026-02-17T00:00:00Z');

const EVENT: AppointmentEvent = {
  accountId: '0190a000-0000-7000-8000-000000000001',
  appointmentId: '0190a000-0000-7000-8000-000000000002',
  attempt: 1,
  from: TEN,
  to: NOON,
  timeZone: 'America/Chicago',
  title: 'Water heater: Jane Smith',
  notes: 'It leaks <b>a lot</b> & hisses.',
  location: '12 Oak Street',
};

interface Diary {
  id: string;
  events: { id: string; status: string; summary: string; description?: string; start: object }[];
}

describe('Google Calendar behind its ports, against the simulator', () => {
  let simulator: Simulator;
  let calendar: GoogleCalendar;
  let consent: GoogleCalendarConsent;
  let connection: CalendarConnection;

  beforeEach(async () => {
    simulator = await createSimulator({ ...readSettings({}), port: 0, smtpPort: 0 }, (world) => [createGoogle(world)]);
    const env = {
      PUBLIC_URL: 'https://nightdesk.test/',
      GOOGLE_CLIENT_ID: DEV_GOOGLE_CLIENT_ID,
      GOOGLE_CLIENT_SECRET: DEV_GOOGLE_CLIENT_SECRET,
      GOOGLE_API_URL: `${await simulator.listen()}/google/`,
    } as Env;
    calendar = new GoogleCalendar(env);
    consent = new GoogleCalendarConsent(env);
    connection = { accountId: EVENT.accountId, refreshToken: await permission(), calendarId: DAVE };
  });
  afterEach(() => simulator.close());

  const question = () => {
    const codeChallenge = createHash('sha256').update(VERIFIER).digest('base64url');
    return consent.questionUrl({ state: 'of-this-browser', codeChallenge });
  };
  /** What a person answers on Google's page, as the browser then brings it to us. */
  const answerOf = async (form: string): Promise<URLSearchParams> => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await fetch(question(), { method: 'POST', body: form, headers, redirect: 'manual' });
    const back = new URL(answer.headers.get('location') ?? '');
    expect(`${back.origin}${back.pathname}`).toBe('https://nightdesk.test/google-calendar');
    return back.searchParams;
  };
  const yes = (scopes: readonly string[] = GOOGLE_SCOPES): Promise<URLSearchParams> => {
    const form = new URLSearchParams({ answer: 'allow', address: DAVE });
    for (const scope of scopes) form.append('scope', scope);
    return answerOf(form.toString());
  };
  const permission = async (): Promise<string> => {
    const redeemed = await consent.redeem((await yes()).get('code') ?? '', VERIFIER);
    return redeemed.kind === 'granted' ? redeemed.refreshToken : '';
  };
  const fault = (order: FaultOrder) => void simulator.world.faults.add(order);
  const sim = async <T>(method: 'GET' | 'POST' | 'DELETE', url: string, payload: object = {}): Promise<T> => {
    const answer = await simulator.app.inject({
      method,
      url: `/sim/google${url}`,
      ...(method === 'POST' ? { payload } : {}),
    });
    return (answer.body === '' ? undefined : answer.json()) as T;
  };
  const dentist = (from = TEN, to = NOON) =>
    sim('POST', '/events', { calendarId: DAVE, from: from.toISOString(), to: to.toISOString(), title: 'Dentist' });
  const ours = async () => {
    const [person] = await sim<{ diaries: Diary[] }[]>('GET', '');
    const events = person?.diaries.find(({ id }) => id === DAVE)?.events ?? [];
    return events.filter(({ status, summary }) => status === 'confirmed' && summary !== 'Dentist');
  };

  describe('the permission', () => {
    it('is asked for with state, PKCE, the least scopes, and so that it lasts', () => {
      const query = new URL(question()).searchParams;
      expect(Object.fromEntries(query)).toMatchObject({
        state: 'of-this-browser',
        code_challenge_method: 'S256',
        access_type: 'offline',
        prompt: 'consent',
        response_type: 'code',
        client_id: DEV_GOOGLE_CLIENT_ID,
        scope: GOOGLE_SCOPES.join(' '),
      });
    });

    it('comes back with the state it was asked with, or with a refusal', async () => {
      expect((await yes()).get('state')).toBe('of-this-browser');
      expect(Object.fromEntries(await answerOf('answer=deny'))).toEqual({
        state: 'of-this-browser',
        error: 'access_denied',
      });
    });

    it('is redeemed once, and only by whoever asked', async () => {
      const code = (await yes()).get('code') ?? '';
      expect(await consent.redeem(code, 'somebody else’s verifier')).toEqual({ kind: 'not-valid' });
      const second = (await yes()).get('code') ?? '';
      expect(await consent.redeem(second, VERIFIER)).toMatchObject({ kind: 'granted' });
      expect(await consent.redeem(second, VERIFIER)).toEqual({ kind: 'not-valid' });
    });

    it('with a box unticked is no permission', async () => {
      const code = (await yes(GOOGLE_SCOPES.slice(1))).get('code') ?? '';
      expect(await consent.redeem(code, VERIFIER)).toEqual({ kind: 'incomplete' });
    });

    it('offers the calendars that can be written to, the person’s own first', async () => {
      const offered = await consent.calendars(connection.refreshToken);
      expect(offered).toMatchObject({ kind: 'ok', calendars: [{ id: DAVE, isPrimary: true }, { name: 'Jobs' }] });
    });

    it('is given back on disconnecting, and twice is as good as once', async () => {
      expect(await consent.revoke(connection.refreshToken)).toBe(true);
      expect(await consent.revoke(connection.refreshToken)).toBe(true);
      expect(await calendar.busy(connection, TEN, NOON)).toEqual({ kind: 'disconnected' });
    });

    it('cannot be given back while Google is down, and says so', async () => {
      fault({ scope: 'google.revoke', kind: 'http500-before' });
      expect(await consent.revoke(connection.refreshToken)).toBe(false);
    });
  });

  describe('busy times', () => {
    it('are none in an empty calendar', async () => {
      expect(await calendar.busy(connection, TEN, EVENING)).toEqual({ kind: 'ok', busy: [] });
    });

    it('are those of the chosen calendar, overlapping ones in one piece', async () => {
      await dentist(NOON, EVENING);
      await dentist(TEN, NOON);
      expect(await calendar.busy(connection, TEN, EVENING)).toEqual({ kind: 'ok', busy: [{ from: TEN, to: EVENING }] });
    });

    it('are not our own bookings, which our rows count crew by crew; beside somebody else’s event they are', async () => {
      await calendar.write(connection, EVENT);
      expect(await calendar.busy(connection, TEN, EVENING)).toEqual({ kind: 'ok', busy: [] });
      const neighbour = { ...connection, accountId: 'another business in the same calendar' };
      expect(await calendar.busy(neighbour, TEN, EVENING)).toEqual({ kind: 'ok', busy: [{ from: TEN, to: NOON }] });
      await dentist(NOON, EVENING);
      expect(await calendar.busy(connection, TEN, EVENING)).toEqual({
        kind: 'ok',
        busy: [{ from: NOON, to: EVENING }],
      });
      await dentist(new Date(TEN.getTime() + 60_000), NOON);
      expect(await calendar.busy(connection, TEN, EVENING)).toEqual({ kind: 'ok', busy: [{ from: TEN, to: EVENING }] });
    });

    it('are those of free/busy as they are when the events behind them are not told', async () => {
      await calendar.write(connection, EVENT);
      fault({ scope: 'google.events', kind: 'http500-before' });
      expect(await calendar.busy(connection, TEN, EVENING)).toEqual({ kind: 'ok', busy: [{ from: TEN, to: NOON }] });
    });

    it('of a calendar that Google could not read are unknown, not none', async () => {
      fault({ scope: 'google.free-busy', kind: 'garbage', count: 1 });
      expect(await calendar.busy(connection, TEN, NOON)).toEqual({ kind: 'unavailable', reason: 'calendar-unread' });
      const gone = { ...connection, calendarId: 'thrown-away@group.calendar.google.com' };
      expect(await calendar.busy(gone, TEN, NOON)).toEqual({ kind: 'unavailable', reason: 'calendar-missing' });
    });

    it.each([
      ['google.free-busy', { kind: 'error-code', code: 403 }, 'rate-limited'],
      ['google.free-busy', { kind: 'http429' }, 'rate-limited'],
      ['google.free-busy', { kind: 'http500-before' }, 'provider-silent'],
      ['google.free-busy', { kind: 'error-code', code: 401 }, 'google-401'],
      ['google.token', { kind: 'http500-before' }, 'provider-silent'],
      ['google.token', { kind: 'http429' }, 'provider-silent'],
    ] as const)('after %s %j are unknown: %s; nothing is asked twice', async (scope, order, reason) => {
      fault({ scope, ...order });
      expect(await calendar.busy(connection, TEN, NOON)).toEqual({ kind: 'unavailable', reason });
      const asked = simulator.world.log.find({ kind: 'request', scope });
      expect(asked.filter(({ summary }) => !summary.endsWith('200'))).toHaveLength(1);
    });

    it.each(['google.free-busy', 'google.token'])(
      'are unknown after 1.5 seconds when %s hangs: a caller is waiting',
      async (scope) => {
        fault({ scope, kind: 'hang-before' });
        const since = performance.now();
        expect(await calendar.busy(connection, TEN, NOON)).toEqual({ kind: 'unavailable', reason: 'provider-silent' });
        expect(performance.now() - since).toBeLessThan(2500);
      },
    );

    it('a permission taken back at Google is noticed at once, also with an access token in hand', async () => {
      await calendar.busy(connection, TEN, NOON);
      await sim('POST', '/withdraw', { address: DAVE });
      expect(await calendar.busy(connection, TEN, NOON)).toEqual({ kind: 'disconnected' });
    });

    it('are not signed in for anew with every question', async () => {
      await calendar.busy(connection, TEN, NOON);
      await calendar.busy(connection, TEN, NOON);
      expect(simulator.world.log.find({ kind: 'request', scope: 'google.token' })).toHaveLength(2); // redeem, refresh
    });
  });

  describe('an appointment', () => {
    it('is written with its zone, and what a caller said stays words', async () => {
      expect(await calendar.write(connection, EVENT)).toEqual({ kind: 'ok' });
      expect(await ours()).toMatchObject([
        {
          summary: 'Water heater: Jane Smith',
          description: 'It leaks &lt;b&gt;a lot&lt;/b&gt; &amp; hisses.',
          start: { dateTime: TEN.toISOString(), timeZone: 'America/Chicago' },
        },
      ]);
    });

    it('written twice is one event, also when the first answer was lost', async () => {
      fault({ scope: 'google.events', kind: 'http500-after', count: 1 });
      expect(await calendar.write(connection, EVENT)).toEqual({ kind: 'unavailable', reason: 'provider-silent' });
      expect(await calendar.write(connection, EVENT)).toEqual({ kind: 'ok' });
      expect(await calendar.write(connection, EVENT)).toEqual({ kind: 'ok' });
      expect(await ours()).toHaveLength(1);
    });

    it('gives way to what a person put there meanwhile, and leaves nothing behind', async () => {
      await dentist();
      expect(await calendar.write(connection, EVENT)).toEqual({ kind: 'conflict' });
      expect(await ours()).toEqual([]);
      expect(await calendar.write(connection, EVENT)).toEqual({ kind: 'conflict' });
    });

    it('that could not be taken out again is tried again until it is', async () => {
      await dentist();
      fault({ scope: 'google.events', kind: 'http500-before', match: 'DELETE' });
      expect(await calendar.write(connection, EVENT)).toMatchObject({ kind: 'unavailable' });
      simulator.world.faults.clear();
      expect(await calendar.write(connection, EVENT)).toEqual({ kind: 'conflict' });
      expect(await ours()).toEqual([]);
    });

    it('stands beside another of ours, and beside events that only touch it', async () => {
      await dentist(NOON, EVENING);
      expect(await calendar.write(connection, { ...EVENT, appointmentId: 'the-second-van' })).toEqual({ kind: 'ok' });
      expect(await calendar.write(connection, EVENT)).toEqual({ kind: 'ok' });
      expect(await ours()).toHaveLength(2);
    });

    it('moved in the calendar by hand is for a person to decide', async () => {
      await calendar.write(connection, EVENT);
      expect(await calendar.write(connection, { ...EVENT, to: EVENING })).toEqual({ kind: 'conflict' });
    });

    it('taken out does not come back under its name; the next attempt does', async () => {
      await calendar.write(connection, EVENT);
      expect(await calendar.remove(connection, EVENT)).toEqual({ kind: 'ok' });
      expect(await calendar.remove(connection, EVENT)).toEqual({ kind: 'ok' });
      expect(await calendar.write(connection, EVENT)).toEqual({ kind: 'conflict' });
      expect(await calendar.write(connection, { ...EVENT, attempt: 2 })).toEqual({ kind: 'ok' });
    });

    it('is refused by a calendar that can only be read', async () => {
      const holidays = { ...connection, calendarId: 'holidays.metroplumbing.example@group.v.calendar.google.com' };
      expect(await calendar.write(holidays, EVENT)).toEqual({ kind: 'unavailable', reason: 'permission-missing' });
    });

    it('is not written without a permission', async () => {
      await sim('POST', '/withdraw', { address: DAVE });
      expect(await calendar.write(connection, EVENT)).toEqual({ kind: 'disconnected' });
      expect(await calendar.remove(connection, EVENT)).toEqual({ kind: 'disconnected' });
    });
  });

  (vendorSpecsArePresent ? it : it.skip)(
    vendorSpecsArePresent ? 'every request is one that Google’s published document knows' : VENDOR_SPECS_ABSENT,
    async () => {
      await consent.calendars(connection.refreshToken);
      await calendar.busy(connection, TEN, NOON);
      await calendar.write(connection, EVENT);
      await calendar.write(connection, EVENT);
      await calendar.remove(connection, EVENT);
      const sent = simulator.world.log
        .find({ kind: 'request', scope: 'google' })
        .map(({ data }) => data as unknown as Sent);
      const calls = sent.filter(({ url }) => url.startsWith('/google/calendar/v3'));
      expect(new Set(calls.map(({ method }) => method))).toEqual(new Set(['GET', 'POST', 'DELETE']));
      expect(calls.flatMap(complaintsAbout)).toEqual([]);
    },
  );
});
