import { newId } from '@platform/tenancy/new-id';
import { linkTo, mailTo } from './harness/letters.js';
import { seedAccount, type SeededAccount } from './harness/seed-account.js';
import { signInAs, TEST_PASSWORD, type SignedIn } from './harness/sign-in.js';
import { TestApp } from './harness/test-app.js';

const PASSWORD = 'purple otter sings late';

describe('Invitations (AUT-06)', () => {
  let app: TestApp;
  let metro: SeededAccount;
  let apex: SeededAccount;
  let dave: SignedIn;

  beforeAll(async () => {
    app = await TestApp.start();
    metro = await seedAccount(app.db);
    apex = await seedAccount(app.db, { name: 'Apex Air', area: '303' });
    dave = await signInAs(app, metro, 'owner');
  });
  afterAll(() => app.close());
  beforeEach(() => app.db.platform.query(`delete from identity.throttles`));

  const invitations = (accountId = metro.accountId as string) => `/api/v1/accounts/${accountId}/invitations`;
  const bearer = (person: SignedIn) => ({ Authorization: `Bearer ${person.token}` });
  const invite = (body: object, by = dave, path = invitations()) => app.api().post(path).set(bearer(by)).send(body);
  const offer = (token: string) => app.api().get('/api/v1/auth/invitation').query({ token });
  const accept = (body: object, by?: SignedIn) =>
    app
      .api()
      .post('/api/v1/auth/invitation/accept')
      .set(by ? bearer(by) : {})
      .send(body);
  const newcomer = (token: string) => ({ token, name: 'Carla Reyes', password: PASSWORD });
  const fresh = () => `${newId().slice(-8)}@metro.example`;

  it('bring somebody new in, with the role they were given', async () => {
    const email = fresh();
    await invite({ email, role: 'csr' }).expect(201);
    const [mail] = await mailTo(app, email);
    expect(mail?.subject).toBe('owner invites you to Metro Plumbing on Nightdesk');
    const token = await linkTo(app, email);
    expect((await offer(token).expect(200)).body).toMatchObject({
      organisation: 'Metro Plumbing',
      email,
      role: 'csr',
      invitedBy: 'owner',
      hasAccount: false,
    });
    expect((await accept({ token }).expect(400)).body.code).toBe('name-and-password-needed');
    expect((await accept({ ...newcomer(token), password: 'short' }).expect(400)).body.code).toBe('password-too-short');
    const { body } = await accept(newcomer(token)).expect(200);
    expect(body).toMatchObject({ accountId: metro.accountId, agencyId: null, session: { user: { email } } });
    const me = await app
      .api()
      .get('/api/v1/me')
      .auth(body.session.accessToken as string, { type: 'bearer' })
      .expect(200);
    expect(me.body.accounts).toMatchObject([{ accountId: metro.accountId, role: 'csr' }]);
    const journal = await app.db.accounts.within(metro.accountId, (tx) =>
      tx.query<{ event: string }>(`select event from journal order by seq`),
    );
    expect(journal.map((entry) => entry.event)).toEqual(expect.arrayContaining(['invitation.sent', 'member.joined']));
  });

  it('work once, of fifty who accept at the same moment', async () => {
    const email = fresh();
    await invite({ email, role: 'dispatcher' }).expect(201);
    const token = await linkTo(app, email);
    const answers = await Promise.all(Array.from({ length: 50 }, () => accept(newcomer(token))));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(answers.every((answer) => answer.status === 200 || answer.body.code === 'link-not-valid')).toBe(true);
  });

  it('ask somebody who has an account to sign in, and to be the one who was invited', async () => {
    const rosa = await signInAs(app, apex, 'owner');
    await invite({ email: rosa.email, role: 'csr' }).expect(201);
    const token = await linkTo(app, rosa.email);
    expect((await offer(token).expect(200)).body.hasAccount).toBe(true);
    expect((await accept(newcomer(token)).expect(401)).body.code).toBe('sign-in-to-accept');
    expect((await accept({ token }, await signInAs(app, apex, 'csr')).expect(403)).body.code).toBe('other-address');
    expect((await accept({ token }, rosa).expect(200)).body).toMatchObject({
      accountId: metro.accountId,
      session: null,
    });
    const { body } = await app.api().get('/api/v1/me').set(bearer(rosa)).expect(200);
    expect(body.accounts).toHaveLength(2);
  });

  it('cannot be accepted with an access token that is not ours or is over', async () => {
    const rosa = await signInAs(app, apex, 'owner');
    await invite({ email: rosa.email, role: 'csr' }).expect(201);
    const token = await linkTo(app, rosa.email);
    await accept({ token }, { ...rosa, token: 'forged.token.here' }).expect(401);
    await app.api().post('/api/v1/auth/sign-out').set('Cookie', rosa.cookie).expect(204);
    await accept({ token }, rosa).expect(401);
  });

  it('are sent by owners only, and give no higher role than the inviter’s', async () => {
    const dispatcher = await signInAs(app, metro, 'dispatcher');
    await invite({ email: fresh(), role: 'csr' }, dispatcher).expect(403);
    await invite({ email: fresh(), role: 'agency_admin' }).expect(400);
    await invite({ email: fresh(), role: 'owner' }).expect(201);
  });

  it('need a factor proved in the last five minutes', async () => {
    const owner = await signInAs(app, metro, 'owner');
    await app.db.platform.query(
      `update identity.sessions set factor_at = clock_timestamp() - interval '6 minutes' where user_id = $1`,
      [owner.userId],
    );
    expect((await invite({ email: fresh(), role: 'csr' }, owner).expect(403)).body.code).toBe('step-up-required');
    await app.api().post('/api/v1/auth/step-up').set(bearer(owner)).send({ password: TEST_PASSWORD }).expect(204);
    await invite({ email: fresh(), role: 'csr' }, owner).expect(201);
  });

  it('are worth nothing once the inviter has left or may no longer invite', async () => {
    const owner = await signInAs(app, metro, 'owner');
    const [first, second] = [fresh(), fresh()];
    await invite({ email: first, role: 'owner' }, owner).expect(201);
    await invite({ email: second, role: 'csr' }, owner).expect(201);
    await app.db.platform.query(`update routing.memberships set role = 'dispatcher' where user_id = $1`, [
      owner.userId,
    ]);
    await accept(newcomer(await linkTo(app, first))).expect(400);
    await app.db.platform.query(`delete from routing.memberships where user_id = $1`, [owner.userId]);
    await accept(newcomer(await linkTo(app, second))).expect(400);
  });

  it('are over after 72 hours, and can be sent again: the old link stays dead', async () => {
    const email = fresh();
    const { body } = await invite({ email, role: 'csr' }).expect(201);
    const old = await linkTo(app, email);
    await app.db.everything(
      `update identity.invitations set expires_at = now() - interval '1 second' where email = $1`,
      [email],
    );
    expect((await accept(newcomer(old)).expect(400)).body.code).toBe('link-not-valid');
    const listed = await app.api().get(invitations()).set(bearer(dave)).expect(200);
    expect(listed.body.find((one: { id: string }) => one.id === body.id)).toMatchObject({ isExpired: true });
    await app
      .api()
      .post(`${invitations()}/${body.id as string}/resend`)
      .set(bearer(dave))
      .expect(200);
    const renewed = await linkTo(app, email);
    await accept(newcomer(old)).expect(400);
    await accept(newcomer(renewed)).expect(200);
  });

  it('can be taken back, once', async () => {
    const email = fresh();
    const { body } = await invite({ email, role: 'csr' }).expect(201);
    const revoke = (path: string) =>
      app
        .api()
        .delete(`${path}/${body.id as string}`)
        .set(bearer(dave));
    await revoke(invitations(apex.accountId)).expect(404);
    await revoke(invitations()).expect(204);
    await revoke(invitations()).expect(404);
    await accept(newcomer(await linkTo(app, email))).expect(400);
  });

  it('of one account cannot be seen, sent again or taken back from another', async () => {
    const email = fresh();
    const { body } = await invite({ email, role: 'csr' }).expect(201);
    const rosa = await signInAs(app, apex, 'owner');
    const { body: seen } = await app.api().get(invitations(apex.accountId)).set(bearer(rosa)).expect(200);
    expect(JSON.stringify(seen)).not.toContain(email);
    for (const path of [`${invitations(apex.accountId)}/${body.id as string}`, `${invitations()}/${body.id as string}`])
      expect((await app.api().delete(path).set(bearer(rosa))).status).toBe(404);
    await accept(newcomer(await linkTo(app, email))).expect(200);
  });

  it('are not sent to a member, and asked for twice leave one that works', async () => {
    const member = await signInAs(app, metro, 'csr');
    expect((await invite({ email: member.email, role: 'owner' }).expect(409)).body.code).toBe('already-member');
    const email = fresh();
    await invite({ email, role: 'csr' }).expect(201);
    const first = await linkTo(app, email);
    await invite({ email, role: 'dispatcher' }).expect(201);
    await accept(newcomer(first)).expect(400);
    const { body } = await offer(await linkTo(app, email)).expect(200);
    expect(body.role).toBe('dispatcher');
  });

  it('to an agency make an agency admin', async () => {
    const agencyId = newId();
    const ann = await signInAs(app, apex, 'csr');
    await app.db.platform.query(`insert into identity.agencies (id, name) values ($1, 'Lakeside')`, [agencyId]);
    await app.db.platform.query(
      `insert into routing.memberships (id, user_id, agency_id, role) values ($1, $2, $3, 'agency_admin')`,
      [newId(), ann.userId, agencyId],
    );
    const email = fresh();
    await invite({ email }, ann, `/api/v1/agencies/${agencyId}/invitations`).expect(201);
    expect((await invite({ email }, dave, `/api/v1/agencies/${agencyId}/invitations`)).status).toBe(404);
    const { body } = await accept(newcomer(await linkTo(app, email))).expect(200);
    expect(body).toMatchObject({ agencyId, accountId: null, session: { user: { email } } });
  });
});
