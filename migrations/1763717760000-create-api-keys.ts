import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys of third parties, rate limits, and the time-boxed access an account grants to its agency. */
export class CreateApiKeys1763717760000 implements MigrationInterface {
  name = 'CreateApiKeys1763717760000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`select 1`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`select 1`);
  }
}
