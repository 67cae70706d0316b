import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How often a phone may be texted or rung, so that a storm becomes a few texts. */
export class PaceDeliveries1763718060000 implements MigrationInterface {
  name = 'PaceDeliveries1763718060000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`select 1`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`select 1`);
  }
}
