import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keeps one alarm in step with its row, without making a document of the row to find one column in it (ADR 0001). */
const armsFrom = (kind: string, column: string, priority: number): string => `
  create function routing.arm_${kind}() returns trigger language plpgsql as $$
  begin
    if new.${column} is null then
      if tg_op = 'UPDATE' and old.${column} is not null then
        delete from routing.alarms where kind = '${kind}' and subject_id = new.id;
      end if;
    else
      insert into routing.alarms (kind, account_id, subject_id, due_at, priority)
      values ('${kind}', new.account_id, new.id, new.${column}, ${priority})
      on conflict (kind, subject_id) do update
        set due_at = excluded.due_at, claimed_by = null, claimed_until = null, failures = 0;
    end if;
    return null;
  end $$;`;

const armedBy = (table: string, kind: string, column: string, call: string): string => `
  drop trigger arm_${kind} on ${table};
  create trigger arm_${kind} after insert or update of ${column} on ${table} for each row execute function routing.${call};`;

/** What every page of a storm writes again and again costs the database less. */
export class LightenTheLadder1763718240000 implements MigrationInterface {
  name = 'LightenTheLadder1763718240000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ${armsFrom('ladder', 'next_fire_at', 1)}
      ${armedBy('incidents', 'ladder', 'next_fire_at', 'arm_ladder()')}
      ${armsFrom('alert', 'next_attempt_at', 2)}
      ${armedBy('alerts', 'alert', 'next_attempt_at', 'arm_alert()')}
      -- Receipts name their alert in their address: nobody looks one up by the provider's reference.
      drop index alerts_sid;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      create index alerts_sid on alerts (account_id, provider_sid);
      ${armedBy('alerts', 'alert', 'next_attempt_at', `arm_alarm('alert', 'next_attempt_at', '2')`)}
      drop function routing.arm_alert();
      ${armedBy('incidents', 'ladder', 'next_fire_at', `arm_alarm('ladder', 'next_fire_at', '1')`)}
      drop function routing.arm_ladder();
    `);
  }
}
