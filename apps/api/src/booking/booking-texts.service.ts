import { Injectable } from '@nestjs/common';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { OnCallService } from '../on-call/on-call.service.js';
import { ApproverDesk } from './approver-desk.service.js';
import { CustomerInbox } from './customer-inbox.service.js';

/** Texts about appointments: an approver's answer, or a customer's word. */
@Injectable()
export class BookingTexts {
  constructor(
    private readonly onCall: OnCallService,
    private readonly approvers: ApproverDesk,
    private readonly customers: CustomerInbox,
  ) {}

  /** Null: not about an appointment. `mayBeBare`: no emergency waits for this sender, so that "1" may be about a window. */
  async fromTeam(tx: AccountTx, from: string, words: string, mayBeBare: boolean): Promise<string | null> {
    const sender = await this.onCall.contactByPhone(tx, from);
    return sender?.isActive ? this.approvers.hear(tx, sender.contactId, words, mayBeBare) : null;
  }

  /** From anybody who is no contact of the account. */
  async fromCustomer(tx: AccountTx, from: string, words: string): Promise<string | null> {
    const isTeam = (await this.onCall.contactByPhone(tx, from)) !== null;
    return isTeam ? null : this.customers.hear(tx, from, words);
  }
}
