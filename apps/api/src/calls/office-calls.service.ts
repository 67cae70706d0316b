import { DomainError } from '@domain/errors/domain-error';
import type { AccountId } from '@domain/ids';
import { Telephony, type SendOutcome } from '@domain/ports/telephony';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import { OfficeCallBookService, type BookedOfficeCall, type OfficeCallWish } from './office-call-book.service.js';

const RING_SECONDS = 25;

/** Click-to-call: a phone of the office rings first, then the customer's, who sees the business's own number. */
@Injectable()
export class OfficeCallsService {
  constructor(
    private readonly db: AccountDb,
    private readonly book: OfficeCallBookService,
    private readonly telephony: Telephony,
  ) {}

  /** Returns the call's id. Throws what `OfficeCallBookService.book` throws, and `office-call-failed`. */
  async place(accountId: AccountId, wish: OfficeCallWish): Promise<string> {
    const booked = await this.db.within(accountId, (tx) => this.book.book(tx, wish));
    const { from, to, answerUrl, statusUrl } = booked;
    const outcome = await this.telephony.placeCall({ from, to, answerUrl, statusUrl, ringSeconds: RING_SECONDS });
    const sid = await this.sidOf(outcome, booked);
    if (sid === null) return this.refuse(accountId, booked, outcome);
    await this.db.within(accountId, (tx) => this.book.attach(tx, booked.callId, sid));
    return booked.callId;
  }

  /** The answer was lost: the carrier is asked, and nothing rings twice. */
  private async sidOf(outcome: SendOutcome, { from, to, placedAt }: BookedOfficeCall): Promise<string | null> {
    if (outcome.kind === 'accepted') return outcome.sid;
    if (outcome.kind === 'refused') return null;
    const trace = await this.telephony.findCall({ from, to, since: placedAt });
    return trace.kind === 'found' ? trace.trace.sid : null;
  }

  private async refuse(accountId: AccountId, { callId }: BookedOfficeCall, outcome: SendOutcome): Promise<never> {
    const reason = outcome.kind === 'refused' ? `carrier-${outcome.code}` : 'carrier-silent';
    await this.db.within(accountId, (tx) => this.book.fail(tx, callId, reason));
    throw new DomainError('unavailable', 'office-call-failed', 'The phone network did not take the call. Try again.');
  }
}
