import type { E164 } from '@domain/phone/e164';
import twilio from 'twilio';
import { seedAccount, type SeededAccount } from './harness/seed-account.js';
import { signInAs, type SignedIn } from './harness/sign-in.js';
import { TestApp, TWILIO_ACCOUNT } from './harness/test-app.js';
import { layAccount } from './provisioning-world.js';

const PUBLIC_URL = 'https://nightdesk.test';
const DAVE_CALLS = '+13125550141';

interface View {
  setUp: {
    id: string;
    state: string;
    number: string | null;
    problem: string | null;
    steps: { step: string; state: string }[];
  } | null;
  lines: { id: string; number: string; state: string; releaseDueAt: string | null }[];
}

describe('Provisioning over HTTP', () => {
  let app: TestApp;
  let metro: SeededAccount;
  let owner: SignedIn;

  beforeAll(async () => {
    app = await TestApp.start();
    metro = await seedAccount(app.db);
    owner = await signInAs(app, metro, 'owner');
  });
  afterAll(() => app.close());

  const path = (rest: string, account: string = metro.accountId) => `/api/v1/accounts/${account}/${rest}`;
  const bearer = (who: SignedIn) => ({ authorization: `Bearer ${who.token}` });
  const view = async (): Promise<View> =>
    (await app.api().get(path('provisioning')).set(bearer(owner)).expect(200)).body as View;

  it('offers numbers of an area, sets one up, and shows every step', async () => {
    const offers = await app.api().get(path('numbers?areaCode=773')).set(bearer(owner)).expect(200);
    expect((offers.body as { data: unknown[] }).data[0]).toEqual({
      number: '+17735561000',
      label: '(773) 556-1000',
      locality: 'Chicago',
      region: 'IL',
    });
    const order = { kind: 'buy', number: '+1 773 556 1003' };
    const started = await app.api().post(path('provisioning')).set(bearer(owner)).send(order).expect(202);
    expect((started.body as View).setUp).toMatchObject({ state: 'running', number: '+17735561003' });
    await app.job('provisioning.run', metro.accountId, (started.body as View).setUp?.id ?? '');
    const { setUp, lines } = await view();
    expect(setUp).toMatchObject({ state: 'finished', number: '+17735561003', problem: null });
    expect(new Set(setUp?.steps.map(({ state }) => state))).toEqual(new Set(['done']));
    expect(lines.map(({ number }) => number)).toEqual(['+13125550100', '+17735561003']);
  });

  it.each([
    ['no number and no area', { kind: 'buy' }],
    ['an area code that cannot be', { kind: 'buy', areaCode: '012' }],
    ['a brought number that is none', { kind: 'bring', number: 'my old one' }],
    ['a premium number', { kind: 'buy', number: '+19005550100' }],
    ['a kind of its own', { kind: 'steal', number: '+17735561009' }],
    ['a field nobody asked for', { kind: 'buy', areaCode: '773', carrierSid: 'AC1' }],
  ])('refuses %s with a sentence', async (_title, body) => {
    const answer = await app.api().post(path('provisioning')).set(bearer(owner)).send(body);
    expect([400, 422]).toContain(answer.status);
    expect(answer.type).toBe('application/problem+json');
  });

  it('lets an owner do it and nobody below: dispatchers look, CSRs do not', async () => {
    const dispatcher = await signInAs(app, metro, 'dispatcher');
    const csr = await signInAs(app, metro, 'csr');
    await app.api().get(path('provisioning')).set(bearer(dispatcher)).expect(200);
    await app.api().get(path('provisioning')).set(bearer(csr)).expect(403);
    for (const who of [dispatcher, csr]) {
      await app.api().post(path('provisioning')).set(bearer(who)).send({ kind: 'buy', areaCode: '773' }).expect(403);
      await app.api().get(path('numbers?areaCode=773')).set(bearer(who)).expect(403);
      await app.api().post(path('forwarding/checks')).set(bearer(who)).expect(403);
    }
  });

  it("answers for another account's set-up exactly as for a missing one", async () => {
    const stranger = await layAccount(app.db);
    const missing = '01980000-0000-7000-8000-000000000000';
    for (const [method, rest] of [
      ['get', 'provisioning'],
      ['post', 'provisioning'],
      ['post', 'provisioning/retry'],
      ['post', 'provisioning/abandon'],
      ['get', 'numbers?areaCode=773'],
      ['get', 'forwarding'],
      ['post', 'forwarding/checks'],
    ] as const) {
      const theirs = await app.api()[method](path(rest, stranger)).set(bearer(owner)).expect(404);
      const nobodys = await app.api()[method](path(rest, missing)).set(bearer(owner)).expect(404);
      expect({ ...(theirs.body as object), instance: '' }).toEqual({ ...(nobodys.body as object), instance: '' });
    }
  });

  it('keeps a line that was given up, within its grace period', async () => {
    const line = (await view()).lines.find(({ number }) => number === '+17735561003');
    const released = await app
      .api()
      .post(path(`lines/${line?.id}/release`))
      .set(bearer(owner))
      .expect(202);
    expect((released.body as View).lines.find(({ id }) => id === line?.id)).toMatchObject({ state: 'releasing' });
    const kept = await app
      .api()
      .post(path(`lines/${line?.id}/keep`))
      .set(bearer(owner))
      .expect(200);
    expect((kept.body as View).lines.find(({ id }) => id === line?.id)).toMatchObject({
      state: 'live',
      releaseDueAt: null,
    });
    const other = await app
      .api()
      .post(path(`lines/${metro.accountId}/release`))
      .set(bearer(owner))
      .expect(404);
    expect(other.body).toMatchObject({ code: 'line-not-found' });
  });

  it('shows the star codes for the line, ready to dial', async () => {
    const { body } = await app.api().get(path('forwarding')).set(bearer(owner)).expect(200);
    const { codes, businessNumber } = body as {
      codes: { carrier: string; noAnswer: string | null }[];
      businessNumber: string;
    };
    expect(businessNumber).toBe('+13125550185');
    expect(codes.find(({ carrier }) => carrier === 't-mobile')?.noAnswer).toBe('**61*13125550100#');
  });

  describe("webhooks of a contractor's own carrier account (WHI-03)", () => {
    const LINE = '+17735561003' as E164;
    const subaccount = () => {
      const held = app.carrier.numbers.find(({ number }) => number === LINE);
      const account = app.carrier.accounts.find(({ sid }) => sid === held?.carrierSid);
      return { sid: account?.sid ?? '', token: account?.authToken ?? '' };
    };
    const webhook = (rest: string, token: string, form: Record<string, string>) =>
      app
        .api()
        .post(`/api/twilio/${rest}`)
        .type('form')
        .set('X-Twilio-Signature', twilio.getExpectedTwilioSignature(token, `${PUBLIC_URL}/api/twilio/${rest}`, form))
        .send(form);
    let calls = 0;
    const call = (accountSid: string, to: string) => ({
      CallSid: `CA${(++calls).toString(16).padStart(32, 'd')}`,
      AccountSid: accountSid,
      CallStatus: 'ringing',
      From: DAVE_CALLS,
      To: to,
      Direction: 'inbound',
    });

    it("are believed with that account's own token", async () => {
      const { sid, token } = subaccount();
      const form = call(sid, LINE);
      const answer = await webhook('incoming-call', token, form).expect(200);
      expect(answer.text).toContain('<Response>');
      const [row] = await app.db.everything<{ account_id: string }>(
        `select account_id from calls where call_sid = $1`,
        [form.CallSid],
      );
      expect(row?.account_id).toBe(metro.accountId);
    });

    it("are not believed with the platform's token, another account's, or a stranger's SID", async () => {
      const { sid, token } = subaccount();
      await webhook('incoming-call', 'twilio-auth-token-of-tests', call(sid, LINE)).expect(403);
      await webhook('incoming-call', token, call(`AC${'9'.repeat(32)}`, LINE)).expect(403);
      await webhook('incoming-call', `${token}x`, call(sid, LINE)).expect(403);
    });

    it("are not believed about a line that is not in the account, and neither is the platform's about its line", async () => {
      const { sid, token } = subaccount();
      await webhook('incoming-call', token, call(sid, metro.line)).expect(403);
      await webhook('incoming-call', 'twilio-auth-token-of-tests', call(TWILIO_ACCOUNT, LINE)).expect(403);
      const text = {
        MessageSid: `SM${'1'.repeat(32)}`,
        AccountSid: sid,
        From: DAVE_CALLS,
        To: metro.line,
        Body: 'STOP',
      };
      await webhook('sms-incoming', token, text).expect(403);
    });

    it("are not believed about another contractor's rows in a callback's address", async () => {
      const { sid, token } = subaccount();
      const stranger = await layAccount(app.db);
      const form = { CallSid: `CA${'e'.repeat(32)}`, AccountSid: sid, CallStatus: 'completed' };
      const about = (account: string) =>
        `forwarding/status?account=${account}&check=01980000-0000-7000-8000-000000000000`;
      await webhook(about(stranger), token, form).expect(403);
      await webhook(about(metro.accountId), token, form).expect(204);
    });
  });
});
