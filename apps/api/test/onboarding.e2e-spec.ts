import { newId } from '@platform/tenancy/new-id';
import { addAgency, ageFactor } from './harness/people.js';
import { seedAccount, type SeededAccount } from './harness/seed-account.js';
import { signInAs, type SignedIn } from './harness/sign-in.js';
import { TestApp } from './harness/test-app.js';

interface Step {
  step: string;
  state: string;
  missing: string[];
}
interface Progress {
  steps: Step[];
  done: number;
  isComplete: boolean;
}
interface Contractor {
  accountId: string;
  name: string;
  status: string;
  stepsDone: number;
  health: { level: string; says: string[] };
  openIncidents: number;
}
interface Imported {
  id: string;
  rows: { line: number; state: string; accountId: string | null; problems: { column: string; says: string }[] }[];
  waiting: number;
  added: number;
  broken: number;
}

const WORST_FIRST = ['emergency', 'broken', 'warning', 'setting_up', 'well', 'suspended'];
const LIST = [
  'Name,Owner Name,owner_email,time_zone,state,trades',
  'North Shore Drains,Sam,,America/Chicago,IL,plumbing',
  'Lone Star Cooling,Rita,rita(at)lonestar,America/Chicago,TX,hvac',
  '"Bright, Electric",Lee,,America/Denver,CO,electrical',
].join('\n');

describe('Onboarding', () => {
  let app: TestApp;
  let metro: SeededAccount;
  let agencyId: string;
  let ann: SignedIn;
  let stranger: { agencyId: string; admin: SignedIn };

  beforeAll(async () => {
    app = await TestApp.start();
    metro = await seedAccount(app.db);
    const apex = await seedAccount(app.db, { name: 'Apex Air', area: '303', timeZone: 'America/Denver' });
    ({ agencyId, admin: ann } = await addAgency(app, [metro]));
    stranger = await addAgency(app, [apex], 'Elsewhere');
  });
  afterAll(() => app.close());

  const agency = (rest: string, id = agencyId) => `/api/v1/agencies/${id}/${rest}`;
  const bearer = (who: SignedIn) => ({ authorization: `Bearer ${who.token}` });
  const get = async <Body>(path: string, who = ann): Promise<Body> =>
    (await app.api().get(path).set(bearer(who)).expect(200)).body as Body;
  const post = (path: string, body: object = {}, who = ann) => app.api().post(path).set(bearer(who)).send(body);
  const contractors = () => get<Contractor[]>(agency('contractors'));

  describe('of a contractor that an agency adds', () => {
    const requestId = newId();
    let accountId: string;
    const account = (rest: string) => `/api/v1/accounts/${accountId}/${rest}`;
    const progress = () => get<Progress>(account('onboarding'));
    const stateOf = async (step: string) => (await progress()).steps.find((found) => found.step === step)?.state;
    const settings = async (patch: object) => {
      const { version } = await get<{ version: number }>(account('config'));
      await app.api().put(account('config')).set(bearer(ann)).set('if-match', `"${version}"`).send(patch).expect(200);
    };

    it('begins with nothing but a name, and asking twice adds one', async () => {
      const wanted = { requestId, name: 'Harbor Heating', ownerName: 'Kim', state: 'IL', trades: ['hvac'] };
      const invited = { ...wanted, ownerEmail: 'kim@harbor.example' };
      ({ accountId } = (await post(agency('contractors'), invited).expect(201)).body as { accountId: string });
      const again = await post(agency('contractors'), { ...wanted, ownerEmail: 'eve@harbor.example' }).expect(201);
      expect(again.body).toEqual({ accountId });
      const invitations = await get<{ email: string }[]>(account('invitations'));
      expect(invitations.map(({ email }) => email)).toEqual(['kim@harbor.example']);
      expect((await contractors()).filter(({ name }) => name === 'Harbor Heating')).toHaveLength(1);
      expect(await progress()).toMatchObject({ done: 0, isComplete: false });
    });

    it('refuses to go live and says what is missing', async () => {
      const refused = await post(account('onboarding/go-live')).expect(409);
      expect(refused.body).toMatchObject({ code: 'not-ready' });
      expect((refused.body as { detail: string }).detail).toContain('A phone number.');
    });

    it('is proved step by step from what is really there', async () => {
      await app
        .api()
        .put(account('profile'))
        .set(bearer(ann))
        .send({ name: 'Harbor Heating & Air', timeZone: 'America/Chicago', state: 'IL' })
        .expect(200);
      await settings({ businessNumber: '+13125550177', services: ['Furnaces'] });
      expect([await stateOf('business'), await stateOf('services')]).toEqual(['done', 'done']);
      for (const step of ['hours', 'voice', 'compliance', 'forwarding'])
        await post(account('onboarding/confirm'), { step }).expect(200);
      expect(await stateOf('hours')).toBe('done');
    });

    it('gets its number and assistant while somebody watches', async () => {
      const started = await post(account('provisioning'), { kind: 'buy', areaCode: '773' }).expect(202);
      expect(await stateOf('number')).toBe('running');
      await app.job('provisioning.run', accountId, (started.body as { setUp: { id: string } }).setUp.id);
      expect(await stateOf('number')).toBe('done');
    });

    it('needs people whose phones were proved', async () => {
      const people = { primary: { name: 'Max', phone: '+13125550171' }, owner: { name: 'Kim', phone: '+13125550172' } };
      await app
        .api()
        .put(account('on-call'))
        .set(bearer(ann))
        .set('if-match', '"0"')
        .send({ ...people, backup: null })
        .expect(200);
      expect((await progress()).steps.find(({ step }) => step === 'people')?.missing).toEqual([
        "Max's phone has not been verified.",
        "Kim's phone has not been verified.",
      ]);
      await app.db.everything(`update contacts set verified_at = now() where account_id = '${accountId}'`);
      expect(await stateOf('people')).toBe('done');
    });

    it('goes live once the agent has been heard, and then answers', async () => {
      expect((await progress()).steps.at(-1)).toMatchObject({ state: 'todo' });
      await app.db.everything(
        `insert into calls (account_id, id, line_id, call_sid, status, called_at, answered_at, is_test)
         select account_id, gen_random_uuid(), id, 'CA${'7'.repeat(32)}', 'completed', now(), now(), true from lines where account_id = '${accountId}'`,
      );
      const live = await post(account('onboarding/go-live')).expect(200);
      expect(live.body).toMatchObject({ done: 9, isComplete: true });
      expect((await contractors()).find((found) => found.accountId === accountId)).toMatchObject({ stepsDone: 9 });
      await post(account('onboarding/go-live')).expect(200);
    });
  });

  describe("in an agency's list", () => {
    it('shows its own contractors alone, the worst first, with counts and no caller', async () => {
      const listed = await contractors();
      expect(listed.map(({ name }) => name)).not.toContain('Apex Air');
      const levels = listed.map(({ health }) => health.level);
      expect(levels).toEqual(levels.toSorted((a, b) => WORST_FIRST.indexOf(a) - WORST_FIRST.indexOf(b)));
      expect(JSON.stringify(listed)).not.toMatch(/caller/i);
    });

    it('answers for another agency exactly as for one that never existed', async () => {
      const foreign = await app.api().get(agency('contractors', stranger.agencyId)).set(bearer(ann)).expect(404);
      const missing = await app.api().get(agency('contractors', newId())).set(bearer(ann)).expect(404);
      expect({ ...(foreign.body as object), instance: '' }).toEqual({ ...(missing.body as object), instance: '' });
    });

    it('learns nothing of another agency’s contractor by naming its id', async () => {
      const [taken] = await get<Contractor[]>(agency('contractors', stranger.agencyId), stranger.admin);
      const named = { requestId: taken?.accountId, name: 'Mine', ownerName: 'Ann' };
      const { body } = await post(agency('contractors'), named).expect(201);
      expect((body as { accountId: string }).accountId).not.toBe(taken?.accountId);
      expect(await get<Contractor[]>(agency('contractors', stranger.agencyId), stranger.admin)).toHaveLength(1);
    });

    it('suspends a contractor after a fresh proof: its people are shut out, its phone is answered', async () => {
      const owner = await signInAs(app, metro, 'owner');
      const suspend = agency(`contractors/${metro.accountId}/suspend`);
      await ageFactor(app, ann, 10);
      expect((await post(suspend).expect(403)).body).toMatchObject({ code: 'step-up-required' });
      await ageFactor(app, ann, 0);
      await post(suspend).expect(204);
      const shut = await app.api().get(`/api/v1/accounts/${metro.accountId}/overview`).set(bearer(owner)).expect(403);
      expect(shut.body).toMatchObject({ code: 'account-suspended' });
      const call = {
        CallSid: `CA${'8'.repeat(32)}`,
        From: '+13125550141',
        To: metro.line,
        CallStatus: 'ringing',
        ApiVersion: '2010-04-01',
        Direction: 'inbound',
      };
      const answer = await app.twilio('incoming-call', call).expect(200);
      expect(answer.text).toContain('<Response>');
      const [kept] = await app.db.everything(`select 1 from calls where call_sid = 'CA${'8'.repeat(32)}'`);
      expect(kept).toBeDefined();
      await post(agency(`contractors/${metro.accountId}/reactivate`)).expect(204);
      await app.api().get(`/api/v1/accounts/${metro.accountId}/overview`).set(bearer(owner)).expect(200);
    });

    it('suspends nobody else’s', async () => {
      const [apex] = await get<Contractor[]>(agency('contractors', stranger.agencyId), stranger.admin);
      await post(agency(`contractors/${apex?.accountId ?? ''}/suspend`)).expect(404);
      expect(await get<Contractor[]>(agency('contractors', stranger.agencyId), stranger.admin)).toMatchObject([
        { status: 'active' },
      ]);
    });
  });

  describe('by a list', () => {
    it('shows every row with what is wrong in it before anything is added', async () => {
      const before = (await contractors()).length;
      const { body } = await post(agency('contractor-imports/preview'), { csv: LIST }).expect(200);
      expect(body).toMatchObject({ good: 2, broken: 1 });
      expect((body as Imported).rows[1]).toMatchObject({
        line: 3,
        problems: [{ column: 'owner_email', says: '"rita(at)lonestar" is not an e-mail address.' }],
      });
      expect((await contractors()).length).toBe(before);
    });

    it('adds the good rows once, however often the job runs, and keeps the broken ones in sight', async () => {
      const before = (await contractors()).length;
      const { body } = await post(agency('contractor-imports'), { csv: LIST }).expect(201);
      const { id } = body as Imported;
      await Promise.all([app.job('contractors.import', 'none', id), app.job('contractors.import', 'none', id)]);
      await app.job('contractors.import', 'none', id);
      const done = await get<Imported>(agency(`contractor-imports/${id}`));
      expect(done).toMatchObject({ waiting: 0, added: 2, broken: 1 });
      expect(done.rows.map(({ line, state }) => [line, state])).toEqual([
        [2, 'added'],
        [3, 'broken'],
        [4, 'added'],
      ]);
      expect((await contractors()).length).toBe(before + 2);
      expect((await contractors()).map(({ name }) => name)).toContain('Bright, Electric');
    });

    it.each([
      ['no list', 'hello'],
      ['an unknown column', 'name,owner_name,shoe_size\nA,B,44'],
      ['an open quote', 'name,owner_name\n"A,B'],
    ])('refuses %s with a sentence', async (_title, csv) => {
      const refused = await post(agency('contractor-imports/preview'), { csv }).expect(400);
      expect(refused.body).toMatchObject({ code: 'list-unreadable' });
    });

    it('is nobody else’s to see', async () => {
      const { body } = await post(agency('contractor-imports'), { csv: LIST }).expect(201);
      const path = agency(`contractor-imports/${(body as Imported).id}`, stranger.agencyId);
      await app.api().get(path).set(bearer(stranger.admin)).expect(404);
    });
  });
});
