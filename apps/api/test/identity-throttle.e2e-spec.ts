import { linkTo, mailTo } from './harness/letters.js';
import { seedAccount, type SeededAccount } from './harness/seed-account.js';
import { signInAs, TEST_PASSWORD } from './harness/sign-in.js';
import { TestApp } from './harness/test-app.js';

interface Answer {
  status: number;
  code: string | undefined;
  body: { needs?: string; by?: string; ticket?: string; accessToken?: string; instance?: string };
}

describe('Guessing passwords (AUT-08, AUT-09)', () => {
  let app: TestApp;
  let metro: SeededAccount;

  beforeAll(async () => {
    app = await TestApp.start();
    metro = await seedAccount(app.db);
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await app.db.platform.query(`delete from identity.throttles`);
  });

  /** A request from somewhere else than this machine. */
  const from = async (remoteAddress: string, path: string, payload: object): Promise<Answer> => {
    const response = await app.http.inject({ method: 'POST', url: `/api/v1/auth/${path}`, payload, remoteAddress });
    const body = response.json<Answer['body'] & { code?: string }>();
    return { status: response.statusCode, code: body.code, body };
  };
  const guess = (ip: string, email: string, password = 'not this one at all') =>
    from(ip, 'sign-in', { email, password });
  const wait = () =>
    app.db.platform.query(
      `update identity.throttles set blocked_until = clock_timestamp() - interval '1 ms' where blocked_until is not null`,
    );

  it('is slowed down after five failures, twice as long each time', async () => {
    const { email } = await signInAs(app, metro, 'owner');
    const answers: (string | undefined)[] = [];
    for (let n = 0; n < 6; n++) answers.push((await guess('203.0.113.7', email)).code);
    expect(answers).toEqual([...Array<string>(5).fill('wrong-credentials'), 'too-many-tries']);
    const blocked = async () =>
      (
        await app.db.platform.query<{ seconds: number }>(
          `select round(extract(epoch from blocked_until - clock_timestamp()))::int as seconds from identity.throttles where blocked_until is not null`,
        )
      )[0]?.seconds;
    const waits: (number | undefined)[] = [];
    for (let n = 0; n < 4; n++) {
      await wait();
      await guess('203.0.113.7', email);
      waits.push(await blocked());
    }
    expect(waits).toEqual([2, 4, 8, 16]);
  });

  it('says when the next try may succeed', async () => {
    for (let n = 0; n < 5; n++) await guess('203.0.113.7', 'nobody@example.test');
    const payload = { email: 'nobody@example.test', password: 'x' };
    const request = { method: 'POST', url: '/api/v1/auth/sign-in', payload, remoteAddress: '203.0.113.7' } as const;
    expect((await app.http.inject(request)).headers['retry-after']).toBe('1');
  });

  it('lets the owner in from elsewhere while an attacker keeps knocking: nobody can lock somebody out', async () => {
    const { email } = await signInAs(app, metro, 'owner');
    for (let n = 0; n < 12; n++) await guess('203.0.113.7', email);
    expect((await guess('198.51.100.9', email, TEST_PASSWORD)).body).toHaveProperty('accessToken');
    expect((await guess('203.0.113.7', email, TEST_PASSWORD)).code).toBe('too-many-tries');
  });

  it('is the same for an address that nobody has: same answers, in the same order', async () => {
    const { email } = await signInAs(app, metro, 'owner');
    const trace = async (address: string) => {
      const answers: object[] = [];
      for (let n = 0; n < 7; n++) {
        const { status, body } = await guess('203.0.113.8', address);
        answers.push({ status, body: { ...body, instance: '' } });
      }
      return answers;
    };
    expect(await trace('nobody@example.test')).toEqual(await trace(email));
  });

  it('fifty times at the same moment gets no more tries than one after the other', async () => {
    const { email } = await signInAs(app, metro, 'owner');
    const answers = await Promise.all(Array.from({ length: 50 }, () => guess('203.0.113.7', email)));
    expect(answers.filter((answer) => answer.code === 'wrong-credentials').length).toBeLessThanOrEqual(5);
    expect(answers.every((answer) => [401, 429].includes(answer.status))).toBe(true);
  });

  it('from many places makes a right password ask for a mailed code too, and tells the owner once', async () => {
    const { email } = await signInAs(app, metro, 'owner');
    for (let n = 0; n < 25; n++) await guess(`203.0.${n}.7`, email);
    const told = (await mailTo(app, email)).filter((mail) => mail.subject.startsWith('Somebody is trying'));
    expect(told).toHaveLength(1);
    const asked = await guess('198.51.100.9', email, TEST_PASSWORD);
    expect(asked.body).toMatchObject({ needs: 'code', by: 'email' });
    const [mail] = await mailTo(app, email);
    const code = /Your code is (\d{6})/.exec(mail?.text ?? '')?.[1] ?? '';
    const { ticket } = asked.body;
    expect(
      (await from('198.51.100.9', 'sign-in/code', { ticket, code: code === '000000' ? '000001' : '000000' })).code,
    ).toBe('wrong-code');
    expect((await from('198.51.100.9', 'sign-in/code', { ticket, code })).body).toHaveProperty('accessToken');
    expect((await from('198.51.100.9', 'sign-in/code', { ticket, code })).code).toBe('ticket-over');
  });

  it('of many addresses from one place stops for an hour after a hundred', async () => {
    for (let n = 0; n < 100; n += 10)
      await Promise.all(Array.from({ length: 10 }, (_, k) => guess('203.0.113.50', `nobody-${n + k}@example.test`)));
    expect((await guess('203.0.113.50', 'another@example.test')).code).toBe('too-many-tries');
    expect((await guess('203.0.114.50', 'another@example.test')).code).toBe('wrong-credentials');
  });

  it('is forgiven to whoever gets it right', async () => {
    const { email } = await signInAs(app, metro, 'owner');
    for (let n = 0; n < 4; n++) await guess('203.0.113.7', email);
    await guess('203.0.113.7', email, TEST_PASSWORD);
    for (let n = 0; n < 4; n++) expect((await guess('203.0.113.7', email)).code).toBe('wrong-credentials');
    expect((await guess('203.0.113.7', email, TEST_PASSWORD)).status).toBe(200);
  });

  it('leaves nothing behind once it is over', async () => {
    await guess('203.0.113.7', 'nobody@example.test');
    await app.db.platform.query(`update identity.throttles set forget_at = clock_timestamp() - interval '1 second'`);
    await guess('198.51.100.9', 'somebody@example.test');
    expect(await app.db.platform.query(`select 1 from identity.throttles where forget_at < clock_timestamp()`)).toEqual(
      [],
    );
  });

  it('asking for links again and again fills nobody’s mailbox, and is answered the same', async () => {
    const { email } = await signInAs(app, metro, 'owner');
    for (let n = 0; n < 8; n++) expect((await app.api().post('/api/v1/auth/forgot').send({ email })).status).toBe(202);
    expect(await mailTo(app, email)).toHaveLength(5);
    expect(await linkTo(app, email)).toHaveLength(43);
  });

  it('takes as long for an address that nobody has as for one that somebody has', async () => {
    const { email } = await signInAs(app, metro, 'owner');
    const median = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
    const timed = async (address: string) => {
      await app.db.platform.query(`delete from identity.throttles`);
      const started = performance.now();
      await guess('203.0.113.9', address);
      return performance.now() - started;
    };
    const [known, unknown]: [number[], number[]] = [[], []];
    for (let n = 0; n < 40; n++) {
      known.push(await timed(email));
      unknown.push(await timed('nobody@example.test'));
    }
    // The work is the same (argon2 against nobody's hash); the bound is wide because the machine is shared.
    expect(Math.abs(median(known) - median(unknown))).toBeLessThan(Math.max(5, median(known) / 3));
  });
});
