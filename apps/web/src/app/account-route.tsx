import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { me } from '../api/me.js';
import { overview } from '../api/overview.js';
import { inWords } from '../api/problem.js';
import { ensureSession } from '../api/session.js';
import { BrokenPage } from './broken-page.js';
import { queryClient } from './query-client.js';
import { root } from './root-route.js';

/** Before anything is drawn: a moved clock must not show a wrong duration even once. The page can do without it. */
const hearTheTime = (accountId: string): Promise<unknown> =>
  queryClient.ensureQueryData(overview(accountId)).catch(() => undefined);

/** Every page of one contractor's account. */
export const account = createRoute({
  getParentRoute: () => root,
  path: '/a/$accountId',
  beforeLoad: async ({ location, params }) => {
    if (!(await ensureSession())) throw redirect({ to: '/sign-in', search: { next: location.href } });
    await Promise.all([queryClient.ensureQueryData(me()), hearTheTime(params.accountId)]);
  },
  component: lazyRouteComponent(() => import('./shell/shell.js'), 'Shell'),
  errorComponent: ({ error }) => (
    <BrokenPage
      title="This account could not be opened"
      text={error instanceof Error ? error.message : inWords(error)}
    />
  ),
});
