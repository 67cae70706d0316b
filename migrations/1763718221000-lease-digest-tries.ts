import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A retry that a person asks for may meet the one that comes by itself: only one of them sends. */
export class LeaseDigestTries1763718221000 implements MigrationInterface {
  name = 'LeaseDigestTries1763718221000';

  async up(db: QueryRunner): Promise<void> {
    // Real time: whoever dies in the middle of a try holds the digest for a moment only, whatever clock the night is played on.
    await db.query(`alter table digest_history add column trying_until timestamptz`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table digest_history drop column trying_until`);
  }
}
