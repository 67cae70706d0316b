import type { AccountId } from '@domain/ids';
import { Clock } from '@domain/ports/clock';
import type { SendOutcome } from '@domain/ports/telephony';
import { FORWARDING_CHECK_SECONDS } from '@domain/provisioning/forwarding-codes';
import { Injectable } from '@nestjs/common';
import { Journal, type Actor } from '@platform/journal/journal';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { newId } from '@platform/tenancy/new-id';
import { ForwardingCheck, type ForwardingCheckState } from './forwarding-check.entity.js';

/** A call that has ended may still be coming in: its own webhook travels beside this one. */
const LAST_CHANCE_MS = 5000;
const OVER = new Set(['completed', 'busy', 'failed', 'no-answer', 'canceled']);

/** The record of forwarding checks. */
@Injectable()
export class ForwardingBook {
  constructor(
    private readonly db: AccountDb,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Written down before the call is placed, with the minute it has. */
  async open(
    tx: AccountTx,
    call: { lineId: string; businessNumber: string; callerNumber: string },
    actor: Actor,
  ): Promise<ForwardingCheck> {
    const placedAt = this.clock.now();
    const dueAt = new Date(placedAt.getTime() + FORWARDING_CHECK_SECONDS * 1000);
    const check = { ...call, id: newId(), state: 'calling' as const, placedAt, dueAt };
    await tx.insert(ForwardingCheck, check);
    await this.journal.record(tx, { event: 'forwarding.check_started', subjectId: check.id, actor });
    return { ...check, accountId: tx.accountId, callSid: null, errorCode: null, arrivedAt: null };
  }

  /** A call whose answer was lost may be ringing: the minute decides. */
  placed(accountId: AccountId, id: string, outcome: SendOutcome): Promise<void> {
    return this.db.within(accountId, async (tx) => {
      if (outcome.kind === 'accepted') await tx.update(ForwardingCheck, { id }, { callSid: outcome.sid });
      if (outcome.kind === 'refused') await this.end(tx, id, 'failed', outcome.code);
    });
  }

  /** What the carrier says of our call. `answered`: a person or a mailbox was faster than the forwarding. */
  status(accountId: AccountId, id: string, status: string): Promise<void> {
    return this.db.within(accountId, async (tx) => {
      const check = await tx.lock(ForwardingCheck, { id });
      if (check?.state !== 'calling') return;
      if (status === 'in-progress') await tx.update(ForwardingCheck, { id }, { errorCode: 'answered' });
      if (!OVER.has(status)) return;
      const dueAt = new Date(this.clock.now().getTime() + LAST_CHANCE_MS);
      await tx.update(ForwardingCheck, { id }, { errorCode: check.errorCode ?? status, dueAt });
    });
  }

  /** The minute is over. Returns the check when it has ended now without its call coming in. */
  timeUp(accountId: AccountId, id: string): Promise<ForwardingCheck | null> {
    return this.db.within(accountId, async (tx) => {
      const check = await tx.lock(ForwardingCheck, { id });
      if (check?.state !== 'calling' || !check.dueAt || check.dueAt > this.clock.now()) return null;
      await this.end(tx, id, 'not_arrived', check.errorCode);
      return check;
    });
  }

  private async end(tx: AccountTx, id: string, state: ForwardingCheckState, errorCode: string | null): Promise<void> {
    await tx.update(ForwardingCheck, { id }, { state, errorCode, dueAt: null });
    const data = { state, code: errorCode };
    await this.journal.record(tx, { event: 'forwarding.checked', subjectId: id, actor: { type: 'system' }, data });
  }
}
