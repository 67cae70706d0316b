import { jest } from '@jest/globals';
import type { Capability } from '@domain/access/capabilities';
import { RateCounter } from '@platform/http/rate-counter';
import { newApiKey } from '../src/identity/api-key-format.js';
import { addAgency, addAgencyAdmin, addMember, ageFactor } from './harness/people.js';
import { seedAccount, type SeededAccount } from './harness/seed-account.js';
import type { SignedIn } from './harness/sign-in.js';
import { TestApp } from './harness/test-app.js';
import { LadderWorld } from './ladder-world.js';
import { DataSource } from 'typeorm';

interface Problem {
  code: string;
  detail: string;
}

interface KeyMade {
  keyId: string;
  key: string;
  scopes: string[];
  expiresAt: string;
}

describe('Who gets in, how far and how often', () => {
  let app: TestApp;
  let metro: SeededAccount;
  let apex: SeededAccount;
  let dave: SignedIn;
  let ann: SignedIn;
  let agencyId: string;

  beforeAll(async () => {
    app = await TestApp.start();
    metro = await seedAccount(app.db);
    apex = await seedAccount(app.db, { name: 'Apex Air', area: '303', timeZone: 'America/Denver' });
    dave = await addMember(app, metro, 'owner', 'Dave');
    ({ agencyId, admin: ann } = await addAgency(app, [metro]));
  });
  afterAll(() => app.close());

  const of = (account: SeededAccount, rest: string) => `/api/v1/accounts/${account.accountId}/${rest}`;
  const get = (path: string, token: string) => app.api().get(path).auth(token, { type: 'bearer' });
  const post = (path: string, token: string, body: object = {}) =>
    app.api().post(path).auth(token, { type: 'bearer' }).send(body);
  const del = (path: string, token: string) => app.api().delete(path).auth(token, { type: 'bearer' });
  const makeKey = async (
    scopes: Capability[],
    token = dave.token,
    account = metro,
    name = 'CRM sync',
  ): Promise<KeyMade> => (await post(of(account, 'api-keys'), token, { name, scopes }).expect(201)).body as KeyMade;
  const journalOf = (account: SeededAccount, event: string) =>
    app.db.everything<{
      actor: { type: string; id: string };
      subject_id: string | null;
      data: Record<string, unknown>;
    }>(`select actor, subject_id, data from journal where account_id = $1 and event = $2 order by seq`, [
      account.accountId,
      event,
    ]);

  describe('the agency', () => {
    it('sees counts and health, and not one of the lists in which callers speak', async () => {
      await get(of(metro, 'overview'), ann.token).expect(200);
      for (const list of ['calls', 'lead-cards', 'incidents', 'digests']) {
        const { body } = await get(of(metro, list), ann.token).expect(403);
        expect((body as Problem).code).toBe('grant-needed');
      }
    });

    it('reads them under the owner’s grant, each reading journalled, and no longer once it is closed', async () => {
      const { body: grant } = await post(of(metro, 'access-grants'), dave.token, { hours: 4 }).expect(201);
      expect(grant).toMatchObject({ isOpen: true, agencyName: 'Lakeside', granterName: 'Dave' });
      await get(of(metro, 'calls'), ann.token).expect(200);
      const callId = '01890000-0000-7000-8000-000000000001';
      await get(of(metro, `calls/${callId}`), ann.token).expect(404);
      expect(await journalOf(metro, 'access_grant.used')).toMatchObject([
        {
          actor: { type: 'user', id: ann.userId },
          subject_id: null,
          data: { capability: 'calls.read', grantId: grant.id },
        },
        { actor: { type: 'user', id: ann.userId }, subject_id: callId },
      ]);
      await del(of(metro, `access-grants/${grant.id}`), dave.token).expect(200);
      await get(of(metro, 'calls'), ann.token).expect(403);
    });

    it('is told in its own list of accounts that it acts as the agency, and until when it may read', async () => {
      const mine = async (token: string) =>
        ((await get('/api/v1/me', token).expect(200)).body as { accounts: Record<string, unknown>[] }).accounts;
      expect(await mine(ann.token)).toMatchObject([{ actingAs: 'agency', role: 'agency_admin', grantedUntil: null }]);
      expect(await mine(dave.token)).toMatchObject([{ actingAs: 'member', role: 'owner', status: 'active' }]);
      const { body: grant } = await post(of(metro, 'access-grants'), dave.token, { hours: 2 }).expect(201);
      expect(await mine(ann.token)).toMatchObject([{ grantedUntil: grant.expiresAt }]);
      await del(of(metro, `access-grants/${grant.id}`), dave.token).expect(200);
    });

    it('loses sight when the hours of a grant are over', async () => {
      const { body: grant } = await post(of(metro, 'access-grants'), dave.token, { hours: 1 }).expect(201);
      await get(of(metro, 'calls'), ann.token).expect(200);
      await app.db.platform.query(
        `update routing.access_grants set created_at = clock_timestamp() - interval '2 hours', expires_at = clock_timestamp() - interval '1 second' where id = $1`,
        [grant.id],
      );
      await get(of(metro, 'calls'), ann.token).expect(403);
    });

    it('cannot grant itself access, and changes nothing that callers said even under a grant', async () => {
      await post(of(metro, 'access-grants'), ann.token, { hours: 1 }).expect(403);
      await post(of(metro, 'access-grants'), dave.token, { hours: 1 }).expect(201);
      const { body } = await app
        .api()
        .patch(of(metro, 'lead-cards/01890000-0000-7000-8000-000000000001/callback'))
        .auth(ann.token, { type: 'bearer' })
        .send({ callbackStatus: 'done' })
        .expect(403);
      expect((body as Problem).code).toBe('not-allowed');
    });

    it('gets no grant from a contractor that nobody looks after', async () => {
      const rosa = await addMember(app, apex, 'owner', 'Rosa');
      const { body } = await post(of(apex, 'access-grants'), rosa.token, { hours: 1 }).expect(409);
      expect((body as Problem).code).toBe('no-agency');
    });

    it('answers for another agency exactly as for one that never existed', async () => {
      const other = await addAgency(app, [], 'Prairie');
      const foreign = await get(`/api/v1/agencies/${other.agencyId}/members`, ann.token).expect(404);
      const missing = await get('/api/v1/agencies/01890000-0000-7000-8000-000000000000/members', ann.token).expect(404);
      expect({ ...foreign.body, instance: '' }).toEqual({ ...missing.body, instance: '' });
    });

    it('keeps its last admin', async () => {
      const members = `/api/v1/agencies/${agencyId}/members`;
      const bob = await addAgencyAdmin(app, agencyId, 'Bob');
      expect(((await del(`${members}/${ann.userId}`, ann.token).expect(409)).body as Problem).code).toBe('own-role');
      await del(`${members}/${bob.userId}`, ann.token).expect(204);
      await get(members, bob.token).expect(404);
      expect((await get(members, ann.token).expect(200)).body).toHaveLength(1);
    });
  });

  describe('a dangerous act', () => {
    it('asks for a factor proved within five minutes', async () => {
      const owner = await addMember(app, metro, 'owner', 'Olivia');
      await ageFactor(app, owner, 6);
      const { body } = await post(of(metro, 'api-keys'), owner.token, { name: 'x', scopes: ['calls.read'] }).expect(
        403,
      );
      expect((body as Problem).code).toBe('step-up-required');
      await get(of(metro, 'api-keys'), owner.token).expect(200);
      await ageFactor(app, owner, 4);
      await post(of(metro, 'api-keys'), owner.token, { name: 'x', scopes: ['calls.read'] }).expect(201);
    });
  });

  describe('a suspended account', () => {
    it('lets nobody in but says why to its own people only', async () => {
      const shut = await seedAccount(app.db, { name: 'Shut Down', area: '415' });
      const owner = await addMember(app, shut, 'owner');
      await app.db.platform.query(`update routing.accounts set status = 'suspended' where account_id = $1`, [
        shut.accountId,
      ]);
      expect(((await get(of(shut, 'overview'), owner.token).expect(403)).body as Problem).code).toBe(
        'account-suspended',
      );
      await get(of(shut, 'overview'), dave.token).expect(404);
    });
  });

  describe('a team', () => {
    it('shows its members to owner, dispatcher and agency, not to a CSR', async () => {
      const csr = await addMember(app, metro, 'csr');
      await get(of(metro, 'members'), csr.token).expect(403);
      expect((await get(of(metro, 'members'), ann.token).expect(200)).body).toEqual(
        expect.arrayContaining([{ userId: dave.userId, name: 'Dave', email: dave.email, role: 'owner' }]),
      );
    });

    it('lets an owner change a role, which counts from the next request on', async () => {
      const csr = await addMember(app, metro, 'csr', 'Carla');
      await app
        .api()
        .patch(of(metro, `members/${csr.userId}`))
        .auth(dave.token, { type: 'bearer' })
        .send({ role: 'dispatcher' })
        .expect(200);
      await get(of(metro, 'members'), csr.token).expect(200);
      await del(of(metro, `members/${csr.userId}`), dave.token).expect(204);
      await get(of(metro, 'members'), csr.token).expect(404);
      expect(await journalOf(metro, 'member.role_changed')).toMatchObject([
        { data: { from: 'csr', to: 'dispatcher' } },
      ]);
    });

    it('lets nobody edit their own role, and reaches nobody of another team', async () => {
      const change = (userId: string) =>
        app
          .api()
          .patch(of(metro, `members/${userId}`))
          .auth(dave.token, { type: 'bearer' })
          .send({ role: 'csr' });
      expect(((await change(dave.userId).expect(409)).body as Problem).code).toBe('own-role');
      const stranger = await addMember(app, apex, 'csr');
      const foreign = await change(stranger.userId).expect(404);
      const missing = await change('01890000-0000-7000-8000-000000000000').expect(404);
      expect({ ...foreign.body, instance: '' }).toEqual({ ...missing.body, instance: '' });
    });

    it('keeps one owner when two owners demote each other in the same moment, every time', async () => {
      for (let round = 0; round < 10; round++) {
        const account = await seedAccount(app.db, { name: `Duo ${round}`, area: String(500 + round) });
        const [a, b] = [await addMember(app, account, 'owner', 'A'), await addMember(app, account, 'owner', 'B')];
        const demote = (by: SignedIn, whom: SignedIn) =>
          app
            .api()
            .patch(of(account, `members/${whom.userId}`))
            .auth(by.token, { type: 'bearer' })
            .send({ role: 'csr' })
            .then(({ status }) => status);
        const statuses = await Promise.all([demote(a, b), demote(b, a)]);
        expect(statuses.filter((status) => status === 200)).toHaveLength(1);
        const owners = await app.db.everything(
          `select 1 from routing.memberships where account_id = $1 and role = 'owner'`,
          [account.accountId],
        );
        expect(owners).toHaveLength(1);
      }
    });
  });

  describe('an API key', () => {
    it('is shown once, opens what its scopes say in its own account, and nothing else', async () => {
      const made = await makeKey(['calls.read']);
      expect(made.key).toMatch(/^nd_live_[0-9A-Za-z]{12}_[0-9A-Za-z]{38}$/);
      const { body: list } = await get(of(metro, 'api-keys'), dave.token).expect(200);
      expect(JSON.stringify(list)).not.toContain(made.key);
      const stored = await app.db.everything<{ row: string }>(
        `select (to_jsonb(k))::text as row from identity.api_keys k where key_id = $1`,
        [made.keyId],
      );
      expect(stored[0]?.row).not.toContain(made.key.slice(21, 50));
      await get(of(metro, 'calls'), made.key).expect(200);
      expect(((await get(of(metro, 'lead-cards'), made.key).expect(403)).body as Problem).code).toBe('scope-missing');
      const foreign = await get(of(apex, 'calls'), made.key).expect(404);
      const missing = await get('/api/v1/accounts/01890000-0000-7000-8000-000000000000/calls', made.key).expect(404);
      expect({ ...foreign.body, instance: '' }).toEqual({ ...missing.body, instance: '' });
      await get('/api/v1/me', made.key).expect(403);
    });

    it('never manages keys, people, grants or a live stream', async () => {
      const { body } = await post(of(metro, 'api-keys'), dave.token, { name: 'x', scopes: ['api_keys.manage'] }).expect(
        400,
      );
      expect((body as Problem).code).toBe('invalid-fields');
      const all = await makeKey(['calls.read', 'config.write', 'on_call.write']);
      for (const path of ['api-keys', 'members', 'access-grants', 'stream'])
        await get(of(metro, path), all.key).expect(403);
    });

    it('carries no more than its maker may do, at the moment it is used', async () => {
      const oscar = await addMember(app, metro, 'owner', 'Oscar');
      const made = await makeKey(['config.read', 'on_call.write', 'calls.correct'], oscar.token);
      await get(of(metro, 'disagreements/export'), made.key).expect(200);
      const become = (role: string) =>
        app.db.platform.query(`update routing.memberships set role = $2 where user_id = $1`, [oscar.userId, role]);
      await become('csr');
      expect(((await get(of(metro, 'disagreements/export'), made.key).expect(403)).body as Problem).code).toBe(
        'not-allowed',
      );
      await get(of(metro, 'config'), made.key).expect(200);
      await app.db.platform.query(`delete from routing.memberships where user_id = $1`, [oscar.userId]);
      await get(of(metro, 'config'), made.key).expect(404);
    });

    it('gives no one a scope beyond their own role', async () => {
      const { body } = await post(of(metro, 'api-keys'), ann.token, { name: 'x', scopes: ['calls.read'] }).expect(400);
      expect((body as Problem).code).toBe('scope-beyond-role');
    });

    it('goes on for the overlap after a rotation, and ends on every replica at once when revoked', async () => {
      const old = await makeKey(['calls.read']);
      const { body: next } = await post(of(metro, `api-keys/${old.keyId}/rotate`), dave.token, {
        overlapHours: 2,
      }).expect(201);
      await get(of(metro, 'calls'), old.key).expect(200);
      await get(of(metro, 'calls'), (next as KeyMade).key).expect(200);
      await post(of(metro, `api-keys/${old.keyId}/rotate`), dave.token, {}).expect(409);
      await post(of(metro, `api-keys/${old.keyId}/rotate`), dave.token, { overlapHours: 169 }).expect(400);
      await app.db.platform.query(
        `update identity.api_keys set expires_at = clock_timestamp() - interval '1 second' where key_id = $1`,
        [old.keyId],
      );
      await get(of(metro, 'calls'), old.key).expect(401);
      await del(of(metro, `api-keys/${(next as KeyMade).keyId}`), dave.token).expect(204);
      await get(of(metro, 'calls'), (next as KeyMade).key).expect(401);
    });

    it('is refused without a question to the database when its checksum is wrong', async () => {
      const { key } = await makeKey(['calls.read']);
      const asked = await countQueries(app, async () => {
        for (const wrong of [
          `${key.slice(0, -1)}${key.endsWith('0') ? '1' : '0'}`,
          'nd_live_',
          `nd_test_${key.slice(8)}`,
          `${key}0`,
          key.replace('nd_live', 'nd_Live'),
        ])
          await get(of(metro, 'calls'), wrong).expect(401);
      });
      expect(asked).toBe(0);
    });

    it('answers alike for a wrong secret, an unknown id and a revoked key', async () => {
      const a = await get(of(metro, 'calls'), newApiKey().text).expect(401);
      const { keyId, key } = await makeKey(['calls.read']);
      await del(of(metro, `api-keys/${keyId}`), dave.token).expect(204);
      const b = await get(of(metro, 'calls'), key).expect(401);
      expect({ ...a.body, instance: '' }).toEqual({ ...b.body, instance: '' });
    });

    it('is named in the journal for what it did, not the person who made it', async () => {
      const { incidentId } = await new LadderWorld(app, metro).emergency();
      const [row] = await app.db.everything<{ call_id: string }>(`select call_id from incidents where id = $1`, [
        incidentId,
      ]);
      const { keyId, key } = await makeKey(['calls.correct']);
      await post(of(metro, `calls/${row?.call_id}/correction`), key, { classification: 'routine' }).expect(204);
      expect((await journalOf(metro, 'call.corrected')).at(-1)).toMatchObject({
        actor: { type: 'api_key', id: keyId },
      });
    });

    it('notes its use at most once a minute', async () => {
      const { keyId, key } = await makeKey(['calls.read']);
      const lastUse = async () =>
        (
          await app.db.everything<{ last_used_at: Date }>(
            `select last_used_at from identity.api_keys where key_id = $1`,
            [keyId],
          )
        )[0]?.last_used_at;
      await get(of(metro, 'calls'), key).expect(200);
      const first = await lastUse();
      await Promise.all(Array.from({ length: 10 }, () => get(of(metro, 'calls'), key).expect(200)));
      expect(await lastUse()).toEqual(first);
    });

    it('exists twenty times per account at most, also when many are made at once', async () => {
      const account = await seedAccount(app.db, { name: 'Keys', area: '602' });
      const owner = await addMember(app, account, 'owner');
      const made = await Promise.all(
        Array.from({ length: 24 }, () =>
          post(of(account, 'api-keys'), owner.token, { name: 'x', scopes: ['calls.read'] }).then(
            ({ status }) => status,
          ),
        ),
      );
      expect(made.filter((status) => status === 201)).toHaveLength(20);
      expect(made.filter((status) => status === 409)).toHaveLength(4);
    });
  });

  describe('the rate', () => {
    it('is said on every answer, and a key beyond it is told when to come back', async () => {
      const account = await seedAccount(app.db, { name: 'Busy', area: '206' });
      const owner = await addMember(app, account, 'owner');
      const { key } = await makeKey(['overview.read', 'on_call.read'], owner.token, account);
      const first = await get(of(account, 'on-call'), key).expect(200);
      expect(first.headers['ratelimit-policy']).toBe('"key";q=600;w=60, "account";q=3000;w=60');
      expect(first.headers['ratelimit']).toMatch(/^"key";r=599;t=\d+, "account";r=2998;t=\d+$/);
      await spend(app, `key ${key.slice(8, 20)}`, 600);
      const refused = await untilRefused(() => get(of(account, 'on-call'), key), 20);
      expect(refused.body).toMatchObject({ code: 'quota-exceeded', status: 429 });
      expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60);
      expect(refused.headers['content-type']).toContain('application/problem+json');
    });

    it('holds over replicas within five percent', async () => {
      const replicas = [0, 1, 2].map(() => new RateCounter(app.db.platform));
      const quota = { name: 'key', perMinute: 600 } as const;
      // One minute on the wall for all of them, whatever the time of the run.
      const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now());
      let passed = 0;
      for (let n = 0; n < 900; n++) {
        const left = await replicas[n % 3]!.take('key of three replicas', quota);
        if (!left.isOver) passed += 1;
      }
      clock.mockRestore();
      expect(passed).toBeGreaterThanOrEqual(600);
      expect(passed).toBeLessThanOrEqual(630);
    });

    it('cannot be used up by a stranger', async () => {
      const before = await app.db.everything(`select 1 from platform.rate_counts where subject = $1`, [
        `account ${apex.accountId}`,
      ]);
      await Promise.all(Array.from({ length: 60 }, () => get(of(apex, 'overview'), ann.token).expect(404)));
      const after = await app.db.everything(`select 1 from platform.rate_counts where subject = $1`, [
        `account ${apex.accountId}`,
      ]);
      expect(after).toEqual(before);
    });
  });

  describe('a refusal', () => {
    it('is journalled in the account of whoever was refused, once a minute and wish however often they try', async () => {
      const csr = await addMember(app, metro, 'csr', 'Curious');
      await Promise.all(Array.from({ length: 30 }, () => get(of(metro, 'api-keys'), csr.token).expect(403)));
      const entries = (await journalOf(metro, 'access.denied')).filter((entry) => entry.actor.id === csr.userId);
      expect(entries).toMatchObject([{ data: { capability: 'api_keys.read', role: 'csr', reason: 'not-allowed' } }]);
    });

    it('leaves no trace in a stranger’s journal, and one beside the person who tried', async () => {
      const nosy = await addMember(app, metro, 'csr', 'Nosy');
      const rows = () => app.db.everything(`select 1 from journal where account_id = $1`, [apex.accountId]);
      const before = await rows();
      for (let n = 0; n < 5; n++) await get(of(apex, 'calls'), nosy.token).expect(404);
      expect(await rows()).toHaveLength(before.length);
      expect(
        await app.db.everything(`select 1 from identity.events where event = 'access.denied' and user_id = $1`, [
          nosy.userId,
        ]),
      ).toHaveLength(1);
    });
  });
});

/** Statements that the program sends while `work` runs. */
async function countQueries(app: TestApp, work: () => Promise<void>): Promise<number> {
  const source = app.http.get(DataSource);
  const original = source.createQueryRunner.bind(source);
  let count = 0;
  source.createQueryRunner = (...mode) => {
    count += 1;
    return original(...mode);
  };
  await work().finally(() => (source.createQueryRunner = original));
  return count;
}

/** As if other replicas had counted this many requests in the current minute. */
async function spend(app: TestApp, subject: string, used: number): Promise<void> {
  await app.db.platform.query(
    `insert into platform.rate_counts (subject, minute, used)
     select $1, m, $2 from generate_series(floor(extract(epoch from clock_timestamp()) / 60)::int, floor(extract(epoch from clock_timestamp()) / 60)::int + 1) m
     on conflict (subject, minute) do update set used = excluded.used`,
    [subject, used],
  );
}

async function untilRefused<Answer extends { status: number }>(
  ask: () => PromiseLike<Answer>,
  tries: number,
): Promise<Answer> {
  for (let n = 0; n < tries; n++) {
    const answer = await ask();
    if (answer.status === 429) return answer;
  }
  throw new Error('never refused');
}
