import type { Response, Test } from 'supertest';
import { seedAccount, type SeededAccount } from './harness/seed-account.js';
import { signInAs, type SignedIn } from './harness/sign-in.js';
import { TestApp } from './harness/test-app.js';
import { LadderWorld } from './ladder-world.js';

export type TestResponse = Response;
type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
const PEOPLE = { 'Mike T.': 'mike', Dana: 'dana', Dave: 'dave' } as const;
type Person = keyof typeof PEOPLE;

/** Metro's crew, asked through the API as the owner unless a test says otherwise. Each test gets an account of its own. */
export class OnCallWorld {
  private account!: SeededAccount;
  private stranger!: SeededAccount;
  private owner!: SignedIn;
  private csr!: SignedIn;
  private strangersOwner!: SignedIn;
  private ids = new Map<string, string>();
  private areas = 213;

  private constructor(readonly app: TestApp) {}

  static async start(): Promise<OnCallWorld> {
    const world = new OnCallWorld(await TestApp.start());
    world.stranger = await seedAccount(world.app.db, { name: 'Apex Air', area: '303' });
    world.strangersOwner = await signInAs(world.app, world.stranger, 'owner');
    return world;
  }

  /** Thursday 9:22 PM in Chicago, a fresh account, nothing sent yet. */
  async reset(): Promise<void> {
    await this.app.clock.set('2026-02-13T03:22:00Z');
    this.areas += 1;
    this.account = await seedAccount(this.app.db, { area: String(this.areas) });
    this.owner = await signInAs(this.app, this.account, 'owner');
    this.csr = await signInAs(this.app, this.account, 'csr');
    const rows = await this.app.db.everything<{ id: string; name: string }>(
      `select id, name from contacts where account_id = $1`,
      [this.account.accountId],
    );
    this.ids = new Map(rows.map((row) => [row.name, row.id]));
    this.app.telephony.texts.length = 0;
    this.app.telephony.calls.length = 0;
  }

  id(name: Person): string {
    return this.ids.get(name) ?? '';
  }

  phone(name: Person): string {
    return this.account[PEOPLE[name]];
  }

  get line(): string {
    return this.account.line;
  }

  get(path: string): Test {
    return this.ask(this.owner, this.account, 'get', path);
  }
  post(path: string, body: object = {}): Test {
    return this.ask(this.owner, this.account, 'post', path).send(body);
  }
  put(path: string, body: object): Test {
    return this.ask(this.owner, this.account, 'put', path).send(body);
  }
  patch(path: string, body: object): Test {
    return this.ask(this.owner, this.account, 'patch', path).send(body);
  }
  delete(path: string): Test {
    return this.ask(this.owner, this.account, 'delete', path);
  }

  as(_role: 'csr') {
    return {
      get: (path: string) => this.ask(this.csr, this.account, 'get', path),
      post: (path: string, body: object) => this.ask(this.csr, this.account, 'post', path).send(body),
    };
  }

  /** Another account's owner at this account's door. */
  asStranger(method: Method, path: string): Test {
    return this.ask(this.strangersOwner, this.account, method, path);
  }

  /** Another account's owner at their own door, with ids of this account. */
  ofStranger(method: Method, path: string): Test {
    return this.ask(this.strangersOwner, this.stranger, method, path);
  }

  /** Runs the jobs that wait for this account's notes, as often as it is called. */
  async deliverNotes(): Promise<void> {
    for (const id of await this.waiting('on_call.notify')) await this.job('on_call.notify', id);
  }

  /** What this account's jobs of a queue are about, oldest first. */
  async waiting(name: string): Promise<string[]> {
    const jobs = await this.app.db.everything<{ id: string }>(
      `select data ->> 'id' as id from pgboss.job where name = $1 and data ->> 'accountId' = $2 order by created_on, id`,
      [name, this.account.accountId],
    );
    return jobs.map(({ id }) => id);
  }

  job(name: Parameters<TestApp['job']>[0], id: string): Promise<void> {
    return this.app.job(name, this.account.accountId, id);
  }

  /** The account of this test, for those who tell a ladder's story. */
  get seeded(): SeededAccount {
    return this.account;
  }

  get strangersLine(): string {
    return this.stranger.line;
  }

  /** What the account's journal says happened, in order, of some events (a condition in SQL). */
  async journal(where: string): Promise<string[]> {
    const rows = await this.app.db.everything<{ event: string }>(
      `select event from journal where account_id = $1 and (${where}) order by seq`,
      [this.account.accountId],
    );
    return rows.map(({ event }) => event);
  }

  async incidentStates(): Promise<string[]> {
    const rows = await this.app.db.everything<{ state: string }>(
      `select state from incidents where account_id = $1 order by opened_at`,
      [this.account.accountId],
    );
    return rows.map(({ state }) => state);
  }

  /** How far the carriers are with the line's registration for texts. */
  async registration(state: 'pending' | 'approved'): Promise<void> {
    await this.app.db.accounts.within(this.account.accountId, (tx) =>
      tx.query(`update lines set sms_capability = $2 where account_id = $1`, [this.account.accountId, state]),
    );
  }

  /** As if these phones had never proved themselves. */
  async unverify(...names: Person[]): Promise<void> {
    await this.app.db.accounts.within(this.account.accountId, (tx) =>
      tx.query(`update contacts set verified_at = null where account_id = $1 and name = any ($2)`, [
        this.account.accountId,
        names,
      ]),
    );
  }

  /** As the migration finds a contact that was saved before lookups: its turn comes in ten seconds, and no job waits. */
  async longSaved(name: string, lineType: 'unasked' | 'known' = 'unasked'): Promise<void> {
    const { accountId } = this.account;
    await this.app.db.everything(
      `delete from pgboss.job where name = 'on_call.line_type' and data ->> 'accountId' = '${accountId}'`,
    );
    await this.app.db.accounts.within(accountId, (tx) =>
      tx.query(
        `update contacts set look_up_at = app_now() + interval '10 s', line_type_at = case when $3 then line_type_at end
         where account_id = $1 and name = $2`,
        [accountId, name, lineType === 'known'],
      ),
    );
  }

  textsTo(name: Person): string[] {
    return this.app.telephony.textsTo(this.phone(name));
  }

  /** A caller's emergency is recognised, and what is due at once is done. */
  async emergency(): Promise<void> {
    await new LadderWorld(this.app, this.account).emergency();
    await this.app.settle();
  }

  /** Days without office hours, by the after-hours settings. */
  async closeOn(date: string, lastDate: string): Promise<void> {
    await this.app.db.accounts.within(this.account.accountId, (tx) =>
      tx.query(`update after_hours_configs set closures = $2 where account_id = $1`, [
        this.account.accountId,
        JSON.stringify([{ date, lastDate, name: 'Holiday', intervals: [] }]),
      ]),
    );
  }

  /** What a bug would do: a second stand-in past the service. */
  copyOverride(): Promise<unknown> {
    return this.app.db.accounts.within(this.account.accountId, (tx) =>
      tx.query(
        `insert into on_call_overrides (account_id, id, layer_id, out_contact_id, in_contact_id, starts_at, ends_at, created_by, created_at)
         select account_id, gen_random_uuid(), layer_id, out_contact_id, in_contact_id, starts_at, ends_at, created_by, created_at
         from on_call_overrides where account_id = $1`,
        [this.account.accountId],
      ),
    );
  }

  close(): Promise<void> {
    return this.app.close();
  }

  private ask(who: SignedIn, account: SeededAccount, method: Method, path: string): Test {
    return this.app.api()[method](`/api/v1/accounts/${account.accountId}/${path}`).auth(who.token, { type: 'bearer' });
  }
}
