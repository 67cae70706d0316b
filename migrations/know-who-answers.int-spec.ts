import type { DataSource } from 'typeorm';
import { migrations } from './all-migrations.js';
import { KnowWhoAnswers1763718230000 } from './1763718230000-know-who-answers.js';
import { scratchDatabase } from './scratch-database.js';

describe('Phones that were saved before anybody asked what line they are', () => {
  const [metro, apex] = ['00000000-0000-7000-8000-00000000000a', '00000000-0000-7000-8000-00000000000b'];
  let database: DataSource;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    ({ database, drop } = await scratchDatabase(process.env.TEST_POSTGRES_PORT));
  });
  afterAll(() => drop());

  const contact = (accountId: string, nth: number, more = '') =>
    database.query(
      `insert into contacts (account_id, id, name, phone, is_active, line_type_at) values ($1, gen_random_uuid(), 'Sal', $2, ${more || 'true, null'})`,
      [accountId, `+1312555019${nth}`],
    );

  it('get a turn each, two seconds apart over all accounts; the others get none', async () => {
    const before = migrations.slice(migrations.indexOf(KnowWhoAnswers1763718230000));
    for (const _ of before) await database.undoLastMigration();
    for (const id of [metro, apex]) {
      await database.query(`insert into routing.accounts (account_id) values ($1)`, [id]);
      await database.query(
        `insert into accounts (account_id, name, time_zone) values ($1, 'Metro', 'America/Chicago')`,
        [id],
      );
    }
    await contact(metro ?? '', 1);
    await contact(metro ?? '', 2);
    await contact(metro ?? '', 3, 'true, now()');
    await contact(metro ?? '', 4, 'false, null');
    await contact(apex ?? '', 5);
    await database.runMigrations();
    const rows = await database.query<{ seconds: number }[]>(
      `select round(extract(epoch from due_at - lag(due_at) over (order by due_at)))::int as seconds
       from routing.alarms where kind = 'line_lookup' order by due_at`,
    );
    expect(rows.map(({ seconds }) => seconds)).toEqual([null, 2, 2]);
  }, 30_000);
});
