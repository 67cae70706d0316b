import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Published versions of the after-hours settings, and test calls. */
export class VersionSettings1763717880000 implements MigrationInterface {
  name = 'VersionSettings1763717880000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`select 1`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`select 1`);
  }
}
