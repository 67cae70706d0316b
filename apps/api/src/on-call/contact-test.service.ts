import type { AccountId } from '@domain/ids';
import { testMessage } from '@domain/on-call/test-message';
import { notFound } from '@domain/errors/domain-error';
import { Injectable } from '@nestjs/common';
import { Journal, type Actor } from '@platform/journal/journal';
import { AccountDb } from '@platform/tenancy/account-db';
import { ConfigService } from '../config/config.service.js';
import { ContactTextService } from './contact-text.service.js';
import { Contact } from './contact.entity.js';
import { TEST_SENT } from './on-call.queries.js';

/** The PRD's test text: proves a phone before the first emergency does (VTCR 1.2). */
@Injectable()
export class ContactTestService {
  constructor(
    private readonly db: AccountDb,
    private readonly journal: Journal,
    private readonly config: ConfigService,
    private readonly texts: ContactTextService,
  ) {}

  /** Sends the test. Its result comes by callback; a refusal is known at once. */
  async send(accountId: AccountId, contactId: string, actor: Actor): Promise<void> {
    const { contact, words } = await this.db.within(accountId, async (tx) => {
      const found = await tx.findOne(Contact, { id: contactId });
      if (!found) throw notFound('contact');
      // Noted before it is sent: its answer may be faster than our next statement.
      await this.journal.record(tx, { event: TEST_SENT, subjectId: contactId, actor });
      return { contact: found, words: testMessage((await this.config.read(tx)).accountName) };
    });
    const outcome = await this.texts.send(accountId, { contactId, phone: contact.phone }, words);
    if (outcome === null || outcome.kind === 'refused') await this.note(accountId, contactId, 'on_call.test_failed');
  }

  /** What the carrier says of a test text. */
  async status(accountId: AccountId, contactId: string, status: string): Promise<void> {
    if (status === 'delivered') await this.note(accountId, contactId, 'on_call.test_delivered');
    if (status === 'undelivered' || status === 'failed') await this.note(accountId, contactId, 'on_call.test_failed');
  }

  private note(accountId: AccountId, contactId: string, event: string): Promise<void> {
    const actor = { type: 'provider', name: 'telephony' } as const;
    return this.db.within(accountId, (tx) => this.journal.record(tx, { event, subjectId: contactId, actor }));
  }
}
