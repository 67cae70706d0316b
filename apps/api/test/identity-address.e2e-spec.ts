import { newId } from '@platform/tenancy/new-id';
import { linkTo, mailTo } from './harness/letters.js';
import { ageFactor } from './harness/people.js';
import { seedAccount, type SeededAccount } from './harness/seed-account.js';
import { signInAs, TEST_PASSWORD, type SignedIn } from './harness/sign-in.js';
import { TestApp } from './harness/test-app.js';

describe('Another e-mail address', () => {
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
  const fresh = () => `new-${newId()}@example.test`;
  const ask = (dave: SignedIn, email: string) => post('email', { email }, dave.token);
  const signIn = (email: string, password = TEST_PASSWORD) => post('sign-in', { email, password });
  const me = (token: string) => app.api().get('/api/v1/me').auth(token, { type: 'bearer' });

  it('is taken once it has answered; every session ends, and the old one hears of it both times', async () => {
    const dave = await signInAs(app, metro, 'owner');
    const email = fresh();
    await ask(dave, email.toUpperCase()).expect(202);
    const [asked] = await mailTo(app, dave.email);
    expect(asked?.subject).toBe('Your Nightdesk e-mail address is about to change');
    expect(asked?.text).toContain('n…@example.test');
    expect(asked?.text).not.toContain(email);
    await signIn(email).expect(401);
    await me(dave.token).expect(200);

    const token = await linkTo(app, email);
    await post('email/confirm', { token }).expect(204);
    await me(dave.token).expect(401);
    await app.api().post('/api/v1/auth/refresh').set('Cookie', dave.cookie).set('X-Requested-With', 'x').expect(401);
    await signIn(dave.email).expect(401);
    expect((await signIn(email).expect(200)).body).toMatchObject({ user: { id: dave.userId, email } });
    expect((await mailTo(app, dave.email))[0]?.subject).toBe('Your Nightdesk e-mail address was changed');
    expect((await post('email/confirm', { token }).expect(400)).body.code).toBe('link-not-valid');
  });

  it('asks for a fresh proof of who you are (AUT-13)', async () => {
    const dave = await signInAs(app, metro, 'owner');
    await ageFactor(app, dave, 6);
    expect((await ask(dave, fresh()).expect(403)).body.code).toBe('step-up-required');
    await post('step-up', { password: TEST_PASSWORD }, dave.token).expect(204);
    await ask(dave, fresh()).expect(202);
  });

  it('answers alike for an address that somebody has, whose owner is told and stays who they are (AUT-08)', async () => {
    const [dave, dana] = [await signInAs(app, metro, 'owner'), await signInAs(app, metro, 'csr')];
    const [taken, free] = [await ask(dave, dana.email), await ask(dave, fresh())];
    expect([taken.status, taken.body]).toEqual([free.status, free.body]);
    const [letter] = await mailTo(app, dana.email);
    expect(letter?.subject).toBe('This address is in use on Nightdesk');
    expect(letter?.text).not.toContain('token=');
    await me(dana.token).expect(200);
  });

  it('that was taken by somebody else meanwhile is not taken twice', async () => {
    const [dave, dana] = [await signInAs(app, metro, 'owner'), await signInAs(app, metro, 'csr')];
    const email = fresh();
    await ask(dave, email).expect(202);
    const davesLink = await linkTo(app, email);
    await ask(dana, email).expect(202);
    await post('email/confirm', { token: await linkTo(app, email) }).expect(204);
    await post('email/confirm', { token: davesLink }).expect(400);
    await signIn(dave.email).expect(200);
  });

  it('only the last wish counts, and a new password cancels it', async () => {
    const dave = await signInAs(app, metro, 'owner');
    const [first, second] = [fresh(), fresh()];
    await ask(dave, first).expect(202);
    await ask(dave, second).expect(202);
    await post('email/confirm', { token: await linkTo(app, first) }).expect(400);
    await post('password', { currentPassword: TEST_PASSWORD, newPassword: 'purple otter sings late' }, dave.token);
    await post('email/confirm', { token: await linkTo(app, second) }).expect(400);
  });

  it.each([
    ['no address at all', { email: 'dave' }],
    ['a field too many', { email: 'a@b.example', userId: '0' }],
    ['nothing', {}],
  ])('is refused: %s', async (_title, body) => {
    const dave = await signInAs(app, metro, 'owner');
    await post('email', body, dave.token).expect(400);
  });

  it('is refused when it is the one you have, and to whoever is not signed in', async () => {
    const dave = await signInAs(app, metro, 'owner');
    expect((await ask(dave, dave.email).expect(400)).body.code).toBe('address-unchanged');
    await post('email', { email: fresh() }).expect(401);
  });
});
