import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An emergency that a connected system took is that system's, not the person's who made its key. */
export class AddAcceptingKey1763718200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table incidents add column accepted_key text
        check (accepted_key is null or (accepted_via = 'api' and accepted_by is null));`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table incidents drop column accepted_key;`);
  }
}
