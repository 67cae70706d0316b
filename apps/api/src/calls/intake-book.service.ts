import { laterStage, laterStatus } from '@domain/call/call-status';
import type { IntakeAsk } from '@domain/intake/intake-step';
import { asSaid } from '@domain/intake/intake-words';
import { Injectable } from '@nestjs/common';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { CallLog } from './call-log.service.js';
import { Call } from './call.entity.js';
import { insertTurns, turnsOf, type TurnRow } from './calls.queries.js';
import { IntakeQuestionRow } from './intake-question.entity.js';
import { insertQuestion, momentAfterTurns, type NewIntakeQuestion } from './intake.queries.js';

const DETAILS: ReadonlySet<IntakeAsk> = new Set(['name', 'address', 'confirm_number', 'number']);
/** A call that nobody has reported the end of for this long is asked about. */
const STUCK_AFTER_SECONDS = 30 * 60;

/** The intake's rows: the questions that were put, and the talk as it stands in the call's transcript. */
@Injectable()
export class IntakeBook {
  constructor(private readonly log: CallLog) {}

  questions(tx: AccountTx, callId: string): Promise<IntakeQuestionRow[]> {
    return tx.find(IntakeQuestionRow, { callId }, { number: 'ASC' });
  }

  turns(tx: AccountTx, callId: string): Promise<TurnRow[]> {
    return turnsOf(tx, callId);
  }

  /** From now on the call is the intake's. */
  async takeOver(tx: AccountTx, call: Call): Promise<void> {
    const now = this.log.now();
    await tx.update(
      Call,
      { id: call.id },
      {
        handledBy: 'intake_ivr',
        status: laterStatus(call.status, 'in_progress'),
        answeredAt: call.answeredAt ?? now,
        nextCheckAt: call.nextCheckAt ?? this.log.later(STUCK_AFTER_SECONDS),
      },
    );
    await this.log.tell(tx, call.id, 'call.intake_began', { teller: 'system' });
  }

  async put(tx: AccountTx, call: Call, asked: Omit<NewIntakeQuestion, 'askedAt'>): Promise<void> {
    await insertQuestion(tx, call.id, { ...asked, askedAt: this.log.now() });
    await this.noteSaid(tx, call, { role: 'agent', text: asSaid(asked.says) });
    if (!DETAILS.has(asked.ask)) return;
    await tx.update(Call, { id: call.id }, { stage: laterStage(call.stage, 'details') });
  }

  async putInstead(tx: AccountTx, question: IntakeQuestionRow): Promise<void> {
    const { id, language, says } = question;
    await tx.update(IntakeQuestionRow, { id }, { language, says });
  }

  async close(tx: AccountTx, question: IntakeQuestionRow, understood: boolean): Promise<void> {
    await tx.update(IntakeQuestionRow, { id: question.id }, { answeredAt: this.log.now(), understood });
  }

  /** A line of the transcript. What was said last is not said twice because a webhook came twice. */
  async noteSaid(tx: AccountTx, call: Call, line: Pick<TurnRow, 'role' | 'text'>): Promise<void> {
    const last = (await turnsOf(tx, call.id)).at(-1);
    if (last?.role === line.role && last.text === line.text) return;
    const saidAt = await momentAfterTurns(tx, call.id, this.log.now());
    const secondsFromStart = Math.max(0, (saidAt.getTime() - (call.answeredAt ?? call.calledAt).getTime()) / 1000);
    await insertTurns(tx, call.id, [{ ...line, saidAt, secondsFromStart }]);
    await this.log.tell(tx, call.id, 'call.turn', { teller: 'twilio', data: { role: line.role } });
  }
}
