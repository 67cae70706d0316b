import { hash } from '@node-rs/argon2';
import { newId } from '@platform/tenancy/new-id';
import { createHmac } from 'node:crypto';
import { seedAccount, type SeededAccount } from './harness/seed-account.js';
import { signInAs, TEST_PASSWORD, type SignedIn } from './harness/sign-in.js';
import { TestApp } from './harness/test-app.js';

describe('Signing in', () => {
  let app: TestApp;
  let metro: SeededAccount;
  let apex: SeededAccount;
  let dave: SignedIn;

  beforeAll(async () => {
    app = await TestApp.start();
    metro = await seedAccount(app.db);
    apex = await seedAccount(app.db, { name: 'Apex Air', area: '303', timeZone: 'America/Denver' });
    dave = await signInAs(app, metro, 'owner');
  });
  afterAll(() => app.close());

  const refresh = (cookie: string) =>
    app.api().post('/api/v1/auth/refresh').set('Cookie', cookie).set('X-Requested-With', 'nightdesk');
  const cookieOf = (response: { get(name: 'Set-Cookie'): string[] | undefined }) =>
    response.get('Set-Cookie')?.[0]?.split(';')[0] ?? '';

  it('says who I am and which accounts I may enter', async () => {
    const { body } = await app.api().get('/api/v1/me').auth(dave.token, { type: 'bearer' }).expect(200);
    expect(body).toMatchObject({
      user: { email: dave.email },
      accounts: [{ accountId: metro.accountId, name: 'Metro Plumbing', timeZone: 'America/Chicago', role: 'owner' }],
    });
  });

  it('answers alike for a wrong password and an unknown address', async () => {
    const wrong = await app
      .api()
      .post('/api/v1/auth/sign-in')
      .send({ email: dave.email, password: 'not this one at all' })
      .expect(401);
    const unknown = await app
      .api()
      .post('/api/v1/auth/sign-in')
      .send({ email: 'nobody@example.test', password: TEST_PASSWORD })
      .expect(401);
    expect({ ...unknown.body, instance: '' }).toEqual({ ...wrong.body, instance: '' });
    expect(wrong.headers['content-type']).toContain('application/problem+json');
  });

  it('stores a password anew, with today’s parameters, when somebody signs in whose hash is from weaker days (AUT-01)', async () => {
    const old = await signInAs(app, metro, 'csr');
    const weak = await hash(TEST_PASSWORD, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
    await app.db.platform.query(`update identity.users set password_hash = $2 where id = $1`, [old.userId, weak]);
    const credentials = { email: old.email, password: TEST_PASSWORD };
    for (let n = 0; n < 2; n++) await app.api().post('/api/v1/auth/sign-in').send(credentials).expect(200);
    const [user] = await app.db.platform.query<{ password_hash: string }>(
      `select password_hash from identity.users where id = $1`,
      [old.userId],
    );
    expect(user?.password_hash).toContain('$m=19456,t=2,p=1$');
  });

  it('keeps the refresh token where no script can read it', async () => {
    const response = await app
      .api()
      .post('/api/v1/auth/sign-in')
      .send({ email: dave.email, password: TEST_PASSWORD })
      .expect(200);
    expect(response.get('Set-Cookie')?.[0]).toMatch(
      /nd_refresh=.+; Path=\/api\/v1\/auth; .*HttpOnly; Secure; SameSite=Strict/,
    );
    expect(JSON.stringify(response.body)).not.toContain(cookieOf(response).split('=')[1]);
  });

  it('rotates the refresh token, and a replayed old one ends the whole family', async () => {
    const thief = await signInAs(app, metro, 'csr');
    const first = await refresh(thief.cookie).expect(200);
    const second = await refresh(cookieOf(first)).expect(200);
    await refresh(thief.cookie).expect(401);
    await refresh(cookieOf(second)).expect(401);
    await app.api().get('/api/v1/me').auth(thief.token, { type: 'bearer' }).expect(401);
  });

  it('lets two tabs refresh at the same moment', async () => {
    const carla = await signInAs(app, metro, 'csr');
    const both = await Promise.all([refresh(carla.cookie), refresh(carla.cookie)]);
    expect(both.map((response) => response.status)).toEqual([200, 200]);
  });

  it('refuses a refresh that a form on another site could send', async () => {
    await app.api().post('/api/v1/auth/refresh').set('Cookie', dave.cookie).expect(403);
  });

  it('ends the session on sign-out, on every replica at once', async () => {
    const leaving = await signInAs(app, metro, 'dispatcher');
    await app.api().post('/api/v1/auth/sign-out').set('Cookie', leaving.cookie).expect(204);
    await refresh(leaving.cookie).expect(401);
    await app
      .api()
      .get(`/api/v1/accounts/${metro.accountId}/calls`)
      .auth(leaving.token, { type: 'bearer' })
      .expect(401);
  });

  it('answers for another account exactly as for one that never existed', async () => {
    const get = (id: string) =>
      app.api().get(`/api/v1/accounts/${id}/calls`).auth(dave.token, { type: 'bearer' }).expect(404);
    const foreign = await get(apex.accountId);
    const missing = await get('01890000-0000-7000-8000-000000000000');
    const malformed = await get('not-an-id');
    expect({ ...foreign.body, instance: '' }).toEqual({ ...missing.body, instance: '' });
    expect({ ...malformed.body, instance: '' }).toEqual({ ...missing.body, instance: '' });
  });

  describe('An access token (AUT-14)', () => {
    const SECRET = 'j'.repeat(40); // the program's own: what is wrong below is something else
    const now = Math.floor(Date.now() / 1000);
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = () => ({
      sub: dave.userId,
      sid: sessionOf(dave),
      iss: 'nightdesk',
      aud: 'nightdesk-app',
      iat: now,
      exp: now + 600,
    });
    const sessionOf = ({ token }: SignedIn) =>
      (JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { sid: string }).sid;
    const signed = (header: object, payload: object, secret = SECRET, hash = 'sha256') => {
      const text = `${part(header)}.${part(payload)}`;
      return `${text}.${createHmac(hash, secret).update(text).digest('base64url')}`;
    };
    const HS256 = { alg: 'HS256', typ: 'JWT' };
    const jwk = { kty: 'oct', k: Buffer.from('evil').toString('base64url') };

    it('made by hand exactly as ours are is taken: the table below fails for its own reasons', async () => {
      await app.api().get('/api/v1/me').auth(signed(HS256, claims()), { type: 'bearer' }).expect(200);
    });

    it.each<[string, () => string]>([
      ['is missing', () => ''],
      ['is no token', () => 'dave'],
      ['has an empty signature', () => dave.token.replace(/[^.]*$/, '')],
      ['has the signature of another one', () => dave.token.replace(/[^.]*$/, signed(HS256, {}).split('.')[2] ?? '')],
      [
        'was changed after signing',
        () => [part(HS256), part({ ...claims(), sub: newId() }), dave.token.split('.')[2]].join('.'),
      ],
      ['has a fourth part', () => `${dave.token}.x`],
      ['is signed with another secret', () => signed(HS256, claims(), 'k'.repeat(40))],
      ['is signed with an empty secret', () => signed(HS256, claims(), '')],
      ['says no algorithm', () => `${part({ alg: 'none', typ: 'JWT' })}.${part(claims())}.`],
      ['says NoNe', () => `${part({ alg: 'NoNe' })}.${part(claims())}.`],
      ['says no algorithm and is signed', () => signed({ alg: 'none' }, claims())],
      ['has no header to speak of', () => signed({}, claims())],
      ['uses HS512', () => signed({ alg: 'HS512', typ: 'JWT' }, claims(), SECRET, 'sha512')],
      ['uses HS384', () => signed({ alg: 'HS384', typ: 'JWT' }, claims(), SECRET, 'sha384')],
      ['says RS256 over an HMAC', () => signed({ alg: 'RS256', typ: 'JWT' }, claims())],
      ['brings its own key', () => signed({ ...HS256, jwk }, claims(), 'evil')],
      ['names a key to fetch', () => signed({ ...HS256, jku: 'https://evil.example/keys' }, claims(), 'evil')],
      ['names a certificate to fetch', () => signed({ ...HS256, x5u: 'https://evil.example/c.pem' }, claims(), 'evil')],
      ['names a key file', () => signed({ ...HS256, kid: '../../../../dev/null' }, claims(), '')],
      ['is for another audience', () => signed(HS256, { ...claims(), aud: 'other' })],
      ['is from another issuer', () => signed(HS256, { ...claims(), iss: 'evil' })],
      ['has expired', () => signed(HS256, { ...claims(), exp: now - 1 })],
      ['is not valid yet', () => signed(HS256, { ...claims(), nbf: now + 3600 })],
      ['names no audience', () => signed(HS256, { ...claims(), aud: undefined })],
      ['names no session', () => signed(HS256, { ...claims(), sid: undefined })],
      ['names a session that never was', () => signed(HS256, { ...claims(), sid: newId() })],
      ['names somebody else for this session', () => signed(HS256, { ...claims(), sub: newId() })],
    ])('that %s lets nobody in', async (_, token) => {
      const { body } = await app.api().get('/api/v1/me').auth(token(), { type: 'bearer' }).expect(401);
      expect(['not-signed-in', 'session-ended']).toContain(body.code);
    });
  });

  it('names the fields a request got wrong, and refuses unknown ones', async () => {
    const { body } = await app
      .api()
      .post('/api/v1/auth/sign-in')
      .send({ email: 'dave', password: '', role: 'owner' })
      .expect(400);
    expect(body.code).toBe('invalid-fields');
    expect(body.errors.map((error: { pointer: string }) => error.pointer)).toEqual(
      expect.arrayContaining(['/email', '/password']),
    );
    expect(body.detail).toContain('role should not exist');
  });

  it('takes accounts only from roles that can: a CSR may not touch the roster', async () => {
    const csr = await signInAs(app, metro, 'csr');
    await app
      .api()
      .put(`/api/v1/accounts/${metro.accountId}/on-call`)
      .set('If-Match', '"1"')
      .auth(csr.token, { type: 'bearer' })
      .send({})
      .expect(403);
  });
});
