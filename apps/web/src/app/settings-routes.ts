import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { account } from './account-route.js';
import { read, SET_UP_STEPS, type SetUpSearch } from './search-words.js';

const settings = createRoute({
  getParentRoute: () => account,
  path: 'settings',
  component: lazyRouteComponent(() => import('../features/settings/settings-page.js'), 'SettingsPage'),
});

const agent = createRoute({
  getParentRoute: () => account,
  path: 'settings/agent',
  component: lazyRouteComponent(() => import('../features/settings/agent-page.js'), 'AgentPage'),
});

const booking = createRoute({
  getParentRoute: () => account,
  path: 'settings/booking',
  component: lazyRouteComponent(() => import('../features/settings/booking/booking-page.js'), 'BookingPage'),
});

const compliance = createRoute({
  getParentRoute: () => account,
  path: 'settings/compliance',
  component: lazyRouteComponent(() => import('../features/settings/compliance-page.js'), 'CompliancePage'),
});

const line = createRoute({
  getParentRoute: () => account,
  path: 'settings/line',
  component: lazyRouteComponent(() => import('../features/settings/line-page.js'), 'LinePage'),
});

const versions = createRoute({
  getParentRoute: () => account,
  path: 'settings/versions',
  component: lazyRouteComponent(() => import('../features/settings/versions-page.js'), 'VersionsPage'),
});

const team = createRoute({
  getParentRoute: () => account,
  path: 'settings/team',
  component: lazyRouteComponent(() => import('../features/team/team-page.js'), 'TeamPage'),
});

const apiKeys = createRoute({
  getParentRoute: () => account,
  path: 'settings/api-keys',
  component: lazyRouteComponent(() => import('../features/access/api-keys-page.js'), 'ApiKeysPage'),
});

const access = createRoute({
  getParentRoute: () => account,
  path: 'settings/access',
  component: lazyRouteComponent(() => import('../features/access/access-page.js'), 'AccessPage'),
});

const setUp = createRoute({
  getParentRoute: () => account,
  path: 'set-up',
  validateSearch: (search): SetUpSearch => ({ step: read.oneOf(search.step, SET_UP_STEPS) }),
  component: lazyRouteComponent(() => import('../features/settings/set-up/set-up-page.js'), 'SetUpPage'),
});

export const settingsRoutes = [
  settings,
  agent,
  booking,
  compliance,
  line,
  versions,
  team,
  apiKeys,
  access,
  setUp,
] as const;
