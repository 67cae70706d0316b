import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who hangs up in the middle of a sentence has said something all the same (decision 8). */
export class KeepHalfHeardWords1763718251000 implements MigrationInterface {
  name = 'KeepHalfHeardWords1763718251000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- What the recogniser has of an answer that is still being spoken; null once it has become a turn of the talk.
      alter table intake_questions add column half_heard text;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table intake_questions drop column half_heard`);
  }
}
