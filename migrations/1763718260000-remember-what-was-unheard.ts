import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The instruction a caller did not wait for: every later page says it, not only those already sent (decision 2). */
export class RememberWhatWasUnheard1763718260000 implements MigrationInterface {
  name = 'RememberWhatWasUnheard1763718260000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table incidents add column unheard_line text,
        add constraint incidents_heard_or_not check (num_nonnulls(safety_line, unheard_line) < 2);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table incidents drop column unheard_line`);
  }
}
