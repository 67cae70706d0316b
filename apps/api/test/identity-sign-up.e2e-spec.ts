import type { AccountId } from '@domain/ids';
import { linkTo, mailTo } from './harness/letters.js';
import { TestApp } from './harness/test-app.js';

const PASSWORD = 'purple otter sings late';

describe('Signing up', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());

  const signUp = (fields: object) =>
    app
      .api()
      .post('/api/v1/auth/sign-up')
      .send({
        kind: 'contractor',
        organisation: 'Metro Plumbing',
        name: 'Dave Morrison',
        email: 'dave@metro.example',
        password: PASSWORD,
        ...fields,
      });
  const verify = (token: string) => app.api().post('/api/v1/auth/verify').send({ token });
  const me = (token: string) => app.api().get('/api/v1/me').auth(token, { type: 'bearer' }).expect(200);

  it('a contractor: the address answers, and the account is there with the agent off', async () => {
    await signUp({ timeZone: 'America/Chicago' }).expect(202);
    expect(await app.db.everything(`select 1 from identity.users where email = 'dave@metro.example'`)).toEqual([]);
    const { body } = await verify(await linkTo(app, 'dave@metro.example')).expect(200);
    const mine = (await me(body.accessToken)).body;
    expect(mine).toMatchObject({
      user: { email: 'dave@metro.example', name: 'Dave Morrison' },
      accounts: [{ name: 'Metro Plumbing', timeZone: 'America/Chicago', role: 'owner', agencyName: null }],
      agencies: [],
    });
    const { accountId } = mine.accounts[0] as { accountId: AccountId };
    const rows = await app.db.accounts.within(accountId, async (tx) => ({
      settings: await tx.query(
        `select is_active, owner_name, hours -> 'mon' as monday, greeting from after_hours_configs`,
      ),
      journal: await tx.query(`select event from journal`),
    }));
    expect(rows).toEqual({
      settings: [
        {
          is_active: false,
          owner_name: 'Dave',
          monday: [{ opens: '08:00', closes: '17:00' }],
          greeting: expect.stringContaining('{{BUSINESS_NAME}}'),
        },
      ],
      journal: [{ event: 'account.created' }],
    });
    await app
      .api()
      .get(`/api/v1/accounts/${accountId}/after-hours-config`)
      .auth(body.accessToken as string, { type: 'bearer' });
  });

  it('an agency: its first admin is signed in', async () => {
    const email = 'ann@lakeside.example';
    await signUp({ kind: 'agency', organisation: 'Lakeside', name: 'Ann Lindqvist', email }).expect(202);
    const { body } = await verify(await linkTo(app, email)).expect(200);
    expect((await me(body.accessToken)).body).toMatchObject({ accounts: [], agencies: [{ name: 'Lakeside' }] });
  });

  it('answers alike for an address that has an account, whose owner is told by mail (AUT-08)', async () => {
    const fresh = await signUp({ email: 'new@metro.example' }).expect(202);
    const taken = await signUp({ email: 'Dave@Metro.example' }).expect(202);
    expect(taken.text).toBe(fresh.text);
    const [mail] = await mailTo(app, 'dave@metro.example');
    expect(mail).toMatchObject({ subject: 'You already have a Nightdesk account' });
    expect(mail?.text).not.toContain('token=');
  });

  it('works once per link, however many open it at the same moment', async () => {
    await signUp({ email: 'often@metro.example' }).expect(202);
    const token = await linkTo(app, 'often@metro.example');
    const answers = await Promise.all(Array.from({ length: 20 }, () => verify(token)));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(new Set(answers.filter((answer) => answer.status !== 200).map((answer) => answer.body.code))).toEqual(
      new Set(['link-not-valid']),
    );
    const created = await app.db.everything(
      `select 1 from routing.memberships m join identity.users u on u.id = m.user_id where u.email = 'often@metro.example'`,
    );
    expect(created).toHaveLength(1);
  });

  it('twice with one address makes one account: the second link says so', async () => {
    const email = 'twice@metro.example';
    await signUp({ email, organisation: 'First' }).expect(202);
    const first = await linkTo(app, email);
    await signUp({ email, organisation: 'Second' }).expect(202);
    const second = await linkTo(app, email);
    await verify(first).expect(200);
    expect((await verify(second).expect(409)).body.code).toBe('already-signed-up');
  });

  it('is over after 24 hours', async () => {
    await signUp({ email: 'late@metro.example' }).expect(202);
    const token = await linkTo(app, 'late@metro.example');
    await app.db.everything(
      `update identity.sign_ups set expires_at = now() - interval '1 second' where email = 'late@metro.example'`,
    );
    expect((await verify(token).expect(400)).body.code).toBe('link-not-valid');
  });

  it.each([
    [{ password: 'too short' }, 'password-too-short'],
    [{ password: 'passwordpassword' }, 'password-too-common'],
    [{ password: 'Metro Plumbing Dave 2026' }, 'password-about-you'],
    [{ password: 'x'.repeat(601) }, 'invalid-fields'],
    [{ email: 'dave' }, 'invalid-fields'],
    [{ kind: 'platform' }, 'invalid-fields'],
    [{ name: 'Dave\nBcc: eve@evil.example' }, 'invalid-fields'],
    [{ organisation: 'Click https://evil.example' }, 'invalid-fields'],
    [{ timeZone: 'Mars/Olympus' }, 'invalid-fields'],
    [{ role: 'agency_admin' }, 'invalid-fields'],
    [{ becomesId: '01890000-0000-7000-8000-000000000000' }, 'invalid-fields'],
  ])('refuses %j as %s, and keeps nothing', async (fields, code) => {
    const before = await app.db.everything(`select count(*) from identity.sign_ups`);
    expect((await signUp({ email: 'bad@metro.example', ...fields }).expect(400)).body.code).toBe(code);
    expect(await app.db.everything(`select count(*) from identity.sign_ups`)).toEqual(before);
  });

  it('sends at most five letters an hour to one address, and does not say so', async () => {
    const email = 'flooded@metro.example';
    for (let n = 0; n < 8; n++) await signUp({ email }).expect(202);
    expect(await mailTo(app, email)).toHaveLength(5);
  });

  it('says clearly when the operator has named no mail server', async () => {
    app.mailer.isConfigured = false;
    const answer = await signUp({ email: 'nomail@metro.example' }).expect(503);
    app.mailer.isConfigured = true;
    expect(answer.body).toMatchObject({ code: 'mail-not-configured', detail: expect.stringContaining('SMTP_URL') });
  });

  it('keeps neither the link nor the password where a thief of the database could use them (AUT-06, AUT-10)', async () => {
    await signUp({ email: 'safe@metro.example' }).expect(202);
    const dump = async () =>
      JSON.stringify(
        await app.db.everything(
          `select s.*, l.* from identity.sign_ups s join identity.letters l on l.to_address = s.email`,
        ),
      );
    const before = await dump();
    const token = await linkTo(app, 'safe@metro.example');
    expect(token).toHaveLength(43);
    for (const text of [before, await dump()]) {
      expect(text).not.toContain(token);
      expect(text).not.toContain(PASSWORD);
    }
    const [letter] = await app.db.everything<{ sealed_facts: string | null }>(
      `select sealed_facts from identity.letters where to_address = 'safe@metro.example'`,
    );
    expect(letter?.sealed_facts).toBeNull();
  });
});
