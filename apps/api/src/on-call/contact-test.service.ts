import type { AccountId } from '@domain/ids';
import { takesTexts } from '@domain/on-call/roster';
import { testMessage } from '@domain/on-call/test-message';
import { DomainError, notFound } from '@domain/errors/domain-error';
import { MOST_TESTS_PER_HOUR } from '@domain/on-call/verification';
import { HOUR_MS } from '@domain/on-call/local-time';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import { Journal, type Actor } from '@platform/journal/journal';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { ContactTextService } from './contact-text.service.js';
import { Contact } from './contact.entity.js';
import { textsAreDead } from './on-call.errors.js';
import { placeOf, TEST_SENT } from './on-call.queries.js';
import { testsSince } from './verification.queries.js';

/** The PRD's test text: proves a phone before the first emergency does (VTCR 1.2). */
@Injectable()
export class ContactTestService {
  constructor(
    private readonly db: AccountDb,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly texts: ContactTextService,
  ) {}

  /** Sends the test. Its result comes by callback; a refusal is known at once. Throws `contact-not-found`, `tests-limited`, `texts-do-not-arrive`. */
  async send(accountId: AccountId, contactId: string, actor: Actor): Promise<void> {
    const { contact, words } = await this.db.within(accountId, async (tx) => {
      const found = await tx.lock(Contact, { id: contactId });
      if (!found) throw notFound('contact');
      if (!takesTexts(found)) throw textsAreDead();
      await assertTestAllowed(tx, contactId, this.clock.now());
      // Noted before it is sent: its answer may be faster than our next statement.
      await this.journal.record(tx, { event: TEST_SENT, subjectId: contactId, actor });
      return { contact: found, words: testMessage((await placeOf(tx)).business)[found.language] };
    });
    const outcome = await this.texts.send(accountId, { contactId, phone: contact.phone }, words, 'test');
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

const limited = () =>
  new DomainError('limited', 'tests-limited', 'Five tests an hour are enough for one phone. Try again later.');

/** Throws `tests-limited` when this phone has had its tests and codes of the hour. Caller holds the contact's lock. */
export async function assertTestAllowed(tx: AccountTx, contactId: string, now: Date): Promise<void> {
  const since = new Date(now.getTime() - HOUR_MS);
  if ((await testsSince(tx, contactId, since)) >= MOST_TESTS_PER_HOUR) throw limited();
}
