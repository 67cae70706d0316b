import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { me } from '../api/me.js';
import { ensureSession } from '../api/session.js';
import { homeAccount, NO_ACCOUNT } from './home-account.js';
import { queryClient } from './query-client.js';
import { root } from './root-route.js';
import { read } from './search-words.js';

const withToken = (search: Record<string, unknown>): { token?: string } => ({ token: read.id(search.token) });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search): { next?: string } => ({ next: read.path(search.next) }),
  component: lazyRouteComponent(() => import('../features/sign-in/sign-in-page.js'), 'SignInPage'),
});

const signUp = createRoute({
  getParentRoute: () => root,
  path: '/sign-up',
  component: lazyRouteComponent(() => import('../features/sign-in/sign-up-page.js'), 'SignUpPage'),
});

const verify = createRoute({
  getParentRoute: () => root,
  path: '/verify',
  validateSearch: withToken,
  component: lazyRouteComponent(() => import('../features/sign-in/verify-page.js'), 'VerifyPage'),
});

const forgot = createRoute({
  getParentRoute: () => root,
  path: '/forgot',
  component: lazyRouteComponent(() => import('../features/sign-in/forgot-page.js'), 'ForgotPage'),
});

const reset = createRoute({
  getParentRoute: () => root,
  path: '/reset',
  validateSearch: withToken,
  component: lazyRouteComponent(() => import('../features/sign-in/reset-page.js'), 'ResetPage'),
});

const confirmEmail = createRoute({
  getParentRoute: () => root,
  path: '/confirm-email',
  validateSearch: withToken,
  component: lazyRouteComponent(() => import('../features/sign-in/confirm-email-page.js'), 'ConfirmEmailPage'),
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  validateSearch: withToken,
  // Whoever is signed in already accepts with one click.
  beforeLoad: () => ensureSession(),
  component: lazyRouteComponent(() => import('../features/sign-in/invitation-page.js'), 'InvitationPage'),
});

const security = createRoute({
  getParentRoute: () => root,
  path: '/security',
  beforeLoad: async ({ location }) => {
    if (!(await ensureSession())) throw redirect({ to: '/sign-in', search: { next: location.href } });
    await queryClient.ensureQueryData(me());
  },
  component: lazyRouteComponent(() => import('../features/security/security-page.js'), 'SecurityPage'),
});

/** Where Google sends the browser back to: it knows one address for all accounts. */
const googleCalendar = createRoute({
  getParentRoute: () => root,
  path: '/google-calendar',
  validateSearch: (search) => ({
    state: read.text(search.state),
    code: read.text(search.code),
    error: read.text(search.error),
  }),
  beforeLoad: async ({ location }) => {
    if (!(await ensureSession())) throw redirect({ to: '/sign-in', search: { next: location.href } });
    await queryClient.ensureQueryData(me());
  },
  component: lazyRouteComponent(() => import('../features/settings/booking/google-answer-page.js'), 'GoogleAnswerPage'),
});

/** Where everybody lands: the desk of the last visit, an agency's list, or the only account there is. */
const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: async () => {
    if (!(await ensureSession())) throw redirect({ to: '/sign-in', search: { next: undefined } });
    const mine = await queryClient.ensureQueryData(me());
    const accountId = homeAccount(mine);
    if (accountId) throw redirect({ to: '/a/$accountId/live', params: { accountId }, search: {} });
    const [agency] = mine.agencies;
    if (!agency) throw new Error(NO_ACCOUNT);
    throw redirect({ to: '/agency/$agencyId/contractors', params: { agencyId: agency.agencyId } });
  },
});

export const entranceRoutes = [
  home,
  signIn,
  signUp,
  verify,
  forgot,
  reset,
  confirmEmail,
  invitation,
  security,
  googleCalendar,
] as const;
