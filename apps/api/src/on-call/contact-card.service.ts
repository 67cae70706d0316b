import { notFound } from '@domain/errors/domain-error';
import type { AccountId } from '@domain/ids';
import { safeWords } from '@domain/escalation/gsm7';
import { Injectable } from '@nestjs/common';
import { Env } from '@platform/env/env';
import { AccountDb } from '@platform/tenancy/account-db';
import { PlatformDb } from '@platform/tenancy/platform-db';
import { accountOfLineId, lineOf, placeOf } from './on-call.queries.js';
import { cardText } from './contact-card-text.js';
import { Contact } from './contact.entity.js';
import { OnCallNotesService } from './on-call-notes.service.js';

const noCard = () => notFound('contact card');

/** Our number under the business's name, for the crew's phones: a page from a saved name wakes people, a number doesn't. */
@Injectable()
export class ContactCardService {
  constructor(
    private readonly db: AccountDb,
    private readonly platform: PlatformDb,
    private readonly notes: OnCallNotesService,
    private readonly env: Env,
  ) {}

  /** vCard of the account's line. Throws `contact-card-not-found` before it has one. */
  card(accountId: AccountId): Promise<string> {
    return this.db.within(accountId, async (tx) => {
      const line = await lineOf(tx);
      if (!line) throw noCard();
      return cardText((await placeOf(tx)).business, line.number);
    });
  }

  /** The same by the line's id, without signing in: a business's name and number are no secret. */
  async cardOfLine(lineId: string): Promise<string> {
    const accountId = await accountOfLineId(this.platform, lineId);
    if (accountId === null) throw noCard();
    return this.card(accountId);
  }

  /** Texts the contact where to get it. Throws `contact-not-found`, `contact-card-not-found`. */
  text(accountId: AccountId, contactId: string): Promise<void> {
    return this.db.within(accountId, async (tx) => {
      if (!(await tx.findOne(Contact, { id: contactId }))) throw notFound('contact');
      const line = await lineOf(tx);
      if (!line) throw noCard();
      const url = `${this.env.PUBLIC_URL.replace(/\/$/, '')}/api/v1/contact-cards/${line.id}.vcf`;
      const { business } = await placeOf(tx);
      await this.notes.tell(
        tx,
        contactId,
        `Save ${safeWords(business)}'s emergency line, so that you know who calls: ${url}`,
      );
    });
  }
}
