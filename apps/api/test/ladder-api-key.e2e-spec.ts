import { seedAccount, type SeededAccount } from './harness/seed-account.js';
import { signInAs, type SignedIn } from './harness/sign-in.js';
import { TestApp } from './harness/test-app.js';
import { LadderWorld } from './ladder-world.js';

interface Proof {
  proof: { acceptance: Record<string, unknown>; timeline: { event: string; text: string }[] };
}

describe('A connected system that takes an emergency through the API', () => {
  let app: TestApp;
  let account: SeededAccount;
  let night: LadderWorld;
  let maker: SignedIn;
  let key: { keyId: string; key: string };
  let incidentId: string;

  beforeAll(async () => {
    app = await TestApp.start();
    await app.clock.set('2026-02-13T03:22:00Z');
    account = await seedAccount(app.db);
    night = new LadderWorld(app, account);
    maker = await signInAs(app, account, 'owner');
    const wish = { name: 'Zapier', scopes: ['incidents.read', 'incidents.handle'] };
    key = (await ask('post', 'api-keys', maker.token, wish).expect(201)).body as typeof key;
  });
  beforeEach(async () => {
    ({ incidentId } = await night.emergency({ callerPhone: `+1312555${nextCaller++}` }));
    await app.settle();
  });
  afterAll(() => app.close());

  let nextCaller = 4000;
  const ask = (method: 'get' | 'post', rest: string, token: string, body: object = {}) =>
    app
      .api()
      [method](`/api/v1/accounts/${account.accountId}/${rest}`)
      .auth(token, { type: 'bearer' })
      .send(method === 'post' ? body : undefined);
  const accept = (token = key.key, body: object = {}) => ask('post', `incidents/${incidentId}/accept`, token, body);
  const accepted = async () =>
    (
      await app.db.everything<{ actor: object }>(
        `select actor from journal where subject_id = $1 and event = 'incident.accepted'`,
        [incidentId],
      )
    ).map(({ actor }) => actor);

  it('is named as the one who has it, not the person who made its key', async () => {
    const { body } = await accept().expect(200);
    expect(body).toMatchObject({ state: 'accepted', acceptedName: 'Zapier (API key)', acceptedVia: 'api' });
    expect(await accepted()).toEqual([{ type: 'api_key', id: key.keyId }]);
    expect(body.timeline.at(-1).text).toBe('Zapier (API key) accepted through the API');
  });

  it('the proof names the key, in its acceptance and on its timeline', async () => {
    await accept().expect(200);
    const { body } = await ask('get', `incidents/${incidentId}/proof.json`, maker.token).expect(200);
    const { acceptance, timeline } = (body as Proof).proof;
    expect(acceptance).toMatchObject({ name: 'Zapier (API key)', via: 'api', apiKeyId: key.keyId });
    expect(timeline.map(({ text }) => text)).toContain('Zapier (API key) accepted through the API');
  });

  it('asked twice it has it once; its maker in the app is told that the system was faster', async () => {
    await accept().expect(200);
    await accept().expect(200);
    expect(await accepted()).toHaveLength(1);
    const { body } = await accept(maker.token).expect(409);
    expect(body).toMatchObject({ code: 'incident-taken', detail: 'Zapier (API key) already has this emergency' });
  });

  it('and the other way round: what its maker took in the app is not the system’s', async () => {
    const { body: taken } = await accept(maker.token).expect(200);
    expect(taken).toMatchObject({ acceptedVia: 'app' });
    const { body } = await accept().expect(409);
    expect(body).toMatchObject({ code: 'incident-taken' });
  });

  it('putting down that a technician has it is the system’s deed, the acceptance the technician’s', async () => {
    const [mike] = await app.db.everything<{ id: string }>(`select id from contacts where phone = $1`, [account.mike]);
    const { body } = await accept(key.key, { contactId: mike?.id }).expect(200);
    expect(body).toMatchObject({ acceptedName: 'Mike T.', acceptedVia: 'api' });
    expect(await accepted()).toEqual([{ type: 'contact', id: mike?.id }]);
    const lines = (body.timeline as { text: string }[]).map(({ text }) => text);
    expect(lines).toContain('Zapier (API key) put down that Mike T. has it');
  });

  it('a ladder that is opened again belongs to nobody, and the technician who takes it then has it alone', async () => {
    await accept().expect(200);
    await ask('post', `incidents/${incidentId}/repage`, maker.token).expect(200);
    await app.settle();
    const { code } = await night.incident(incidentId);
    await night.replies(account.mike, `${code} 1`);
    expect(await night.incident(incidentId)).toMatchObject({
      state: 'accepted',
      accepted_name: 'Mike T.',
      accepted_key: null,
    });
  });
});
