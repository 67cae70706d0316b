import { seedAccount, type SeededAccount } from './harness/seed-account.js';
import { TestDatabase } from './harness/test-database.js';

/** More than enough for a statement to be prepared. */
const OFTEN = 12;

describe('Statements that come again and again', () => {
  let db: TestDatabase;
  let metro: SeededAccount;
  let other: SeededAccount;

  beforeAll(async () => {
    db = await TestDatabase.create();
    metro = await seedAccount(db);
    other = await seedAccount(db, { area: '303' });
  });
  afterAll(() => db.drop());

  const names = async (account: SeededAccount): Promise<string[]> => {
    const rows = await db.accounts.within(account.accountId, (tx) =>
      tx.query<{ account_id: string }>(`select account_id from accounts order by account_id`),
    );
    return rows.map((row) => row.account_id);
  };

  it('law 2: see the rows of the account of their own transaction, however they were planned for another', async () => {
    for (let round = 0; round < OFTEN; round++) {
      expect(await names(metro)).toEqual([metro.accountId]);
      expect(await names(other)).toEqual([other.accountId]);
    }
  });

  it('are prepared under a name', async () => {
    const asked = `select name from pg_prepared_statements where statement like 'select account_id from accounts%'`;
    const seen = await db.accounts.within(metro.accountId, (tx) => tx.query(asked));
    expect(seen).toHaveLength(1);
  });

  it('fail once when a migration changes what they return, and then go on', async () => {
    await db.everything(`create table platform.weather (degrees int not null default 7)`);
    await db.everything(`grant select on platform.weather to public`);
    const look = () => db.platform.query<{ degrees: unknown }>(`select degrees from platform.weather`);
    for (let round = 0; round < OFTEN; round++) await look();
    await db.everything(`alter table platform.weather alter column degrees type text`);
    const outcomes: string[] = [];
    for (let round = 0; round < OFTEN; round++)
      outcomes.push(
        await look().then(
          () => 'fine',
          () => 'failed',
        ),
      );
    expect(outcomes.filter((outcome) => outcome === 'failed').length).toBeLessThanOrEqual(1);
    expect(outcomes.at(-1)).toBe('fine');
  });
});
