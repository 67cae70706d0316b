import { seedAccount, type SeededAccount } from './harness/seed-account.js';
import { TestDatabase } from './harness/test-database.js';

describe('A transaction of one account', () => {
  let db: TestDatabase;
  let metro: SeededAccount;

  beforeAll(async () => {
    db = await TestDatabase.create();
    metro = await seedAccount(db);
  });
  afterAll(() => db.drop());

  const renamed = (name: string | null) => ({
    sql: `update accounts set name = $2 where account_id = $1`,
    parameters: [metro.accountId, name],
  });
  const name = async (): Promise<string | undefined> => {
    const rows = await db.accounts.within(metro.accountId, (tx) =>
      tx.query<{ name: string }>(`select name from accounts where account_id = $1`, [tx.accountId]),
    );
    return rows[0]?.name;
  };

  it('has kept what was written last when it is over', async () => {
    await db.accounts.within(metro.accountId, (tx) => Promise.resolve(tx.lastly([renamed('Metro after dark')])));
    expect(await name()).toBe('Metro after dark');
  });

  it('is undone whole, and says why, when what was written last fails', async () => {
    const broken = db.accounts.within(metro.accountId, async (tx) => {
      await tx.together([renamed('Metro, half done')]);
      tx.lastly([renamed(null)]);
    });
    await expect(broken).rejects.toThrow(/null value in column "name"/);
    expect(await name()).toBe('Metro after dark');
  });

  it('sees what was written last when it asks on', async () => {
    const seen = await db.accounts.within(metro.accountId, (tx) => {
      tx.lastly([renamed('Metro, asked on')]);
      return tx.query<{ name: string }>(`select name from accounts where account_id = $1`, [tx.accountId]);
    });
    expect(seen).toEqual([{ name: 'Metro, asked on' }]);
  });

  it('sees what it wrote soon before, and fails with that when it failed', async () => {
    const asked = (to: string | null) =>
      db.accounts.within(metro.accountId, (tx) => {
        tx.soon([renamed(to)]);
        return tx.query<{ name: string }>(`select name from accounts where account_id = $1`, [tx.accountId]);
      });
    expect(await asked('Metro, soon')).toEqual([{ name: 'Metro, soon' }]);
    await expect(asked(null)).rejects.toThrow(/null value in column "name"/);
    expect(await name()).toBe('Metro, soon');
    const alone = db.accounts.within(metro.accountId, (tx) => Promise.resolve(tx.soon([renamed(null)])));
    await expect(alone).rejects.toThrow(/null value in column "name"/);
  });

  it('may be one statement, whose rows it returns, and which is undone when it fails', async () => {
    const once = (to: string | null) =>
      db.accounts.once<{ name: string }>(metro.accountId, () => [
        { ...renamed(to), sql: `${renamed(to).sql} returning name` },
      ]);
    expect(await once('Metro at once')).toEqual([{ name: 'Metro at once' }]);
    await expect(once(null)).rejects.toThrow(/null value in column "name"/);
    expect(await name()).toBe('Metro at once');
  });

  it('finds nothing of another account, also as one statement that names its rows', async () => {
    const other = await seedAccount(db, { area: '773' });
    const changed = await db.accounts.once(other.accountId, () => [
      { ...renamed('Taken over'), sql: `${renamed('').sql} returning name` },
    ]);
    expect(changed).toEqual([]);
    expect(await name()).toBe('Metro at once');
  });

  it('leaves a connection behind that the next one can use, also when its work failed before it asked anything', async () => {
    const failed = db.accounts.within(metro.accountId, () => Promise.reject(new Error('changed my mind')));
    await expect(failed).rejects.toThrow('changed my mind');
    expect(await name()).toBe('Metro at once');
  });
});
