import { json, problem } from './fake-answers.js';
import { changeCard, listed, waiting } from './fake-leads.js';
import { silence } from './silence.js';
import type { Page, Route } from '@playwright/test';
import type { Disagreement, JournalEvent, LeadCard } from '../src/api/types.js';
import { answerForAccounts, fakeAccounts, type FakeAccounts } from './fake-accounts.js';
import { disagreements } from './fixtures/disagreements.js';
import { answerForBooking, fakeBooking, type FakeBooking } from './fake-booking.js';
import { answerForTeam, fakeTeam, type FakeTeam } from './fake-team.js';
import { callDetails } from './fixtures/call-details.js';
import { calls } from './fixtures/calls.js';
import { config } from './fixtures/config.js';
import { digests } from './fixtures/digests.js';
import { incidentDetails } from './fixtures/incident-details.js';
import { incidents } from './fixtures/incidents.js';
import { leadCards } from './fixtures/lead-cards.js';
import { ACCOUNT, me, now } from './fixtures/night.js';
import { overview } from './fixtures/overview.js';

/** The API's answers to one browser page, with just enough memory to be changed, refused and told about. */
export interface FakeApi {
  cards: Map<string, LeadCard>;
  /** Request headers of every connection to the live stream, in order. */
  streams: Record<string, string>[];
  /** What the next connections to the stream deliver before they end; afterwards they stay open. */
  streamBodies: string[];
  overview: typeof overview;
  incidents: typeof incidents;
  digests: typeof digests;
  signedIn: boolean;
  disagreements: Disagreement[];
  /** Corrections are answered with this problem instead of being stored. */
  refuseCorrections?: { status: number; detail: string };
  /** Calls of the office are answered with this problem instead of being placed. */
  refuseCalls?: { status: number; detail: string };
  /** What is done about emergencies is answered with this problem instead of being done. */
  refuseIncidents?: { status: number; detail: string };
  /** Who is signed in, in the account that is open. */
  role: (typeof me.accounts)[number]['role'];
  posts: { path: string; body: unknown }[];
  /** Contacts, schedule, ladder and rehearsals. */
  team: FakeTeam;
  /** Appointments, their rules and the contractor's calendar. */
  booking: FakeBooking;
  /** Sign-up, settings, team, keys and agencies. */
  accounts: FakeAccounts;
}

export const streamEvent = (id: string, event: JournalEvent): string =>
  `id: ${id}\nevent: journal\ndata: ${JSON.stringify(event)}\n\n`;

export async function fakeApi(page: Page): Promise<FakeApi> {
  const api: FakeApi = {
    cards: new Map(leadCards.map((card) => [card.id, { ...card }])),
    streams: [],
    streamBodies: [],
    overview: structuredClone(overview),
    incidents: structuredClone(incidents),
    digests: structuredClone(digests),
    signedIn: true,
    disagreements: structuredClone(disagreements),
    role: 'owner',
    posts: [],
    team: fakeTeam(),
    booking: fakeBooking(),
    accounts: fakeAccounts(),
  };
  await page.route('**/api/v1/**', (route) => answer(api, route));
  await answerForTeam(page, api);
  await answerForAccounts(page, api.accounts);
  await answerForBooking(page, api);
  return api;
}

async function answer(api: FakeApi, route: Route): Promise<void> {
  const request = route.request();
  const url = new URL(request.url());
  const path = url.pathname.replace('/api/v1/', '').replace(`accounts/${ACCOUNT}/`, '');
  if (path.startsWith('auth/')) return answerAuth(api, route, path);
  if (path === 'me') return json(route, { ...me, accounts: membershipsOf(api), agencies: api.accounts.agencies });
  if (path === 'stream') return answerStream(api, route);
  if (request.method() !== 'GET') return answerChange(api, route, path);
  return answerRead(api, route, { path, search: url.searchParams });
}

const membershipsOf = ({ role }: FakeApi) =>
  me.accounts.map((account) =>
    account.accountId === ACCOUNT
      ? { ...account, role, actingAs: role === 'agency_admin' ? ('agency' as const) : account.actingAs }
      : account,
  );

function answerAuth(api: FakeApi, route: Route, path: string): Promise<void> {
  const session = { accessToken: 'token', expiresAt: new Date(now + 900_000).toISOString(), user: me.user };
  if (path === 'auth/sign-out') {
    api.signedIn = false;
    return route.fulfill({ status: 204 });
  }
  if (path === 'auth/refresh')
    return api.signedIn ? json(route, session) : problem(route, 401, 'not-signed-in', 'Sign in first.');
  const { password } = route.request().postDataJSON() as { password: string };
  if (password !== 'correct horse')
    return problem(route, 401, 'wrong-credentials', 'The e-mail or the password is not right.');
  api.signedIn = true;
  return json(route, session);
}

function answerStream(api: FakeApi, route: Route): Promise<void> {
  api.streams.push(route.request().headers());
  const body = api.streamBodies.shift();
  if (body === undefined) return Promise.resolve(); // never answered: an open line that says nothing
  return route.fulfill({ status: 200, contentType: 'text/event-stream', body });
}

const page = <T>(data: T[]) => ({ data, nextCursor: null });

type Answer = (api: FakeApi, ask: { id?: string; part?: string; search: URLSearchParams }) => unknown;

const DISAGREEMENTS_PER_PAGE = 3;

/** One line per resource; `undefined` becomes a 404. */
const READS: Record<string, Answer> = {
  overview: (api) => ({ ...api.overview, needsCallback: waiting(api.cards) }),
  calls: (_, { id, search }) => (id ? callDetails[id] : page(calls.filter((call) => matches(call, search)))),
  'lead-cards': (api, { id, search }) => {
    if (id === 'counts') return { needsCallback: waiting(api.cards) };
    return id ? api.cards.get(id) : page(listed(api.cards, search));
  },
  incidents: (api, { id, search }) =>
    id
      ? detailOf(api, id)
      : page(api.incidents.filter((one) => (search.get('state') === 'open') === isOpen(one.state))),
  disagreements: (api, { search }) => {
    const from = Number(search.get('after') ?? 0);
    const next = from + DISAGREEMENTS_PER_PAGE;
    return {
      data: api.disagreements.slice(from, next),
      nextCursor: next < api.disagreements.length ? String(next) : null,
    };
  },
  digests: (api, { id }) => (id ? api.digests.find((digest) => digest.id === id) : page(api.digests)),
  config: (_, { id }) =>
    id ? { answeredBy: 'ai', explanation: 'The office is closed then, so the voice agent answers.' } : config,
};

function answerRead(
  api: FakeApi,
  route: Route,
  { path, search }: { path: string; search: URLSearchParams },
): Promise<void> {
  const [resource = '', id, part] = path.split('/');
  if (part === 'recording') return route.fulfill({ status: 200, contentType: 'audio/wav', body: silence() });
  if (path === 'disagreements/export') return exported(api, route);
  return found(route, READS[resource]?.(api, { id, part, search }));
}

const exported = (api: FakeApi, route: Route): Promise<void> =>
  route.request().headers().authorization === 'Bearer token'
    ? route.fulfill({ status: 200, contentType: 'application/x-ndjson', body: correctionLines(api) })
    : problem(route, 401, 'not-signed-in', 'Sign in first.');

const correctionLines = (api: FakeApi): string =>
  api.disagreements
    .filter(({ human }) => human !== null)
    .map(({ callId, human }) => `${JSON.stringify({ id: callId, classification: human?.classification })}\n`)
    .join('');

const found = (route: Route, body: unknown): Promise<void> =>
  body === undefined ? problem(route, 404, 'not-found', 'No such thing.') : json(route, body);

const isOpen = (state: string): boolean => ['alerting', 'accepted', 'contacted', 'unreached'].includes(state);

const detailOf = (api: FakeApi, id: string) => {
  const current = api.incidents.find((one) => one.id === id);
  const detail = incidentDetails[id];
  return current && detail ? { ...detail, ...current } : undefined;
};

const matches = (call: (typeof calls)[number], search: URLSearchParams): boolean =>
  !search.has('leadCardId') &&
  (search.get('live') !== 'true' || call.endedAt === null) &&
  (!search.has('class') || call.classification === search.get('class'));

function answerChange(api: FakeApi, route: Route, path: string): Promise<void> {
  const request = route.request();
  const [resource, id, verb] = path.split('/');
  api.posts.push({ path, body: request.postDataJSON() as unknown });
  if (resource === 'lead-cards' && id) return changeCard(api.cards, route, id);
  if (resource === 'incidents' && id) {
    if (api.refuseIncidents) return problem(route, api.refuseIncidents.status, 'refused', api.refuseIncidents.detail);
    api.incidents = api.incidents.map((one) =>
      one.id === id
        ? {
            ...one,
            state:
              verb === 'accept'
                ? 'accepted'
                : verb === 'resolve'
                  ? 'resolved'
                  : verb === 'false-alarm'
                    ? 'false_alarm'
                    : one.state,
            acceptedName: one.acceptedName ?? 'Maria Lopez',
          }
        : one,
    );
    return found(route, detailOf(api, id));
  }
  if (path === 'calls' && api.refuseCalls)
    return problem(route, api.refuseCalls.status, 'refused', api.refuseCalls.detail);
  if (verb === 'correction' && id) return correct(api, route, id);
  if (resource === 'config')
    return json(route, { ...config, ...(request.postDataJSON() as object), version: config.version + 1 });
  return json(route, { ok: true });
}

function correct(api: FakeApi, route: Route, callId: string): Promise<void> {
  const { refuseCorrections: refused } = api;
  if (refused) return problem(route, refused.status, 'refused', refused.detail);
  const { classification } = route.request().postDataJSON() as { classification: 'emergency' | 'routine' | 'spam' };
  const human = { classification, reasoning: 'Corrected by hand', evidence: [] };
  api.disagreements = api.disagreements.map((one) => (one.callId === callId ? { ...one, human } : one));
  return route.fulfill({ status: 204 });
}
