import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { me } from '../api/me.js';
import { inWords } from '../api/problem.js';
import { ensureSession } from '../api/session.js';
import { BrokenPage } from './broken-page.js';
import { queryClient } from './query-client.js';
import { root } from './root-route.js';
import { read } from './search-words.js';

const agency = createRoute({
  getParentRoute: () => root,
  path: '/agency/$agencyId',
  beforeLoad: async ({ location }) => {
    if (!(await ensureSession())) throw redirect({ to: '/sign-in', search: { next: location.href } });
    await queryClient.ensureQueryData(me());
  },
  component: lazyRouteComponent(() => import('./shell/agency-shell.js'), 'AgencyShell'),
  errorComponent: ({ error }) => (
    <BrokenPage
      title="This agency could not be opened"
      text={error instanceof Error ? error.message : inWords(error)}
    />
  ),
});

const contractors = createRoute({
  getParentRoute: () => agency,
  path: 'contractors',
  component: lazyRouteComponent(() => import('../features/agency/contractors-page.js'), 'ContractorsPage'),
});

const newContractor = createRoute({
  getParentRoute: () => agency,
  path: 'contractors/new',
  component: lazyRouteComponent(() => import('../features/agency/new-contractor-page.js'), 'NewContractorPage'),
});

const importContractors = createRoute({
  getParentRoute: () => agency,
  path: 'contractors/import',
  validateSearch: (search): { import?: string } => ({ import: read.id(search.import) }),
  component: lazyRouteComponent(() => import('../features/agency/import-page.js'), 'ImportPage'),
});

const team = createRoute({
  getParentRoute: () => agency,
  path: 'team',
  component: lazyRouteComponent(() => import('../features/team/agency-team-page.js'), 'AgencyTeamPage'),
});

export const agencyRoutes = agency.addChildren([contractors, newContractor, importContractors, team]);
