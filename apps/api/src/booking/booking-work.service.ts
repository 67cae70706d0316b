import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import { CustomerTextDelivery } from './customer-text-delivery.service.js';

/** The feature's face to the clock and the queue. */
@Injectable()
export class BookingWork {
  constructor(private readonly delivery: CustomerTextDelivery) {}

  /** Job `booking.text_customer`. */
  textCustomer(accountId: AccountId, textId: string): Promise<void> {
    return this.delivery.deliver(accountId, textId);
  }
}
