import { Authenticator } from './harness/authenticator.js';
import { mailTo } from './harness/letters.js';
import { seedAccount, type SeededAccount } from './harness/seed-account.js';
import { signInAs, TEST_PASSWORD, type SignedIn } from './harness/sign-in.js';
import { TestApp } from './harness/test-app.js';

describe('Two-step sign-in', () => {
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
  const ticketFor = async ({ email }: SignedIn) =>
    (await post('sign-in', { email, password: TEST_PASSWORD }).expect(200)).body.ticket as string;
  const age = (person: SignedIn) =>
    app.db.platform.query(
      `update identity.sessions set factor_at = clock_timestamp() - interval '6 minutes' where user_id = $1`,
      [person.userId],
    );
  const eventsOf = async (person: SignedIn) =>
    (
      await app.db.platform.query<{ event: string }>(
        `select event from identity.events where user_id = $1 order by at, id`,
        [person.userId],
      )
    ).map((row) => row.event);

  it('is set up with a code of the app, hands out ten recovery codes once, and is told by mail', async () => {
    const dave = await signInAs(app, metro, 'owner');
    const phone = await Authenticator.enrol(app, dave);
    expect(new Set(phone.recoveryCodes).size).toBe(10);
    const { body } = await app.api().get('/api/v1/auth/mfa').auth(dave.token, { type: 'bearer' }).expect(200);
    expect(body).toEqual({ isOn: true, recoveryCodesLeft: 10 });
    expect((await mailTo(app, dave.email))[0]?.subject).toBe('Two-step sign-in is on');
    expect((await post('mfa', {}, dave.token).expect(409)).body.code).toBe('second-factor-on');
  });

  it('asks for the code after the password, and gives no session before (AUT-04)', async () => {
    const dave = await signInAs(app, metro, 'owner');
    const phone = await Authenticator.enrol(app, dave);
    const asked = await post('sign-in', { email: dave.email, password: TEST_PASSWORD }).expect(200);
    expect(asked.body).toEqual({ needs: 'code', by: 'authenticator', ticket: expect.any(String) });
    expect(asked.get('Set-Cookie')).toBeUndefined();
    const { body } = await post('sign-in/code', { ticket: asked.body.ticket, code: phone.code() }).expect(200);
    const sessions = await app
      .api()
      .get('/api/v1/auth/sessions')
      .auth(body.accessToken, { type: 'bearer' })
      .expect(200);
    expect(sessions.body[0]).toMatchObject({ isCurrent: true, secondFactor: true });
  });

  it('takes a code once: replayed at once, in the next step, or fifty times together (AUT-05)', async () => {
    const dave = await signInAs(app, metro, 'owner');
    const phone = await Authenticator.enrol(app, dave);
    const code = phone.code();
    const tickets = await Promise.all(Array.from({ length: 4 }, () => ticketFor(dave)));
    const answers = await Promise.all(tickets.map((ticket) => post('sign-in/code', { ticket, code })));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 401, 401, 401]);
    expect((await post('sign-in/code', { ticket: await ticketFor(dave), code }).expect(401)).body.code).toBe(
      'wrong-code',
    );
    expect((await post('sign-in/code', { ticket: await ticketFor(dave), code: phone.code(-1) })).status).not.toBe(200);
  });

  it('takes the code of the step before, and none of the next', async () => {
    const dave = await signInAs(app, metro, 'owner');
    const phone = await Authenticator.enrol(app, dave);
    await post('sign-in/code', { ticket: await ticketFor(dave), code: phone.code(2) }).expect(401);
    await post('sign-in/code', { ticket: await ticketFor(dave), code: phone.code(-3) }).expect(401);
    await post('sign-in/code', { ticket: await ticketFor(dave), code: phone.code(-1) }).expect(200);
  });

  it('takes each recovery code once, also of fifty tries at the same moment, and tells the person how many are left', async () => {
    const dave = await signInAs(app, metro, 'owner');
    const { recoveryCodes } = await Authenticator.enrol(app, dave);
    const code = recoveryCodes[3]!.toLowerCase().replaceAll('-', ' ');
    const tickets: string[] = [];
    for (let n = 0; n < 50; n += 5)
      tickets.push(...(await Promise.all(Array.from({ length: 5 }, () => ticketFor(dave)))));
    const answers = await Promise.all(tickets.map((ticket) => post('sign-in/code', { ticket, code })));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    const [mail] = await mailTo(app, dave.email);
    expect(mail?.text).toContain('9 are left');
  }, 30_000);

  it('gives a ticket five tries; then the password is asked again', async () => {
    const dave = await signInAs(app, metro, 'owner');
    const phone = await Authenticator.enrol(app, dave);
    const ticket = await ticketFor(dave);
    const wrong = async () => {
      await app.db.platform.query(`delete from identity.throttles`);
      return (await post('sign-in/code', { ticket, code: '000000' })).body.code as string;
    };
    for (let n = 0; n < 5; n++) expect(await wrong()).toBe('wrong-code');
    expect((await post('sign-in/code', { ticket, code: phone.code() }).expect(401)).body.code).toBe('ticket-over');
  });

  it('slows down guessing of codes, over tickets, and lets a recovery code through (AUT-09)', async () => {
    const dave = await signInAs(app, metro, 'owner');
    const { recoveryCodes } = await Authenticator.enrol(app, dave);
    const codes: string[] = [];
    for (let n = 0; n < 7; n++)
      codes.push((await post('sign-in/code', { ticket: await ticketFor(dave), code: '000000' })).body.code as string);
    expect(codes.slice(0, 5)).toEqual(Array(5).fill('wrong-code'));
    expect(codes.slice(5)).toContain('too-many-tries');
    await post('sign-in/code', { ticket: await ticketFor(dave), code: recoveryCodes[0]! }).expect(200);
  });

  it.each(['', '12345', 'ten letter', '<script>', '１２３４５６'])(
    'refuses "%s" for a code without an error',
    async (code) => {
      expect([400, 401]).toContain((await post('sign-in/code', { ticket: 'a'.repeat(43), code })).status);
    },
  );

  it('keeps the seed sealed: a dump of the database opens nothing', async () => {
    const dave = await signInAs(app, metro, 'owner');
    const { body } = await post('mfa', {}, dave.token).expect(200);
    const [row] = await app.db.platform.query(`select * from identity.second_factors where user_id = $1`, [
      dave.userId,
    ]);
    expect(JSON.stringify(row)).not.toContain(body.secret);
    expect(body.uri).toContain(body.secret);
  });

  it('is only set up, changed or removed by somebody who has just proved who they are (AUT-13)', async () => {
    const dave = await signInAs(app, metro, 'owner');
    await age(dave);
    expect((await post('mfa', {}, dave.token).expect(403)).body.code).toBe('step-up-required');
    expect((await post('step-up', { password: 'not my password' }, dave.token).expect(401)).body.code).toBe(
      'wrong-password',
    );
    await post('step-up', { password: TEST_PASSWORD }, dave.token).expect(204);
    const phone = await Authenticator.enrol(app, dave);
    await age(dave);
    expect((await post('mfa/recovery-codes', {}, dave.token).expect(403)).body.code).toBe('step-up-required');
    expect((await post('step-up', { password: TEST_PASSWORD }, dave.token).expect(401)).body.code).toBe('code-needed');
    await post('step-up', { code: phone.code() }, dave.token).expect(204);
    const { body } = await post('mfa/recovery-codes', {}, dave.token).expect(200);
    expect(body.recoveryCodes).toHaveLength(10);
    expect(body.recoveryCodes).not.toContain(phone.recoveryCodes[0]);
    await post('mfa/remove', { password: TEST_PASSWORD, code: phone.recoveryCodes[0]! }, dave.token).expect(401);
    await post('mfa/remove', { password: TEST_PASSWORD, code: body.recoveryCodes[0] }, dave.token).expect(204);
    expect((await post('sign-in', { email: dave.email, password: TEST_PASSWORD }).expect(200)).body).toHaveProperty(
      'accessToken',
    );
    expect(await eventsOf(dave)).toEqual(
      expect.arrayContaining([
        'second_factor.started',
        'second_factor.confirmed',
        'step_up.failed',
        'step_up.succeeded',
        'recovery_codes.replaced',
        'recovery_code.used',
        'second_factor.removed',
      ]),
    );
  });

  it('signs out every other browser when it is set up or removed', async () => {
    const dave = await signInAs(app, metro, 'owner');
    const other = await post('sign-in', { email: dave.email, password: TEST_PASSWORD }).expect(200);
    await Authenticator.enrol(app, dave);
    await app
      .api()
      .get('/api/v1/me')
      .auth(other.body.accessToken as string, { type: 'bearer' })
      .expect(401);
    await app.api().get('/api/v1/me').auth(dave.token, { type: 'bearer' }).expect(200);
  });

  it('lets a password be shorter, and cannot be removed while it is', async () => {
    const dave = await signInAs(app, metro, 'owner');
    const phone = await Authenticator.enrol(app, dave);
    await post('password', { currentPassword: TEST_PASSWORD, newPassword: 'vK7#qPz!' }, dave.token).expect(204);
    const refused = await post(
      'mfa/remove',
      { password: 'vK7#qPz!', code: phone.recoveryCodes[0]! },
      dave.token,
    ).expect(409);
    expect(refused.body.code).toBe('password-too-short');
  });
});
