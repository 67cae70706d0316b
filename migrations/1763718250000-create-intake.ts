import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantWall } from './tenant-wall.js';

/** What the intake asks while no agent can talk: each question is a row, so that a process may die between two of them. */
export class CreateIntake1763718250000 implements MigrationInterface {
  name = 'CreateIntake1763718250000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- number comes back with the answer: a second delivery of it finds the question answered and changes nothing.
      -- says: the words that went with it, to be said again to whoever asks again.
      create table intake_questions (
        account_id uuid not null references accounts (account_id), id uuid not null, call_id uuid not null, number int not null,
        ask text not null check (ask in ('problem', 'service', 'urgency', 'name', 'address', 'confirm_number', 'number', 'more')),
        language text not null check (language in ('en', 'es')), says jsonb not null,
        asked_at timestamptz not null, answered_at timestamptz, understood boolean,
        primary key (account_id, id), unique (account_id, call_id, number), check (num_nulls(answered_at, understood) in (0, 2)),
        foreign key (account_id, call_id) references calls (account_id, id));
      ${tenantWall('intake_questions')}
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`drop table intake_questions`);
  }
}
