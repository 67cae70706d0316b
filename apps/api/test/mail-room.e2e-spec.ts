import { mailTo } from './harness/letters.js';
import { TestApp } from './harness/test-app.js';

describe('The mail room', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());
  afterEach(() => {
    app.mailer.onMail = () => undefined;
  });

  const ask = (email: string) =>
    app
      .api()
      .post('/api/v1/auth/sign-up')
      .send({ kind: 'agency', organisation: 'Lakeside', name: 'Ann', email, password: 'purple otter sings late' })
      .expect(202);
  const letterTo = async (email: string) => {
    const [letter] = await app.db.everything<{
      id: string;
      state: string;
      attempts: number;
      last_error: string | null;
      sealed_facts: string | null;
    }>(`select id, state, attempts, last_error, sealed_facts from identity.letters where to_address = $1`, [email]);
    return letter!;
  };
  const jobsOf = (id: string) =>
    app.db.everything<{ wait: number }>(
      `select extract(epoch from start_after - created_on)::int as wait from pgboss.job
       where name = 'mail.deliver' and data ->> 'id' = $1 order by created_on`,
      [id],
    );

  it('owes the letter in the transaction of the request, and sends it once', async () => {
    await ask('one@example.test');
    const { id } = await letterTo('one@example.test');
    expect(await jobsOf(id)).toHaveLength(1);
    await app.job('mail.deliver', 'none', id);
    await app.job('mail.deliver', 'none', id);
    expect(app.mailer.to('one@example.test')).toHaveLength(1);
    expect(await letterTo('one@example.test')).toMatchObject({ state: 'sent', sealed_facts: null });
  });

  it('tries again later when the mail server is down, over an evening, and then says it failed', async () => {
    await ask('down@example.test');
    const { id } = await letterTo('down@example.test');
    app.mailer.onMail = () => ({ kind: 'failed', reason: 'ECONNREFUSED' });
    for (let n = 0; n < 7; n++) await app.job('mail.deliver', 'none', id);
    expect(await letterTo('down@example.test')).toMatchObject({
      state: 'waiting',
      attempts: 7,
      last_error: 'ECONNREFUSED',
    });
    expect((await jobsOf(id)).map((job) => job.wait)).toEqual([0, 30, 120, 600, 1800, 3600, 7200, 14_400]);
    await app.job('mail.deliver', 'none', id);
    expect(await letterTo('down@example.test')).toMatchObject({ state: 'failed', sealed_facts: null });
  });

  it('loses nothing when the process dies before sending, and sends the same mail again when it dies after', async () => {
    await ask('crash@example.test');
    const { id } = await letterTo('crash@example.test');
    app.mailer.onMail = () => {
      throw new Error('killed');
    };
    await expect(app.job('mail.deliver', 'none', id)).rejects.toThrow('killed');
    expect(await letterTo('crash@example.test')).toMatchObject({ state: 'waiting' });
    app.mailer.onMail = () => undefined;
    await app.job('mail.deliver', 'none', id);
    expect(app.mailer.to('crash@example.test')).toMatchObject([{ idempotencyKey: `letter/${id}` }]);
  });

  it('gives up at once on a mailbox that does not exist', async () => {
    await ask('gone@example.test');
    const { id } = await letterTo('gone@example.test');
    app.mailer.onMail = () => ({ kind: 'refused', reason: '550' });
    await app.job('mail.deliver', 'none', id);
    expect(await letterTo('gone@example.test')).toMatchObject({ state: 'refused', last_error: '550' });
  });

  it('does not send a link that no longer works', async () => {
    await ask('stale@example.test');
    await app.db.everything(
      `update identity.letters set expires_at = now() - interval '1 second' where to_address = 'stale@example.test'`,
    );
    expect(await mailTo(app, 'stale@example.test')).toEqual([]);
    expect(await letterTo('stale@example.test')).toMatchObject({ state: 'dropped' });
  });

  it('forgets people who never answered, and links that are over', async () => {
    await ask('silent@example.test');
    await app.api().post('/api/v1/auth/forgot').send({ email: 'silent@example.test' }).expect(202);
    await mailTo(app, 'silent@example.test');
    for (const table of ['sign_ups', 'resets'])
      await app.db.everything(
        `update identity.${table} set expires_at = now() - interval '8 days' where email = 'silent@example.test'`,
      );
    await app.db.everything(
      `update identity.letters set created_at = now() - interval '31 days' where to_address = 'silent@example.test'`,
    );
    await ask('next@example.test');
    await mailTo(app, 'next@example.test');
    for (const [table, column] of [
      ['sign_ups', 'email'],
      ['resets', 'email'],
      ['letters', 'to_address'],
    ])
      expect(
        await app.db.everything(`select 1 from identity.${table} where ${column} = 'silent@example.test'`),
      ).toEqual([]);
  });

  it('finds nothing to do for a letter that never was', async () => {
    await expect(app.job('mail.deliver', 'none', '01890000-0000-7000-8000-000000000000')).resolves.toBeUndefined();
  });
});
