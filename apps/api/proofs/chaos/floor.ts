import { newId } from '@platform/tenancy/new-id';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, Pool } from 'pg';

const AT_A_TIME = 24;
const LOOPS = 2;
const EVERY_MS = 15;

/**
 * What any durable timer must cost on this database: rows that fall due, two loops that claim them and write them back.
 * Nothing is sent. Returns the milliseconds each row was late, sorted.
 */
export async function floorLateness(adminUrl: string, rows: number, overSeconds: number): Promise<number[]> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  await client.query(`create table if not exists public.chaos_floor (id uuid primary key, due_at timestamptz not null, claimed_at timestamptz, done_at timestamptz);
    truncate public.chaos_floor; create index if not exists chaos_floor_due on public.chaos_floor (due_at) where claimed_at is null`);
  const ids = Array.from({ length: rows }, () => newId());
  await client.query(
    `insert into public.chaos_floor (id, due_at)
     select id, clock_timestamp() + make_interval(secs => 1 + $2::float8 * n / $3) from unnest($1::uuid[]) with ordinality as given(id, n)`,
    [ids, overSeconds, rows],
  );
  const pool = new Pool({ connectionString: adminUrl, max: 20 });
  const progress = { left: rows };
  await Promise.all(Array.from({ length: LOOPS }, () => claimLoop(pool, progress)));
  const { rows: late } = await client.query<{ ms: number }>(
    `select extract(epoch from done_at - due_at)::float8 * 1000 as ms from public.chaos_floor order by ms`,
  );
  await pool.end();
  await client.end();
  return late.map(({ ms }) => ms);
}

async function claimLoop(pool: Pool, progress: { left: number }): Promise<void> {
  while (progress.left > 0) {
    const claimed = await pool.query<{ id: string }>(
      `update public.chaos_floor f set claimed_at = clock_timestamp() from (select id from public.chaos_floor
         where claimed_at is null and due_at <= clock_timestamp() order by due_at limit ${AT_A_TIME} for update skip locked) due
       where f.id = due.id returning f.id`,
    );
    const done = `update public.chaos_floor set done_at = clock_timestamp() where id = $1`;
    await Promise.all(claimed.rows.map(({ id }) => pool.query(done, [id])));
    progress.left -= claimed.rows.length;
    await pause(EVERY_MS);
  }
}
