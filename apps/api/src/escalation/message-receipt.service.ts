import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import { ContactTestService } from '../on-call/contact-test.service.js';
import { ReceiptService } from './receipt.service.js';

/** A text of ours, by what it was for. */
export interface MessageSubject {
  account: AccountId;
  alert?: string;
  contact?: string;
}

/** Status callbacks of texts: an emergency's alert, or the test of a contact's phone. */
@Injectable()
export class MessageReceiptService {
  constructor(
    private readonly alerts: ReceiptService,
    private readonly tests: ContactTestService,
  ) {}

  async received(
    about: MessageSubject,
    message: { sid: string; status: string; errorCode: string | null },
  ): Promise<void> {
    if (about.alert) await this.alerts.messageStatus(about.account, about.alert, message);
    if (about.contact) await this.tests.status(about.account, about.contact, message.status);
  }
}
