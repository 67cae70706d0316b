import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { brokenInWords } from '../api/problem.js';
import { LoadingRows } from '../components/loading-rows.js';
import { account } from './account-route.js';
import { agencyRoutes } from './agency-routes.js';
import { BrokenPage } from './broken-page.js';
import { entranceRoutes } from './entrance-routes.js';
import { root } from './root-route.js';
import {
  read,
  type AppointmentsSearch,
  type CallsSearch,
  type DigestSearch,
  type LeadsSearch,
  type LiveSearch,
  type OnCallSearch,
  type TriageSearch,
} from './search-words.js';
import { settingsRoutes } from './settings-routes.js';

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
    tab: read.oneOf(search.tab, ['needs-callback', 'approvals', 'no-answer', 'booked', 'all']),
    class: read.oneOf(search.class, ['emergency', 'routine', 'spam']),
    q: read.text(search.q),
    card: read.id(search.card),
  }),
  component: lazyRouteComponent(() => import('../features/leads/leads-page.js'), 'LeadsPage'),
});

const appointments = createRoute({
  getParentRoute: () => account,
  path: 'appointments',
  validateSearch: (search): AppointmentsSearch => ({
    week: read.id(search.week),
    at: read.text(search.at),
    show: read.oneOf(search.show, ['held', 'booked', 'over']),
    appointment: read.id(search.appointment),
  }),
  component: lazyRouteComponent(() => import('../features/booking/appointments-page.js'), 'AppointmentsPage'),
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
  validateSearch: (search): OnCallSearch => ({
    tab: read.oneOf(search.tab, ['schedule', 'people', 'team', 'ladder', 'rehearse']),
    week: read.id(search.week),
    by: read.oneOf(search.by, ['layer']),
    gap: read.text(search.gap),
    trade: read.oneOf(search.trade, ['plumbing', 'hvac', 'electrical']),
  }),
  component: lazyRouteComponent(() => import('../features/on-call/on-call-page.js'), 'OnCallPage'),
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
    ...entranceRoutes,
    agencyRoutes,
    account.addChildren([
      accountHome,
      live,
      calls,
      triage,
      leads,
      appointments,
      emergencies,
      emergency,
      digest,
      onCall,
      ...settingsRoutes,
    ]),
  ]),
  defaultPreload: 'intent',
  defaultPendingMs: 150,
  defaultPendingComponent: () => <LoadingRows what="the page" rows={8} />,
  // Inside the shell: a page that breaks must not take the bar of an open emergency with it.
  defaultErrorComponent: ({ error }) => <BrokenPage title="This page could not be shown" text={brokenInWords(error)} />,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
