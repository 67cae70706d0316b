import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An alert of a ladder rings in one queue with the steps of all ladders; news to technicians comes after both. */
const armAlert = (priority: string): string => `
  create or replace function routing.arm_alert() returns trigger language plpgsql as $$
  begin
    if new.next_attempt_at is null then
      if tg_op = 'UPDATE' and old.next_attempt_at is not null then
        delete from routing.alarms where kind = 'alert' and subject_id = new.id;
      end if;
    else
      insert into routing.alarms (kind, account_id, subject_id, due_at, priority)
      values ('alert', new.account_id, new.id, new.next_attempt_at, ${priority})
      on conflict (kind, subject_id) do update
        set due_at = excluded.due_at, priority = excluded.priority, claimed_by = null, claimed_until = null, failures = 0;
    end if;
    return null;
  end $$;`;

/**
 * While new steps fall due faster than they can be sent, whatever comes after them never has its turn. A text that was
 * refused, or that a dead worker left in doubt, is of an emergency that has waited longer than the next new one (ADR 0019).
 */
export class RingByAge1763718300000 implements MigrationInterface {
  name = 'RingByAge1763718300000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ${armAlert('case when new.stops_with_ladder then 1 else 2 end')}
      -- The wall hides whose they are; the little news among them goes in the same queue this once.
      update routing.alarms set priority = 1 where kind = 'alert';

      -- Every state that an alert goes through wrote five index entries anew, because two of them named what changes.
      drop index alerts_waiting, alerts_contact;
      create index alerts_contact on alerts (account_id, contact_id, id);
      alter table alerts set (fillfactor = 50);
      alter table incidents set (fillfactor = 80);
      alter table routing.alarms set (fillfactor = 70);

      -- Said twice: the incident that an alert belongs to, and the alert of an attempt, have the same account.
      alter table alerts drop constraint alerts_account_id_fkey;
      alter table alert_attempts drop constraint alert_attempts_account_id_fkey;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table alert_attempts add constraint alert_attempts_account_id_fkey foreign key (account_id) references accounts;
      alter table alerts add constraint alerts_account_id_fkey foreign key (account_id) references accounts;
      alter table routing.alarms reset (fillfactor);
      alter table incidents reset (fillfactor);
      alter table alerts reset (fillfactor);
      drop index alerts_contact;
      create index alerts_contact on alerts (account_id, contact_id, sent_at);
      create index alerts_waiting on alerts (account_id, contact_id) where state = 'pending';
      ${armAlert('2')}
      update routing.alarms set priority = 2 where kind = 'alert';
    `);
  }
}
