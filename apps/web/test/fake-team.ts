import type { Page, Route } from '@playwright/test';
import type { Contact, Drill, OnCall, Policy, QuietHours, Schedule } from '../src/api/types.js';
import { ACCOUNT } from './fixtures/night.js';
import { onCall } from './fixtures/roster.js';
import * as fixtures from './fixtures/team.js';

/** The on-call half of the API, with just enough memory to be changed. */
export interface FakeTeam {
  /** Null before the first save. */
  roster: OnCall | null;
  schedule: Schedule;
  contacts: Contact[];
  drills: Drill[];
  policy: Policy;
  quietHours: QuietHours;
}

export const fakeTeam = (): FakeTeam => ({
  roster: { ...onCall },
  schedule: structuredClone(fixtures.schedule),
  contacts: structuredClone(fixtures.contacts),
  drills: [structuredClone(fixtures.pastDrill)],
  policy: structuredClone(fixtures.policy),
  quietHours: { from: '21:00', to: '08:00' },
});

interface Api {
  team: FakeTeam;
  posts: { path: string; body: unknown }[];
}

interface Ask {
  team: FakeTeam;
  route: Route;
  id: string;
  verb: string;
  body: Record<string, unknown>;
}

const json = (route: Route, body: unknown, status = 200): Promise<void> =>
  route.fulfill({
    status,
    contentType: status < 400 ? 'application/json' : 'application/problem+json',
    body: JSON.stringify(body),
  });

const problem = (route: Route, status: number, code: string, detail: string): Promise<void> =>
  json(route, { type: 'about:blank', title: code, status, code, detail }, status);

/** Answers what belongs to the team; everything else falls back to the rest of the API. */
export async function answerForTeam(page: Page, api: Api): Promise<void> {
  await page.route(`**/api/v1/accounts/${ACCOUNT}/**`, (route) => {
    const request = route.request();
    const path = new URL(request.url()).pathname.split(`${ACCOUNT}/`)[1] ?? '';
    const [resource = '', id = '', verb = ''] = path.split('/');
    const answer = ANSWERS[`${request.method()} ${resource}`];
    if (!answer) return route.fallback();
    const body = (request.postDataJSON() ?? {}) as Record<string, unknown>;
    if (request.method() !== 'GET' && verb !== 'preview' && id !== 'preview') api.posts.push({ path, body });
    return answer({ team: api.team, route, id, verb, body });
  });
}

const ON_CALL: Record<string, (ask: Ask) => unknown> = {
  '': ({ team }) => team.roster,
  now: () => fixtures.onCallNow,
  schedule: ({ team }) => team.schedule,
  gaps: ({ team }) => team.schedule.gaps,
  shifts: () => fixtures.shifts,
  'ring-groups': () => fixtures.ringGroups,
  feeds: () => fixtures.feeds,
  'quiet-hours': ({ team }) => team.quietHours,
};

const ANSWERS: Record<string, (ask: Ask) => Promise<void>> = {
  'GET on-call': (ask) => {
    if (!ask.team.roster) return problem(ask.route, 409, 'no-on-call-roster', 'Nobody is on call yet.');
    return json(ask.route, ON_CALL[ask.id]?.(ask) ?? null);
  },
  'PUT on-call': ({ team, route, id, body }) => {
    if (id === 'schedule') {
      team.schedule = { ...team.schedule, ...body, hasLayers: true, version: team.schedule.version + 1 } as Schedule;
      return json(route, team.schedule);
    }
    if (id === 'quiet-hours') return json(route, (team.quietHours = body as unknown as QuietHours));
    team.roster = { ...onCall, version: (team.roster?.version ?? 0) + 1 };
    return json(route, team.roster);
  },
  'POST on-call': ({ route, id, verb, body }) => {
    if (verb === 'preview')
      return json(route, { shifts: [], nextHandOffs: fixtures.schedule.nextHandOffs, gaps: fixtures.schedule.gaps });
    if (id === 'take') return json(route, fixtures.onCallNow);
    if (id === 'feeds')
      return json(route, { ...fixtures.feeds[0], id: 'feed-2', url: 'https://night.example/calendars/x.ics' }, 201);
    return json(route, id === 'swap' ? [] : { id: 'new', reason: '', ...body }, 201);
  },
  'DELETE on-call': ({ route }) => route.fulfill({ status: 204 }),
  'GET contacts': ({ team, route }) => json(route, team.contacts),
  'POST contacts': ({ team, route, id, verb, body }) => {
    if (verb === 'verification' && body.channel) return route.fulfill({ status: 202 });
    if (verb === 'verification') return confirmCode(team, { route, id, code: String(body.code) });
    if (verb === 'card') return route.fulfill({ status: 204 });
    team.contacts = team.contacts.map((one) => (one.id === id ? { ...one, testState: 'failed' } : one));
    return json(
      route,
      team.contacts.find((one) => one.id === id),
    );
  },
  'PATCH contacts': ({ team, route, id, body }) => {
    team.contacts = team.contacts.map((one) => (one.id === id ? { ...one, ...body } : one));
    return json(
      route,
      team.contacts.find((one) => one.id === id),
    );
  },
  'GET escalation-policy': ({ team, route }) => json(route, team.policy),
  'POST escalation-policy': ({ team, route, id, body }) => {
    if (id === 'preview') return json(route, previewOf(body.policy as Policy));
    team.policy = { ...structuredClone(fixtures.policy), version: team.policy.version + 1 };
    return json(route, team.policy);
  },
  'PUT escalation-policy': ({ team, route, body }) => {
    const preview = previewOf(body as unknown as Policy);
    if (preview.problem) return problem(route, 400, 'policy-ends-with-nobody', preview.problem);
    team.policy = { ...team.policy, ...body, isStandard: false, version: team.policy.version + 1, preview } as Policy;
    return json(route, team.policy);
  },
  'GET drills': ({ team, route }) => json(route, team.drills),
  'POST drills': ({ team, route, verb }) => {
    if (verb === 'cancel') team.drills = team.drills.map((one) => ({ ...one, state: 'canceled', tookSeconds: 20 }));
    else team.drills = [structuredClone(fixtures.runningDrill), ...team.drills];
    return json(route, team.drills[0], 201);
  },
  'GET wake-statistics': ({ route }) => json(route, fixtures.wakes),
};

function confirmCode(team: FakeTeam, { route, id, code }: { route: Route; id: string; code: string }): Promise<void> {
  if (code !== '482913') return problem(route, 400, 'wrong-code', 'These are not the digits that were sent.');
  team.contacts = team.contacts.map((one) =>
    one.id === id ? { ...one, verifiedAt: '2026-02-13T04:20:00.000Z', ready: true, missing: [] } : one,
  );
  return json(
    route,
    team.contacts.find((one) => one.id === id),
  );
}

/** A ladder must not end with whoever happens to be on call: the rule that the editor's tests need. */
function previewOf({ steps }: Policy): Policy['preview'] {
  const ends = steps.at(-1)?.target.kind;
  const isSafe = ends === 'owner' || ends === 'contact';
  return {
    ...fixtures.policy.preview,
    sentence: `Tonight 9 PM calls go to: AI, then ${steps.length} steps`,
    problem: isSafe ? null : 'The last page must go to the owner or to a contact who can be reached',
  };
}
