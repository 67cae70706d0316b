import type { MigrationInterface, QueryRunner } from 'typeorm';

/** "First on the callback list" is a promise a caller was given, so it is kept on the card (scenario 28). */
export class PutCardsFirst1763718291000 implements MigrationInterface {
  name = 'PutCardsFirst1763718291000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Why the card comes before those that wait longer; null for most, and again once somebody has dealt with it.
      alter table lead_cards add column callback_reason text
        check (callback_reason in ('fully_booked', 'hold_expired', 'hold_declined', 'cancelled', 'reschedule'));
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table lead_cards drop column callback_reason`);
  }
}
