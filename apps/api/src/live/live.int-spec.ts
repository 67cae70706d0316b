import { journalAfter } from '@platform/journal/journal-reader';
import type { AccountId } from '@domain/ids';
import { pruneFeed } from '@platform/journal/journal-feed.queries';
import { Journal } from '@platform/journal/journal';
import { JournalRelay } from '@platform/journal/journal-relay';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { newId } from '@platform/tenancy/new-id';
import { seedAccount, type SeededAccount } from '../../test/harness/seed-account.js';
import { TestClock } from '../../test/harness/test-clock.js';
import { TestDatabase } from '../../test/harness/test-database.js';
import { MembershipsService } from '../identity/memberships.service.js';
import { LiveService, type Viewer } from './live.service.js';

interface Event {
  id: string;
  event: string;
  subjectId: string;
}

describe('the live stream of an account', () => {
  let db: TestDatabase;
  let metro: SeededAccount;
  let apex: SeededAccount;
  let relay: JournalRelay;
  let live: LiveService;
  let journal: Journal;
  let viewer: Viewer;

  beforeAll(async () => {
    db = await TestDatabase.create();
    metro = await seedAccount(db);
    apex = await seedAccount(db, { name: 'Apex Air', area: '303', timeZone: 'America/Denver' });
    journal = new Journal(new TestClock());
    viewer = { accountId: metro.accountId, user: await csrOf(metro) };
  });
  beforeEach(() => {
    relay = new JournalRelay(db.platform);
    live = new LiveService(db.accounts, relay, new MembershipsService(db.platform));
  });
  afterEach(() => relay.onModuleDestroy());
  afterAll(() => db.drop());

  async function csrOf(account: SeededAccount): Promise<Viewer['user']> {
    const user = { id: newId(), familyId: newId() };
    await db.platform.query(
      `insert into identity.users (id, email, name, password_hash) values ($1, $2, 'Cass', 'x')`,
      [user.id, `${user.id}@example.test`],
    );
    await db.platform.query(
      `insert into routing.memberships (id, user_id, account_id, role) values ($1, $2, $3, 'csr')`,
      [newId(), user.id, account.accountId],
    );
    await db.platform.query(`insert into identity.sessions (family_id, user_id) values ($1, $2)`, [
      user.familyId,
      user.id,
    ]);
    return user;
  }

  /** Reads a stream the way a client does. */
  class Reader {
    readonly events: Event[] = [];
    readonly comments: string[] = [];
    readonly listener = live.join(viewer);
    readonly done: Promise<void>;

    constructor(lastEventId?: string) {
      this.done = this.read(lastEventId);
    }

    private async read(lastEventId?: string): Promise<void> {
      for await (const frame of live.frames(viewer, this.listener, lastEventId)) {
        const [, id, data] = /^id: (\S+)\nevent: journal\ndata: (.+)\n\n$/.exec(frame) ?? [];
        if (id && data) this.events.push({ id, ...(JSON.parse(data) as Omit<Event, 'id'>) });
        else this.comments.push(frame);
      }
    }

    async until(count: number): Promise<string[]> {
      for (let tries = 0; tries < 100 && this.events.length < count; tries += 1) await pause(50);
      return this.events.map((event) => event.event);
    }

    async leave(): Promise<void> {
      live.leave(viewer, this.listener);
      await this.done;
    }
  }

  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  const write = (tx: AccountTx, event: string) =>
    journal.record(tx, { event, subjectId: newId(), actor: { type: 'system' } });
  const happens = (accountId: AccountId, ...events: string[]) =>
    db.accounts.within(accountId, async (tx) => {
      for (const event of events) await write(tx, event);
    });

  it('tells what happens from now on, in order, and nothing of another account', async () => {
    await happens(metro.accountId, 'call.started');
    const reader = new Reader();
    await pause(300);
    await happens(apex.accountId, 'incident.opened');
    await happens(metro.accountId, 'call.answered', 'call.classified');
    await happens(metro.accountId, 'call.ended');
    for (let tries = 0; tries < 100 && reader.events.at(-1)?.event !== 'call.ended'; tries += 1) await pause(50);
    await pause(300);
    // While any older transaction is open on the server, "now" begins before it: the last thing told may come once more.
    const told = reader.events.map((event) => event.event).filter((event) => event !== 'call.started');
    expect(told).toEqual(['call.answered', 'call.classified', 'call.ended']);
    await reader.leave();
  });

  it('goes on after the last event seen: nothing lost, nothing twice', async () => {
    const first = new Reader();
    await pause(300);
    await happens(metro.accountId, 'call.started', 'call.answered');
    await first.until(2);
    await first.leave();
    await happens(metro.accountId, 'call.ended');
    const second = new Reader(first.events[0]?.id);
    expect(await second.until(2)).toEqual(['call.answered', 'call.ended']);
    await second.leave();
  });

  it('never skips an entry whose transaction commits after a later one', async () => {
    const reader = new Reader();
    await pause(300);
    let commit: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (commit = resolve));
    const slow = db.accounts.within(metro.accountId, async (tx) => {
      await write(tx, 'call.started');
      await held;
    });
    await pause(50);
    await happens(metro.accountId, 'call.answered');
    await pause(500);
    expect(reader.events).toEqual([]);
    commit();
    await slow;
    expect(await reader.until(2)).toEqual(['call.started', 'call.answered']);
    await reader.leave();
  });

  it('API-16: a reader that is cut off again and again, while many write at once, has every entry exactly once', async () => {
    const writers = Array.from({ length: 6 }, async (_, writer) => {
      for (let round = 0; round < 12; round += 1) {
        await db.accounts.within(metro.accountId, async (tx) => {
          await write(tx, `call.turn/${writer}/${round}`);
          await pause(((writer * 7 + round * 13) % 5) * 12);
          await write(tx, `call.turn/${writer}/${round}/b`);
        });
      }
    });
    const first = new Reader();
    await pause(20);
    await first.leave();
    // The place where the first connection was cut before it had seen anything.
    const seen: Event[] = [...first.events];
    let lastId = seen.at(-1)?.id ?? '0-0';
    const all = Promise.all(writers);
    let writing = true;
    void all.then(() => (writing = false));
    while (writing) {
      const reader = new Reader(lastId);
      await pause(60);
      await reader.leave();
      seen.push(...reader.events);
      lastId = seen.at(-1)?.id ?? lastId;
    }
    const turns = () => seen.map(({ event }) => event).filter((event) => event.startsWith('call.turn/'));
    // An entry shows once no older transaction of the whole server is open: how long that takes is not ours to say.
    const last = new Reader(lastId);
    await last.until(6 * 12 * 2 - turns().length);
    await last.leave();
    seen.push(...last.events);
    const told = turns();
    expect(told).toHaveLength(6 * 12 * 2);
    expect(new Set(told).size).toBe(told.length);
  });

  it('keeps its order where transaction numbers grow a digit', async () => {
    await db.accounts.within(metro.accountId, (tx) =>
      tx.query(
        `insert into journal (account_id, id, xid, at, event, actor)
         select $1, gen_random_uuid(), n::text::xid8, app_now(), 'call.digit/' || n, '{"type":"system"}' from (values (10), (9), (100), (99)) v(n)`,
        [metro.accountId],
      ),
    );
    const rows = await db.accounts.within(metro.accountId, (tx) => journalAfter(tx, { xid: '0', seq: '0' }, 4));
    expect(rows.map((row) => row.xid)).toEqual(['9', '10', '99', '100']);
  });

  it('shows a sign of life, and ends for a viewer who has left the account', async () => {
    const reader = new Reader();
    await pause(100);
    relay.beat();
    await pause(100);
    expect(reader.comments).toContain(': heartbeat\n\n');
    await db.platform.query(`delete from routing.memberships where user_id = $1`, [viewer.user.id]);
    for (let beat = 0; beat < 5; beat += 1) {
      relay.beat();
      await pause(50);
    }
    await reader.done;
    viewer = { ...viewer, user: await csrOf(metro) };
  });

  it('ends when the program stops', async () => {
    const reader = new Reader();
    await pause(50);
    relay.onModuleDestroy();
    await reader.done;
  });

  it('gives a user eight streams and takes a place back when one ends', () => {
    const listeners = Array.from({ length: 8 }, () => live.join(viewer));
    expect(() => live.join(viewer)).toThrow('too many live streams');
    for (const listener of listeners.slice(0, 1)) live.leave(viewer, listener);
    expect(() => live.join(viewer)).not.toThrow();
  });

  it('keeps the feed to a day', async () => {
    await db.platform.query(
      `insert into routing.journal_feed (account_id, at) values ($1, clock_timestamp() - interval '25 hours')`,
      [metro.accountId],
    );
    await pruneFeed(db.platform);
    const [row] = await db.platform.query<{ old: number; fresh: number }>(
      `select count(*) filter (where at < clock_timestamp() - interval '24 hours')::int as old, count(*)::int as fresh from routing.journal_feed`,
    );
    expect(row?.old).toBe(0);
    expect(row?.fresh).toBeGreaterThan(0);
  });
});
