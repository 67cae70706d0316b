import type { AccountId } from '@domain/ids';
import type { LineType } from '@domain/on-call/roster';
import type { E164 } from '@domain/phone/e164';
import { Clock } from '@domain/ports/clock';
import { LineTypes } from '@domain/ports/line-types';
import { ProviderFailure } from '@domain/ports/provider-failure';
import { Injectable } from '@nestjs/common';
import { Jobs } from '@platform/jobs/jobs';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { Contact } from './contact.entity.js';
import { keepLineType, knownLineType, takeLookUp } from './line-types.queries.js';

const LOOK_UP = 'on_call.line_type';

/** What kind of line a contact's phone is: asked once for each number, after the save, which never waits for it. */
@Injectable()
export class LineTypesService {
  constructor(
    private readonly db: AccountDb,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly lineTypes: LineTypes,
  ) {}

  /** Sent with the rows of the save. */
  wonder(tx: AccountTx, contactId: string): Promise<void> {
    return this.jobs.enqueue(tx, LOOK_UP, { accountId: tx.accountId, id: contactId });
  }

  /**
   * Alarm `line_lookup`: the turn of a phone that was saved before anybody asked has come. Only queued here, so that a
   * slow provider never holds up what else is due.
   */
  remember(accountId: AccountId, contactId: string): Promise<void> {
    return this.db.within(accountId, async (tx) => {
      if (await takeLookUp(tx, contactId)) await this.wonder(tx, contactId);
    });
  }

  /** Job. Throws ProviderFailure while the provider is silent, so that the queue tries again. */
  async lookUp(accountId: AccountId, contactId: string): Promise<void> {
    const phone = await this.db.within(accountId, (tx) => this.openQuestion(tx, contactId));
    if (phone === null) return;
    const lineType = await this.ask(phone);
    await this.db.within(accountId, async (tx) => {
      await keepLineType(tx, phone, lineType, this.clock.now());
      await this.tell(tx, { id: contactId, phone }, lineType);
    });
  }

  /** Null when there is nothing to ask: the contact is gone, told already, or the number was asked about before. */
  private async openQuestion(tx: AccountTx, contactId: string): Promise<E164 | null> {
    const contact = await tx.findOne(Contact, { id: contactId });
    if (!contact || contact.lineTypeAt !== null) return null;
    const known = await knownLineType(tx, contact.phone);
    if (known === null) return contact.phone as E164;
    await this.tell(tx, contact, known);
    return null;
  }

  /** A number the provider refuses to look up stays unknown, and is not paid for again. */
  private async ask(phone: E164): Promise<LineType> {
    try {
      return await this.lineTypes.of(phone);
    } catch (error) {
      if (error instanceof ProviderFailure && error.kind === 'refused') return 'unknown';
      throw error;
    }
  }

  /** The phone may have become another one meanwhile. */
  private async tell(tx: AccountTx, { id, phone }: Pick<Contact, 'id' | 'phone'>, lineType: LineType): Promise<void> {
    await tx.update(Contact, { id, phone }, { lineType, lineTypeAt: this.clock.now() });
  }
}
