import { DomainError } from '@domain/errors/domain-error';
import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import { OfficeCallBookService, type OfficeCallWish } from './office-call-book.service.js';
import { PlacedCallsService } from './placed-calls.service.js';

/** Click-to-call: a phone of the office rings first, then the customer's, who sees the business's own number. */
@Injectable()
export class OfficeCallsService {
  constructor(
    private readonly db: AccountDb,
    private readonly book: OfficeCallBookService,
    private readonly placed: PlacedCallsService,
  ) {}

  /** Returns the call's id. Throws what `OfficeCallBookService.book` throws, and `office-call-failed`. */
  async place(accountId: AccountId, wish: OfficeCallWish): Promise<string> {
    const booked = await this.db.within(accountId, (tx) => this.book.book(tx, wish));
    if (await this.placed.place(accountId, booked)) return booked.callId;
    throw new DomainError('unavailable', 'office-call-failed', 'The phone network did not take the call. Try again.');
  }
}
