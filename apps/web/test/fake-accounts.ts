import type { Page, Route } from '@playwright/test';
import * as accounts from './fixtures/accounts.js';
import { silence } from './silence.js';
import { config } from './fixtures/config.js';
import { now } from './fixtures/night.js';

export interface FakeAccounts {
  /** Acts that change who gets in are refused until the person has proved themselves. */
  needsProof: boolean;
  /** The import has gone through its list. */
  importDone: boolean;
  /** The provider of the voices does not answer. */
  voicesAreSilent: boolean;
  /** The invitation's days are over. */
  invitationOver: boolean;
  /** Signing in with the right password asks for a code. */
  twoStep: boolean;
  agencies: { agencyId: string; name: string }[];
  sent: { path: string; body: unknown }[];
  onboarding: typeof accounts.onboarding;
  provisioning: typeof accounts.provisioning;
}

export const fakeAccounts = (): FakeAccounts => ({
  needsProof: false,
  importDone: false,
  invitationOver: false,
  voicesAreSilent: false,
  twoStep: false,
  agencies: [],
  sent: [],
  onboarding: { ...accounts.onboarding, isComplete: true },
  provisioning: structuredClone(accounts.provisioning),
});

const session = {
  accessToken: 'token',
  expiresAt: new Date(now + 900_000).toISOString(),
  user: { id: 'u1', email: 'maria@metroplumbing.example', name: 'Maria Lopez' },
};

const json = (body: unknown, status = 200) => ({
  status,
  contentType: status < 400 ? 'application/json' : 'application/problem+json',
  body: JSON.stringify(body),
});
const refused = (status: number, code: string, detail: string) => json({ status, code, detail }, status);
const nothing = (status = 204) => ({ status });

const LAKEVIEW = '0192f0a0-0000-7000-8000-000000000003';

type Answer = (state: FakeAccounts, body: Record<string, unknown>) => Parameters<Route['fulfill']>[0];

const withProof =
  (answer: Answer): Answer =>
  (state, body) =>
    state.needsProof ? refused(403, 'step-up-required', 'Confirm it is you.') : answer(state, body);

/** "GET members", "POST auth/sign-up": an account's and an agency's own paths begin below their id. */
const ANSWERS: Record<string, Answer> = {
  'GET onboarding': (state) => json(state.onboarding),
  'GET profile': () => json({ name: config.accountName, timeZone: config.timeZone, state: 'IL' }),
  'GET provisioning': (state) => json(state.provisioning),
  'POST provisioning/retry': (state) => {
    if (state.provisioning.setUp) state.provisioning.setUp = { ...state.provisioning.setUp, state: 'running' };
    return json(state.provisioning, 202);
  },
  'POST provisioning/abandon': (state) => {
    state.provisioning = { setUp: null, lines: [] };
    return json(state.provisioning, 202);
  },
  'POST lines/l1/release': (state) => json(state.provisioning, 202),
  'GET numbers': () =>
    json({ data: [{ number: '+13125550147', label: '(312) 555-0147', locality: 'Chicago', region: 'IL' }] }),
  'GET forwarding': () => json(accounts.forwarding),
  'POST digests/digest-11/retry': () => nothing(202),
  'GET config/status': () => json(accounts.status),
  'GET config/voices': () => json(accounts.voices),
  'GET config/voices/Elliot/sample': (state) =>
    state.voicesAreSilent
      ? refused(503, 'voice-sample-unavailable', 'The voice cannot be heard at the moment. Try a Test Call.')
      : { status: 200, contentType: 'audio/wav', body: silence() },
  'GET config/agent-choices': () => json(accounts.choices),
  'GET config/compliance': () => json(accounts.compliance),
  'GET config/holidays': () =>
    json({ holidays: [], closures: [{ date: '2026-12-25', name: 'Christmas Day', intervals: [] }] }),
  'GET config/test-calls': () => json(accounts.testCalls),
  'GET config/versions': () => json({ data: accounts.versions, nextBefore: null }),
  'GET config/versions/diff': () =>
    json({ from: 2, to: 3, changes: [{ field: 'greeting', from: 'Hello', to: 'Hi, thanks for calling' }] }),
  'POST config/versions/2/restore': () => json({ ...config, version: 4 }),
  'POST config/greeting/preview': () =>
    json({ text: 'Hi, thanks for calling Metro Plumbing Co.', pieces: [], seconds: 7.2, aimSeconds: 6, problems: [] }),
  'POST config/faq/test': () =>
    json({
      says: 'Yes, for water heaters and remodels.',
      source: 'faq',
      faqIndex: 0,
      takesMessage: false,
      faqQuestion: 'Do you give free estimates?',
      because: 'It is the answer to one of your questions.',
    }),
  'GET members': () => json(accounts.members),
  'GET invitations': () => json(accounts.invitations),
  'POST invitations': withProof(() => json(accounts.invitations[0], 201)),
  'PATCH members/u2': withProof(() => json({ ...accounts.members[1], role: 'dispatcher' })),
  'DELETE members/u2': withProof(() => nothing()),
  'GET api-keys': () => json(accounts.keys),
  'POST api-keys': withProof(() => json({ ...accounts.keys[0], name: 'Reports', key: 'nd_live_7Qp_shownonce' }, 201)),
  'POST api-keys/k1/rotate': withProof(() => json({ ...accounts.keys[0], key: 'nd_live_9Rs_successor' }, 201)),
  'DELETE api-keys/k1': withProof(() => nothing()),
  'GET access-grants': () => json(accounts.grants),
  'POST access-grants': withProof(() => json(accounts.grants[0], 201)),
  'DELETE access-grants/g1': () => json({ ...accounts.grants[0], isOpen: false }),
  'GET contractors': () => json(accounts.contractors),
  [`POST contractors/${LAKEVIEW}/suspend`]: () => nothing(),
  'POST contractors': () => json({ accountId: accounts.contractors[0]?.accountId }, 201),
  'POST contractor-imports/preview': () => json(accounts.preview),
  'POST contractor-imports': (state) => json(accounts.contractorImport(state.importDone), 201),
  [`GET contractor-imports/${accounts.contractorImport(false).id}`]: (state) =>
    json(accounts.contractorImport(state.importDone)),
  'POST auth/email': withProof((_, { email }) =>
    email === 'maria@metroplumbing.example'
      ? refused(400, 'address-unchanged', 'This is your address already.')
      : nothing(202),
  ),
  'POST auth/email/confirm': (_, { token }) =>
    token === 'spent' ? refused(400, 'link-not-valid', 'This link has been used, or its time is over.') : nothing(),
  'GET auth/mfa': () => json({ isOn: false, recoveryCodesLeft: 0 }),
  'POST auth/mfa': () => json({ uri: 'otpauth://totp/Nightdesk:maria?secret=ABC234', secret: 'ABC234' }),
  'POST auth/mfa/confirm': (_, { code }) =>
    code === '123456'
      ? json({ recoveryCodes: ['AAAAAA-BBBBBB-CCCCCC-DDDDDD', 'EEEEEE-FFFFFF-GGGGGG-HHHHHH'] })
      : refused(401, 'wrong-code', 'This code is not right. Wait for the next one and try again.'),
  'GET auth/sessions': () => json(accounts.sessions),
  'DELETE auth/sessions': () => nothing(),
  'POST auth/step-up': (state, { password }) => {
    if (password !== 'correct horse') return refused(401, 'wrong-password', 'That is not your password.');
    state.needsProof = false;
    return nothing();
  },
  'POST auth/sign-up': (_, { password }) =>
    String(password).includes('nightdesk')
      ? refused(400, 'password-too-common', 'This password is on lists of stolen ones. Choose another.')
      : nothing(202),
  'POST auth/forgot': () => nothing(202),
  'POST auth/reset': (_, { code }) =>
    code ? nothing() : refused(401, 'code-needed', 'Two-step sign-in is on: write a code of your app too.'),
  'GET auth/invitation': (state) =>
    state.invitationOver
      ? refused(400, 'link-not-valid', 'This link has been used, or its time is over.')
      : json({
          organisation: 'Metro Plumbing Co',
          email: 'dana@metroplumbing.example',
          role: 'dispatcher',
          invitedBy: 'Maria Lopez',
          expiresAt: '2026-02-15T20:00:00Z',
          hasAccount: false,
        }),
  'POST auth/invitation/accept': (_, { password }) =>
    String(password).includes('nightdesk')
      ? refused(400, 'password-too-common', 'This password is on lists of stolen ones. Choose another.')
      : json({ accountId: '0192f0a0-0000-7000-8000-000000000001', agencyId: null, session }),
  'POST auth/sign-in/code': (_, { code }) =>
    code === '123456' ? json(session) : refused(401, 'wrong-code', 'This code is not right.'),
};

const OF_ONE = /^(?:accounts|agencies)\/[\w-]+\//;

/** Sign-up, settings, team and agencies: whatever is not theirs goes on to the rest of the fake API. */
export async function answerForAccounts(page: Page, state: FakeAccounts): Promise<void> {
  await page.route('**/api/v1/**', (route) => {
    const request = route.request();
    const path = new URL(request.url()).pathname.replace('/api/v1/', '').replace(OF_ONE, '');
    const body = (request.postDataJSON() ?? {}) as Record<string, unknown>;
    if (path === 'auth/sign-in' && state.twoStep)
      return route.fulfill(json({ needs: 'code', by: 'authenticator', ticket: 't' }));
    const answer = ANSWERS[`${request.method()} ${path}`];
    if (!answer) return route.fallback();
    if (request.method() !== 'GET') state.sent.push({ path, body });
    return route.fulfill(answer(state, body));
  });
}
