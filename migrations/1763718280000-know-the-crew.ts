import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a person of the crew is spoken to in, when news that is no emergency may ring them, and why a page waited for them. */
export class KnowTheCrew1763718280000 implements MigrationInterface {
  name = 'KnowTheCrew1763718280000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table contacts add column language text not null default 'en' check (language in ('en', 'es'));
      -- HH:MM on the account's clock; alike, there are none.
      alter table on_call_rosters
        add column quiet_from text not null default '21:00' check (quiet_from ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
        add column quiet_to text not null default '08:00' check (quiet_to ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$');
      -- The limit of pace that held an alert back last, and until when: {"most": 3, "seconds": 900, "until": "..."}.
      alter table alerts add column held jsonb;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table alerts drop column held;
      alter table on_call_rosters drop column quiet_to, drop column quiet_from;
      alter table contacts drop column language;`);
  }
}
