import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { migrations } from './all-migrations.js';
import { KnowWhoAnswers1763718230000 } from './1763718230000-know-who-answers.js';

const server = (database: string): string =>
  `postgres://postgres:postgres@127.0.0.1:${process.env.TEST_POSTGRES_PORT ?? ''}/${database}`;

async function asAdmin(sql: string): Promise<void> {
  const admin = new Client({ connectionString: server('postgres') });
  await admin.connect();
  await admin.query(sql);
  await admin.end();
}

describe('Phones that were saved before anybody asked what line they are', () => {
  const name = `t_${randomBytes(6).toString('hex')}`;
  const [metro, apex] = ['00000000-0000-7000-8000-00000000000a', '00000000-0000-7000-8000-00000000000b'];
  let database: DataSource;

  beforeAll(async () => {
    await asAdmin(`create database ${name} template template_nightdesk strategy file_copy`);
    database = await new DataSource({
      ...{ type: 'postgres', url: server(name), migrations },
      migrationsTableName: 'schema_migrations',
    }).initialize();
  });
  afterAll(async () => {
    await database.destroy();
    await asAdmin(`drop database ${name} with (force)`);
  });

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
