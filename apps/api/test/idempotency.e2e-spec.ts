import { asKeyedRequest } from '@platform/idempotency/keyed-request';
import { fingerprintOf } from '@platform/idempotency/request-fingerprint';
import { newId } from '@platform/tenancy/new-id';
import { addAgency, addMember } from './harness/people.js';
import { seedAccount, type SeededAccount } from './harness/seed-account.js';
import type { SignedIn } from './harness/sign-in.js';
import { TestApp } from './harness/test-app.js';

interface Sent {
  by: SignedIn;
  path: string;
  body: object;
  key: string;
}

describe('API-07: a request that is sent twice with one Idempotency-Key', () => {
  let app: TestApp;
  let metro: SeededAccount;
  let apex: SeededAccount;
  let dave: SignedIn;
  let dana: SignedIn;
  let rita: SignedIn;
  let agency: { agencyId: string; admin: SignedIn };
  let phones = 0;

  beforeAll(async () => {
    app = await TestApp.start();
    metro = await seedAccount(app.db);
    apex = await seedAccount(app.db, { name: 'Apex Air', area: '303', timeZone: 'America/Denver' });
    dave = await addMember(app, metro, 'owner', 'Dave');
    dana = await addMember(app, metro, 'dispatcher', 'Dana');
    rita = await addMember(app, apex, 'owner', 'Rita');
    agency = await addAgency(app, [metro]);
  });
  afterAll(() => app.close());

  const send = ({ by, path, body, key }: Sent) =>
    app.api().post(`/api/v1/${path}`).auth(by.token, { type: 'bearer' }).set('Idempotency-Key', key).send(body);
  const sal = () => ({ name: 'Sal', phone: `+13125550${100 + phones++}` });
  const contacts = (account: SeededAccount) => `accounts/${account.accountId}/contacts`;
  const addSal = (given: Partial<Sent> = {}): Sent => ({
    by: dave,
    path: contacts(metro),
    body: sal(),
    key: newId(),
    ...given,
  });
  const people = async ({ phone }: { phone: string }) =>
    (await app.db.everything(`select 1 from contacts where account_id = $1 and phone = $2`, [metro.accountId, phone]))
      .length;
  const change = (key: string, set: string) =>
    app.db.platform.query(`update platform.idempotent_requests set ${set} where key = $1`, [key]);

  it('happens once and is answered alike, with the version of what it made', async () => {
    const sent = addSal();
    const first = await send(sent).expect(201);
    const second = await send({ ...sent, key: `"${sent.key}"` }).expect(201);
    expect(second.body).toEqual(first.body);
    expect([first, second].map((answer) => answer.get('Idempotency-Replayed'))).toEqual([undefined, 'true']);
    expect(second.get('ETag')).toBe(first.get('ETag'));
    expect(await people(sent.body as { phone: string })).toBe(1);
  });

  it('twenty at once have one effect: one does it, the others wait or hear its answer', async () => {
    const sent = addSal();
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(sent)));
    const fresh = answers.filter(({ status, headers }) => status === 201 && !headers['idempotency-replayed']);
    expect(fresh).toHaveLength(1);
    for (const { status, body } of answers.filter((answer) => answer.status !== 201))
      expect([status, (body as { code: string }).code]).toEqual([409, 'idempotency-key-in-flight']);
    expect((await send(sent).expect(201)).body).toEqual(fresh[0]?.body);
    expect(await people(sent.body as { phone: string })).toBe(1);
  });

  it('is refused with 422 for another body, another route or another version', async () => {
    const sent = addSal();
    await send(sent).expect(201);
    const other = await send({ ...sent, body: sal() }).expect(422);
    expect(other.body).toMatchObject({ code: 'idempotency-key-reused', status: 422 });
    await send({ ...sent, path: `accounts/${metro.accountId}/on-call/feeds` }).expect(422);
    await send(sent).set('If-Match', '"4"').expect(422);
  });

  it('is nobody else’s: the key of another person, account or agency never answers', async () => {
    const sent = addSal();
    const first = await send(sent).expect(201);
    const colleague = await send({ ...sent, by: dana }).expect(409);
    expect(colleague.body).toMatchObject({ code: 'phone-in-use' });
    const neighbour = await send({ ...sent, by: rita, path: contacts(apex) }).expect(201);
    expect(neighbour.body.id).not.toBe(first.body.id);
    expect(neighbour.get('Idempotency-Replayed')).toBeUndefined();
    await send({ ...sent, by: rita }).expect(404);
  });

  it('is free again after a refusal that changed nothing', async () => {
    const sent = addSal();
    await send({ ...sent, body: { name: '', phone: 'x' } }).expect(400);
    await send(sent).expect(201);
  });

  it.each([['two words'], ['x'.repeat(256)], ['""']])('is refused with a key that is none: %s', async (key) => {
    expect((await send(addSal({ key })).expect(400)).body).toMatchObject({ code: 'idempotency-key-invalid' });
  });

  it('after a day the key is a new one', async () => {
    const sent = addSal();
    await send(sent).expect(201);
    await change(sent.key, `created_at = clock_timestamp() - interval '25 hours'`);
    await send({ ...sent, body: sal() }).expect(201);
  });

  it('an agency that sends twice adds one contractor', async () => {
    const body = {
      name: 'Rivera Drain',
      ownerName: 'Luz',
      timeZone: 'America/Chicago',
      state: 'IL',
      trades: ['plumbing'],
    };
    const sent = { by: agency.admin, path: `agencies/${agency.agencyId}/contractors`, body, key: newId() };
    const [first, second] = [await send(sent).expect(201), await send(sent).expect(201)];
    expect(second.body).toEqual(first.body);
    const made = await app.db.platform.query(`select 1 from routing.accounts where agency_id = $1`, [agency.agencyId]);
    expect(made).toHaveLength(2);
  });

  it('an answer is kept sealed, and one that holds a secret is not kept at all', async () => {
    const sent = addSal();
    await send(sent).expect(201);
    const made = {
      ...sent,
      path: `accounts/${metro.accountId}/api-keys`,
      body: { name: 'CRM', scopes: ['calls.read'] },
    };
    const key = newId();
    const { body } = await send({ ...made, key }).expect(201);
    expect((await send({ ...made, key }).expect(409)).body).toMatchObject({ code: 'idempotency-answer-lost' });
    const kept = JSON.stringify(await app.db.platform.query(`select * from platform.idempotent_requests`));
    expect(kept).not.toContain('Sal');
    expect(kept).not.toContain((body as { key: string }).key);
    const keys = await app.db.platform.query(`select 1 from identity.api_keys where account_id = $1`, [
      metro.accountId,
    ]);
    expect(keys).toHaveLength(1);
  });

  describe('when the process dies', () => {
    it('before the effect: a retry waits for its lease, then does it', async () => {
      const sent = addSal();
      const url = `/api/v1/${sent.path}`;
      const fingerprint = fingerprintOf({ method: 'POST', url, ifMatch: undefined, body: sent.body });
      await app.db.platform.query(
        `insert into platform.idempotent_requests (scope, principal, key, fingerprint, request_id, lease_until)
         values ($1, $2, $3, $4, $5, clock_timestamp() + interval '1 minute')`,
        [`account:${metro.accountId}`, `user:${dave.userId}`, sent.key, fingerprint, newId()],
      );
      expect((await send(sent).expect(409)).get('Retry-After')).toBe('1');
      await change(sent.key, `lease_until = clock_timestamp()`);
      await send(sent).expect(201);
      expect(await people(sent.body as { phone: string })).toBe(1);
    });

    it('between the effect and its answer: a retry does nothing, and says where to look', async () => {
      const sent = addSal();
      await send(sent).expect(201);
      await change(sent.key, `finished_at = null, answer = null, lease_until = clock_timestamp()`);
      expect((await send(sent).expect(409)).body).toMatchObject({ code: 'idempotency-answer-lost' });
      expect(await people(sent.body as { phone: string })).toBe(1);
    });

    it('or seemed to: what was taken over can no longer commit', async () => {
      const body = sal();
      const late = asKeyedRequest(newId(), () =>
        app.db.accounts.within(metro.accountId, (tx) =>
          tx.query(
            `insert into contacts (account_id, id, name, phone, created_at) values ($1, $2, 'Late', $3, now())`,
            [...[metro.accountId, newId(), body.phone]],
          ),
        ),
      );
      await expect(late).rejects.toMatchObject({ code: 'request-taken-over' });
      expect(await people(body)).toBe(0);
    });
  });
});
