import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { me } from '../api/me.js';
import { overview } from '../api/overview.js';
import { inWords } from '../api/problem.js';
import { ensureSession } from '../api/session.js';
import { LoadingRows } from '../components/loading-rows.js';
import { BrokenPage } from './broken-page.js';
import { queryClient } from './query-client.js';
import { homeAccount, NO_ACCOUNT } from './home-account.js';
import {
  read,
  type CallsSearch,
  type DigestSearch,
  type LeadsSearch,
  type LiveSearch,
  type TriageSearch,
} from './search-words.js';
import { Shell } from './shell/shell.js';

const root = createRootRoute({
  component: Outlet,
  errorComponent: ({ error }) => <BrokenPage title="This page could not be opened" text={inWords(error)} />,
  notFoundComponent: () => (
    <BrokenPage title="There is no such page" text="The address may have a typo, or the page has moved." />
  ),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search): { next?: string } => ({ next: read.path(search.next) }),
  component: lazyRouteComponent(() => import('../features/sign-in/sign-in-page.js'), 'SignInPage'),
});

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: async () => {
    if (!(await ensureSession())) throw redirect({ to: '/sign-in', search: { next: undefined } });
    const accountId = homeAccount(await queryClient.ensureQueryData(me()));
    if (!accountId) throw new Error(NO_ACCOUNT);
    throw redirect({ to: '/a/$accountId/live', params: { accountId }, search: {} });
  },
});

/** Before anything is drawn: a moved clock must not show a wrong duration even once. The page can do without it. */
const hearTheTime = (accountId: string): Promise<unknown> =>
  queryClient.ensureQueryData(overview(accountId)).catch(() => undefined);

const account = createRoute({
  getParentRoute: () => root,
  path: '/a/$accountId',
  beforeLoad: async ({ location, params }) => {
    if (!(await ensureSession())) throw redirect({ to: '/sign-in', search: { next: location.href } });
    await Promise.all([queryClient.ensureQueryData(me()), hearTheTime(params.accountId)]);
  },
  component: Shell,
  errorComponent: ({ error }) => (
    <BrokenPage
      title="This account could not be opened"
      text={error instanceof Error ? error.message : inWords(error)}
    />
  ),
});

const live = createRoute({
  getParentRoute: () => account,
  path: 'live',
  validateSearch: (search): LiveSearch => ({ call: read.id(search.call) }),
  component: lazyRouteComponent(() => import('../features/live/live-page.js'), 'LivePage'),
});

const calls = createRoute({
  getParentRoute: () => account,
  path: 'calls',
  validateSearch: (search): CallsSearch => ({
    class: read.oneOf(search.class, ['emergency', 'routine', 'spam', 'ambiguous']),
    call: read.id(search.call),
  }),
  component: lazyRouteComponent(() => import('../features/calls/calls-page.js'), 'CallsPage'),
});

const triage = createRoute({
  getParentRoute: () => account,
  path: 'triage',
  validateSearch: (search): TriageSearch => ({ call: read.id(search.call) }),
  component: lazyRouteComponent(() => import('../features/triage/triage-page.js'), 'TriagePage'),
});

const leads = createRoute({
  getParentRoute: () => account,
  path: 'leads',
  validateSearch: (search): LeadsSearch => ({
    tab: read.oneOf(search.tab, ['needs-callback', 'no-answer', 'booked', 'all']),
    class: read.oneOf(search.class, ['emergency', 'routine', 'spam']),
    q: read.text(search.q),
    card: read.id(search.card),
  }),
  component: lazyRouteComponent(() => import('../features/leads/leads-page.js'), 'LeadsPage'),
});

const emergencies = createRoute({
  getParentRoute: () => account,
  path: 'emergencies',
  component: lazyRouteComponent(() => import('../features/emergencies/emergencies-page.js'), 'EmergenciesPage'),
});

const emergency = createRoute({
  getParentRoute: () => account,
  path: 'emergencies/$incidentId',
  component: lazyRouteComponent(() => import('../features/emergencies/emergency-page.js'), 'EmergencyPage'),
});

const digest = createRoute({
  getParentRoute: () => account,
  path: 'digest',
  validateSearch: (search): DigestSearch => ({
    morning: read.id(search.morning),
    view: read.oneOf(search.view, ['text']),
  }),
  component: lazyRouteComponent(() => import('../features/digest/digest-page.js'), 'DigestPage'),
});

const onCall = createRoute({
  getParentRoute: () => account,
  path: 'on-call',
  component: lazyRouteComponent(() => import('../features/on-call/on-call-page.js'), 'OnCallPage'),
});

const settings = createRoute({
  getParentRoute: () => account,
  path: 'settings',
  component: lazyRouteComponent(() => import('../features/settings/settings-page.js'), 'SettingsPage'),
});

const accountHome = createRoute({
  getParentRoute: () => account,
  path: '/',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/a/$accountId/live', params, search: {} });
  },
});

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    signIn,
    account.addChildren([accountHome, live, calls, triage, leads, emergencies, emergency, digest, onCall, settings]),
  ]),
  defaultPreload: 'intent',
  defaultPendingMs: 150,
  defaultPendingComponent: () => <LoadingRows what="the page" rows={8} />,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
