import { Authenticator } from './harness/authenticator.js';
import { linkTo, mailTo } from './harness/letters.js';
import { seedAccount, type SeededAccount } from './harness/seed-account.js';
import { signInAs, TEST_PASSWORD, type SignedIn } from './harness/sign-in.js';
import { TestApp } from './harness/test-app.js';

const NEW_PASSWORD = 'purple otter sings late';

describe('A forgotten password, and sessions', () => {
  let app: TestApp;
  let metro: SeededAccount;

  beforeAll(async () => {
    app = await TestApp.start();
    metro = await seedAccount(app.db);
  });
  afterAll(() => app.close());

  const post = (path: string, body: object, token = '') =>
    app
      .api()
      .post(`/api/v1/auth/${path}`)
      .set(token ? { Authorization: `Bearer ${token}` } : {})
      .send(body);
  const get = (path: string, token: string) => app.api().get(path).auth(token, { type: 'bearer' });
  const signIn = ({ email }: SignedIn, password = TEST_PASSWORD) => post('sign-in', { email, password });
  const askFor = async ({ email }: SignedIn) => {
    await post('forgot', { email }).expect(202);
    return linkTo(app, email);
  };

  it('is replaced by way of a link, which ends every session and tells the person (AUT-07)', async () => {
    const dave = await signInAs(app, metro, 'owner');
    const token = await askFor(dave);
    const answer = await post('reset', { token, password: NEW_PASSWORD }).expect(204);
    expect(answer.get('Set-Cookie')).toBeUndefined();
    await get('/api/v1/me', dave.token).expect(401);
    await app.api().post('/api/v1/auth/refresh').set('Cookie', dave.cookie).set('X-Requested-With', 'x').expect(401);
    await signIn(dave).expect(401);
    await signIn(dave, NEW_PASSWORD).expect(200);
    expect((await mailTo(app, dave.email))[0]?.subject).toBe('Your Nightdesk password was changed');
  });

  it('does not go past the second factor, and a missing or refused part leaves the link good', async () => {
    const dave = await signInAs(app, metro, 'owner');
    const phone = await Authenticator.enrol(app, dave);
    const token = await askFor(dave);
    const reset = (fields: object) => post('reset', { token, password: NEW_PASSWORD, ...fields });
    expect((await reset({}).expect(401)).body.code).toBe('code-needed');
    expect((await reset({ code: '000000' }).expect(401)).body.code).toBe('wrong-code');
    expect((await reset({ code: phone.recoveryCodes[0], password: 'password' }).expect(400)).body.code).toBe(
      'password-too-common',
    );
    await reset({ code: phone.recoveryCodes[0] }).expect(204);
    expect((await signIn(dave, NEW_PASSWORD).expect(200)).body).toMatchObject({ needs: 'code' });
  });

  it('answers alike, and writes to nobody, for an address that nobody has (AUT-08)', async () => {
    const dave = await signInAs(app, metro, 'owner');
    const known = await post('forgot', { email: dave.email }).expect(202);
    const unknown = await post('forgot', { email: 'nobody@example.test' }).expect(202);
    expect(unknown.text).toBe(known.text);
    expect(await mailTo(app, 'nobody@example.test')).toEqual([]);
    expect(await mailTo(app, dave.email)).toHaveLength(1);
  });

  it('works once per link, however many use it at the same moment, and the older links with it', async () => {
    const dave = await signInAs(app, metro, 'owner');
    const older = await askFor(dave);
    const token = await askFor(dave);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => post('reset', { token, password: NEW_PASSWORD })),
    );
    expect(answers.filter((answer) => answer.status === 204)).toHaveLength(1);
    for (const link of [token, older, 'A'.repeat(43)])
      expect((await post('reset', { token: link, password: NEW_PASSWORD }).expect(400)).body.code).toBe(
        'link-not-valid',
      );
  });

  it('is over after half an hour', async () => {
    const dave = await signInAs(app, metro, 'owner');
    const token = await askFor(dave);
    await app.db.everything(`update identity.resets set expires_at = now() - interval '1 second' where email = $1`, [
      dave.email,
    ]);
    expect((await post('reset', { token, password: NEW_PASSWORD }).expect(400)).body.code).toBe('link-not-valid');
  });

  it('ends a sign-in that stopped before its code', async () => {
    const dave = await signInAs(app, metro, 'owner');
    const phone = await Authenticator.enrol(app, dave);
    const { ticket } = (await signIn(dave).expect(200)).body as { ticket: string };
    await post('reset', { token: await askFor(dave), password: NEW_PASSWORD, code: phone.recoveryCodes[0] }).expect(
      204,
    );
    expect((await post('sign-in/code', { ticket, code: phone.code() }).expect(401)).body.code).toBe('ticket-over');
  });

  it('is changed with the old one, and only this browser stays signed in (AUT-12)', async () => {
    const dave = await signInAs(app, metro, 'owner');
    const phone = (await signIn(dave).expect(200)).body as { accessToken: string };
    const change = (currentPassword: string, newPassword: string) =>
      post('password', { currentPassword, newPassword }, dave.token);
    expect((await change('not the old one', NEW_PASSWORD).expect(401)).body.code).toBe('wrong-password');
    expect((await change(TEST_PASSWORD, 'short').expect(400)).body.code).toBe('password-too-short');
    await change(TEST_PASSWORD, NEW_PASSWORD).expect(204);
    await get('/api/v1/me', dave.token).expect(200);
    await get('/api/v1/me', phone.accessToken).expect(401);
    await signIn(dave, NEW_PASSWORD).expect(200);
  });

  it('shows a person’s sessions, and ends one or all others at once on every replica', async () => {
    const dave = await signInAs(app, metro, 'dispatcher');
    const tablet = await app
      .api()
      .post('/api/v1/auth/sign-in')
      .set('User-Agent', 'Tablet/1.0')
      .send({ email: dave.email, password: TEST_PASSWORD })
      .expect(200);
    const list = async () =>
      (await get('/api/v1/auth/sessions', dave.token).expect(200)).body as {
        id: string;
        userAgent: string;
        isCurrent: boolean;
      }[];
    const sessions = await list();
    expect(sessions.map((session) => session.isCurrent).sort()).toEqual([false, true]);
    const other = sessions.find((session) => session.userAgent === 'Tablet/1.0')!;
    const end = (id: string) => app.api().delete(`/api/v1/auth/sessions/${id}`).auth(dave.token, { type: 'bearer' });
    await end(other.id).expect(204);
    await get('/api/v1/me', tablet.body.accessToken as string).expect(401);
    expect((await end(other.id).expect(404)).body.code).toBe('session-not-found');
    await signIn(dave).expect(200);
    await app.api().delete('/api/v1/auth/sessions').auth(dave.token, { type: 'bearer' }).expect(204);
    expect(await list()).toMatchObject([{ isCurrent: true }]);
  });

  it('that ended a week ago leave nothing behind', async () => {
    const dave = await signInAs(app, metro, 'owner');
    await app.db.platform.query(
      `update identity.sessions set ends_at = clock_timestamp() - interval '8 days' where user_id = $1`,
      [dave.userId],
    );
    await signIn(dave).expect(200);
    const kept = await app.db.platform.query<{ sessions: number; tokens: number }>(
      `select (select count(*)::int from identity.sessions where user_id = $1) as sessions,
              (select count(*)::int from identity.refresh_tokens where user_id = $1) as tokens`,
      [dave.userId],
    );
    expect(kept).toEqual([{ sessions: 1, tokens: 1 }]);
  });

  it('nobody ends, or sees, somebody else’s session', async () => {
    const [dave, dana] = [await signInAs(app, metro, 'owner'), await signInAs(app, metro, 'csr')];
    const [session] = (await get('/api/v1/auth/sessions', dana.token).expect(200)).body as { id: string }[];
    await app.api().delete(`/api/v1/auth/sessions/${session!.id}`).auth(dave.token, { type: 'bearer' }).expect(404);
    await get('/api/v1/me', dana.token).expect(200);
  });

  it.each([
    ['owner', '9 hours', 'idle'],
    ['csr', '13 hours', 'idle'],
    ['owner', '25 hours', 'age'],
    ['dispatcher', '8 days', 'age'],
  ] as const)('ends by itself: for a %s after %s of %s (AUT-11)', async (role, after, kind) => {
    const person = await signInAs(app, metro, role);
    const column = kind === 'idle' ? 'last_seen_at' : 'ends_at';
    const refresh = () =>
      app.api().post('/api/v1/auth/refresh').set('Cookie', person.cookie).set('X-Requested-With', 'x');
    await app.db.platform.query(
      `update identity.sessions set ${column} = ${column} - $2::interval where user_id = $1`,
      [person.userId, after],
    );
    expect((await refresh().expect(401)).body.code).toBe('session-ended');
  });

  it('of somebody who is switched off ends at once, and lets them in no more', async () => {
    const gone = await signInAs(app, metro, 'csr');
    await app.db.platform.query(`update identity.users set is_active = false where id = $1`, [gone.userId]);
    await get('/api/v1/me', gone.token).expect(401);
    expect((await signIn(gone).expect(401)).body.code).toBe('wrong-credentials');
    await post('forgot', { email: gone.email }).expect(202);
    expect(await mailTo(app, gone.email)).toEqual([]);
  });

  it('leaves a record that nobody can rewrite', async () => {
    const dave = await signInAs(app, metro, 'owner');
    await signIn(dave, 'wrong wrong wrong').expect(401);
    const rows = await app.db.platform.query<{ event: string; ip_prefix: string }>(
      `select event, ip_prefix from identity.events where user_id = $1 order by at`,
      [dave.userId],
    );
    expect(rows.map((row) => row.event)).toEqual(['sign_in.succeeded', 'sign_in.failed']);
    expect(rows[0]?.ip_prefix).toMatch(/\/(24|48)$/);
    await expect(app.db.platform.query(`delete from identity.events`)).rejects.toThrow(/permission denied/);
    await expect(app.db.everything(`update identity.events set event = 'x'`)).rejects.toThrow('append-only');
  });
});
