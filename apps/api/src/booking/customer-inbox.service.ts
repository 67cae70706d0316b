import { heardCustomerText } from '@domain/booking/booking-texts';
import { parseReply } from '@domain/escalation/reply';
import { Injectable } from '@nestjs/common';
import { Jobs } from '@platform/jobs/jobs';
import { Journal } from '@platform/journal/journal';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { newId } from '@platform/tenancy/new-id';
import { Appointment } from './appointment.entity.js';
import { appointmentWith, keepReply, lastReplyAt } from './appointment.queries.js';
import { optIn, optOut } from './booking.queries.js';
import { BookingPlanService } from './booking-plan.service.js';

const LONGEST_WORDS = 1000;
/** A customer who texts in three parts is thanked once. */
const THANKS_ONCE_MS = 60 * 60_000;

/** "Reply to this number if you need to reschedule": what customers text becomes work for the office, and is never lost. */
@Injectable()
export class CustomerInbox {
  constructor(
    private readonly plans: BookingPlanService,
    private readonly journal: Journal,
    private readonly jobs: Jobs,
  ) {}

  /** What is said back, or null: a stranger's words, or words that want no answer. `from`: E.164. */
  async hear(tx: AccountTx, from: string, words: string): Promise<string | null> {
    const { kind } = parseReply(words);
    if (kind === 'opt_out') return this.silently(optOut(tx, from, this.plans.now()));
    if (kind === 'opt_in') return this.silently(optIn(tx, from));
    const id = kind === 'automatic' ? null : await appointmentWith(tx, from, this.plans.now());
    return id ? this.keep(tx, id, words.slice(0, LONGEST_WORDS)) : null;
  }

  private async keep(tx: AccountTx, id: string, words: string): Promise<string | null> {
    const [now, appointment] = [this.plans.now(), await tx.lock(Appointment, { id })];
    const before = await lastReplyAt(tx, id);
    await keepReply(tx, id, words, now);
    const about = { subjectId: id, callId: appointment?.callId ?? null, actor: { type: 'system' } } as const;
    await this.journal.record(tx, { event: 'appointment.reply_received', ...about });
    await this.jobs.enqueue(tx, 'booking.follow_card', { accountId: tx.accountId, id }, { singletonKey: newId() });
    if (before && now.getTime() - before.getTime() < THANKS_ONCE_MS) return null;
    return heardCustomerText((await this.plans.plan(tx)).businessName);
  }

  /** Carriers answer these words themselves. */
  private async silently(done: Promise<void>): Promise<null> {
    await done;
    return null;
  }
}
