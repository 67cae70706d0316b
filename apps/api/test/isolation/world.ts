import { KEY_SCOPES, type Capability } from '@domain/access/capabilities';
import type { AccountId } from '@domain/ids';
import { Logger } from '@nestjs/common';
import { IdempotentRequests } from '@platform/idempotency/idempotent-requests';
import { RateCounter } from '@platform/http/rate-counter';
import { JournalRelay } from '@platform/journal/journal-relay';
import { newId } from '@platform/tenancy/new-id';
import { newApiKey } from '../../src/identity/api-key-format.js';
import { LiveService } from '../../src/live/live.service.js';
import { addAgency, addMember, ageFactor } from '../harness/people.js';
import { seedAccount, type SeededAccount } from '../harness/seed-account.js';
import type { SignedIn } from '../harness/sign-in.js';
import { TestApp } from '../harness/test-app.js';
import type { TestDatabase } from '../harness/test-database.js';
import { LadderWorld } from '../ladder-world.js';
import {
  ACCOUNTS,
  READING,
  suspectsOf,
  type AccountLetter,
  type Keys,
  type People,
  type Suspect,
  VERSIONS,
} from './suspects.js';
import { canary, Canaries, type Owner } from './canaries.js';

export interface Place {
  account: SeededAccount;
  /** One row of each table. */
  ids: Map<string, string>;
  /** Where the account's live stream has come to: a real `Last-Event-ID`. */
  cursor: string;
}

type Parts = Pick<IsolationWorld, 'app' | 'canaries' | 'places' | 'agencies' | 'suspects' | 'planted'>;

/** Five contractors and two agencies with a row in every table, and everybody who might ask for them. */
export class IsolationWorld {
  readonly app: TestApp;
  readonly canaries: Canaries;
  readonly places: Record<AccountLetter, Place>;
  readonly agencies: { X: string; Y: string };
  readonly suspects: Suspect[];
  /** Columns that carry a canary, and the tables that took no row. */
  readonly planted: { columns: number; emptyTables: string[] };
  /** What the program wrote into its log since it was built. */
  readonly log: string[];

  private constructor(parts: Parts) {
    this.app = parts.app;
    this.canaries = parts.canaries;
    this.places = parts.places;
    this.agencies = parts.agencies;
    this.suspects = parts.suspects;
    this.planted = parts.planted;
    this.log = listenToLog();
  }

  static async build(settings?: (db: TestDatabase) => NodeJS.ProcessEnv): Promise<IsolationWorld> {
    const app = await TestApp.start(settings);
    liftQuotas(app);
    const accounts = await seedAccounts(app);
    const agencyX = await addAgency(app, [accounts.A, accounts.B, accounts.G], canary('X', 'agencies', 'name'));
    const agencyY = await addAgency(app, [accounts.C], canary('Y', 'agencies', 'name'));
    const people = await seedPeople(app, accounts);
    const keys = await seedKeys(app, accounts, people);
    await openGrant(app, accounts.G, agencyX.agencyId, people.gOwner.userId);
    const canaries = await Canaries.open(app.db);
    const planted = await plantAll(app, canaries, accounts);
    const places = await placesOf(app, canaries, accounts);
    const suspects = suspectsOf({ ...people, ...keys, agencyX: agencyX.admin, agencyY: agencyY.admin });
    const agencies = { X: agencyX.agencyId, Y: agencyY.agencyId };
    return new IsolationWorld({ app, canaries, places, agencies, suspects, planted });
  }

  suspect(name: string): Suspect {
    const found = this.suspects.find((one) => one.name === name);
    if (!found) throw new Error(`no suspect ${name}`);
    return found;
  }

  /** An answer of an account that waits for its Idempotency-Key to come again. */
  async keepAnswer(letter: AccountLetter, key: string): Promise<void> {
    const requests = this.app.http.get(IdempotentRequests, { strict: false });
    const scope = `account:${this.places[letter].account.accountId}`;
    const request = { scope, principal: 'user:somebody', key, requestId: newId(), fingerprint: Buffer.alloc(32) };
    await requests.claim(request);
    const body = { words: canary(letter, 'idempotent_requests', 'answer') };
    await requests.finish(request, { status: 201, etag: null, body });
  }

  async close(): Promise<void> {
    await this.canaries.close();
    await this.app.close();
  }
}

function listenToLog(): string[] {
  const lines: string[] = [];
  const keep = (...words: unknown[]): void => void lines.push(JSON.stringify(words));
  Logger.overrideLogger({ log: keep, error: keep, warn: keep, fatal: keep });
  return lines;
}

/** The matrix asks thousands of times a minute; how often one may ask is tested elsewhere. */
function liftQuotas(app: TestApp): void {
  const rates = app.http.get(RateCounter, { strict: false });
  rates.take = (_, quota) => Promise.resolve({ quota, remaining: 1, resetSeconds: 1, isOver: false });
  const live = app.http.get(LiveService, { strict: false });
  const relay = app.http.get(JournalRelay, { strict: false });
  live.join = ({ accountId }) => relay.listen(accountId);
}

async function seedAccounts(app: TestApp): Promise<Record<AccountLetter, SeededAccount>> {
  const entries: [string, SeededAccount][] = [];
  for (const [letter, area] of Object.entries(ACCOUNTS)) {
    const account = await seedAccount(app.db, { name: letter, area });
    await new LadderWorld(app, account).emergency();
    entries.push([letter, account]);
  }
  await app.settle();
  return Object.fromEntries(entries) as Record<AccountLetter, SeededAccount>;
}

async function seedPeople(app: TestApp, of: Record<AccountLetter, SeededAccount>): Promise<People> {
  const named = (letter: Owner) => canary(letter, 'users', 'name');
  const people = {
    aOwner: await addMember(app, of.A, 'owner', named('A')),
    aStale: await addMember(app, of.A, 'owner', named('A')),
    aDispatcher: await addMember(app, of.A, 'dispatcher', named('A')),
    aCsr: await addMember(app, of.A, 'csr', named('A')),
    bOwner: await addMember(app, of.B, 'owner', named('B')),
    cOwner: await addMember(app, of.C, 'owner', named('C')),
    gOwner: await addMember(app, of.G, 'owner', named('G')),
    sOwner: await addMember(app, of.S, 'owner', named('S')),
    revoked: await addMember(app, of.A, 'owner', named('A')),
  };
  for (const [letter, owner] of Object.entries({
    A: people.aOwner,
    B: people.bOwner,
    C: people.cOwner,
    G: people.gOwner,
    S: people.sOwner,
  })) {
    await saveSettings(app, of[letter as AccountLetter], owner);
    await connectCalendar(app, of[letter as AccountLetter], owner);
    await bookVisit(app, of[letter as AccountLetter], owner);
  }
  await ageFactor(app, people.aStale, 10);
  await app.db.platform.query(`update identity.sessions set revoked_at = clock_timestamp() where user_id = $1`, [
    people.revoked.userId,
  ]);
  await app.db.platform.query(`update routing.accounts set status = 'suspended' where account_id = $1`, [
    of.S.accountId,
  ]);
  return people;
}

/** A version of the settings as the program writes it: no made-up one could be restored. */
async function saveSettings(app: TestApp, { accountId }: SeededAccount, owner: SignedIn): Promise<void> {
  await app
    .api()
    .put(`/api/v1/accounts/${accountId}/config`)
    .auth(owner.token, { type: 'bearer' })
    .set('If-Match', '"1"')
    .send({ ringSeconds: 21 })
    .expect(200);
}

/** A visit ends after it begins, which no row made from the catalogue alone does. */
async function bookVisit(app: TestApp, { accountId }: SeededAccount, owner: SignedIn): Promise<void> {
  const time = { startsAt: '2027-03-01T15:00:00Z', endsAt: '2027-03-01T17:00:00Z' };
  await app
    .api()
    .post(`/api/v1/accounts/${accountId}/booking/appointments`)
    .auth(owner.token, { type: 'bearer' })
    .send({ ...time, customerName: 'Somebody', issue: 'Tune-up' })
    .expect(201);
}

/** A permission as the program seals it: no made-up one could be opened. */
async function connectCalendar(app: TestApp, { accountId }: SeededAccount, owner: SignedIn): Promise<void> {
  const path = `/api/v1/accounts/${accountId}/calendar`;
  await app.api().post(`${path}/question`).auth(owner.token, { type: 'bearer' }).expect(200);
  const state = app.calendarConsent.questions.at(-1)?.state;
  const answer = { state, code: `good-${accountId}` };
  await app.api().post(`${path}/answer`).auth(owner.token, { type: 'bearer' }).send(answer).expect(200);
}

async function seedKeys(app: TestApp, of: Record<AccountLetter, SeededAccount>, people: People): Promise<Keys> {
  const make = async (letter: 'A' | 'C', maker: SignedIn, scopes: Capability[]): Promise<string> => {
    const { keyId, text, secretHash } = newApiKey();
    await app.db.platform.query(
      `insert into identity.api_keys (key_id, account_id, name, secret_hash, scopes, created_by, expires_at, last_used_at)
       values ($1, $2, $3, $4, $5, $6, clock_timestamp() + interval '1 day', clock_timestamp() + interval '1 day')`,
      [keyId, of[letter].accountId, canary(letter, 'api_keys', 'name'), secretHash, scopes, maker.userId],
    );
    return text;
  };
  const keyRevoked = await make('A', people.aOwner, KEY_SCOPES);
  await app.db.platform.query(`update identity.api_keys set revoked_at = clock_timestamp()`);
  return {
    keyRevoked,
    keyReading: await make('A', people.aOwner, READING),
    keyAll: await make('A', people.aOwner, KEY_SCOPES),
    keyForeign: await make('C', people.cOwner, KEY_SCOPES),
  };
}

async function openGrant(app: TestApp, to: SeededAccount, agencyId: string, userId: string): Promise<void> {
  await app.db.platform.query(
    `insert into routing.access_grants (id, account_id, agency_id, granted_by, expires_at)
     values ($1, $2, $3, $4, clock_timestamp() + interval '1 day')`,
    [newId(), to.accountId, agencyId, userId],
  );
}

async function plantAll(
  app: TestApp,
  canaries: Canaries,
  accounts: Record<AccountLetter, SeededAccount>,
): Promise<{ columns: number; emptyTables: string[] }> {
  let columns = 0;
  const empty = new Set<string>();
  for (const [letter, { accountId }] of Object.entries(accounts)) {
    const area = ACCOUNTS[letter as AccountLetter];
    for (const table of await canaries.fill(accountId, area)) empty.add(table);
    columns += await canaries.plant(accountId, letter as AccountLetter, area);
    await canaries.setVersions(accountId, VERSIONS[letter as AccountLetter]);
  }
  return { columns, emptyTables: [...empty] };
}

async function placesOf(
  app: TestApp,
  canaries: Canaries,
  accounts: Record<AccountLetter, SeededAccount>,
): Promise<Record<AccountLetter, Place>> {
  const entries: [string, Place][] = [];
  for (const [letter, account] of Object.entries(accounts)) {
    const ids = await canaries.idsOf(account.accountId);
    for (const [table, id] of await outsideIds(app, account.accountId)) ids.set(table, id);
    entries.push([letter, { account, ids, cursor: await canaries.cursorOf(account.accountId) }]);
  }
  return Object.fromEntries(entries) as Record<AccountLetter, Place>;
}

/** Ids of rows that precede the tenant. */
async function outsideIds(app: TestApp, accountId: AccountId): Promise<[string, string][]> {
  const rows = await app.db.platform.query<{ name: string; id: string | null }>(
    `select 'users' as name, (select user_id::text from routing.memberships where account_id = $1 order by id desc limit 1) as id
     union all select 'api_keys', (select key_id from identity.api_keys where account_id = $1 limit 1)
     union all select 'invitations', (select id::text from identity.invitations where account_id = $1 limit 1)
     union all select 'access_grants', (select id::text from routing.access_grants where account_id = $1 limit 1)
     union all select 'sessions', (select s.family_id::text from identity.sessions s join routing.memberships m using (user_id) where m.account_id = $1 limit 1)`,
    [accountId],
  );
  return rows.flatMap(({ name, id }) => (id ? [[name, id] as [string, string]] : []));
}
