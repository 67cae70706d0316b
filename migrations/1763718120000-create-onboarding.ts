import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where each contractor stands on the way to going live. */
export class CreateOnboarding1763718120000 implements MigrationInterface {
  name = 'CreateOnboarding1763718120000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`select 1`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`select 1`);
  }
}
