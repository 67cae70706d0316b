import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import { Cursors } from '@platform/http/cursor';
import { AccountDb } from '@platform/tenancy/account-db';
import type { LeadCardView } from './lead-card-view.types.js';
import { pageOfCards, type CardPlace } from './lead-cards.queries.js';
import { LeadCardsService } from './lead-cards.service.js';
import type { CallbackChange, LeadCardFilter, LeadCardPage, ShownCard } from './lead-cards.types.js';

const LIST = 'lead-cards';

/** The CSR's morning: the cards, and what was done about each (VTCR 4.1). */
@Injectable()
export class CardInboxService {
  constructor(
    private readonly db: AccountDb,
    private readonly cards: LeadCardsService,
    private readonly cursors: Cursors,
  ) {}

  /** Newest first, spam at the end. Throws `invalid-cursor`. */
  list(accountId: AccountId, filter: LeadCardFilter): Promise<LeadCardPage> {
    const after = filter.after ? this.placeOf(accountId, filter.after) : null;
    return this.db.within(accountId, async (tx) => {
      const ids = await pageOfCards(tx, filter, after);
      const cards = await this.cards.shown(tx, ids.slice(0, filter.limit));
      const last = ids.length > filter.limit ? cards.at(-1) : undefined;
      return { cards, nextCursor: last ? this.cursorAt(accountId, last) : null };
    });
  }

  detail(accountId: AccountId, cardId: string): Promise<LeadCardView> {
    return this.db.within(accountId, (tx) => this.cards.view(tx, cardId));
  }

  counts(accountId: AccountId): Promise<{ needsCallback: number }> {
    return this.db.within(accountId, async (tx) => ({ needsCallback: await this.cards.countNeedingCallback(tx) }));
  }

  setCallback(accountId: AccountId, cardId: string, change: CallbackChange): Promise<LeadCardView> {
    return this.db.within(accountId, (tx) => this.cards.setCallback(tx, cardId, change));
  }

  private cursorAt(accountId: AccountId, { card }: ShownCard): string {
    const spam = String(card.classification === 'spam');
    return this.cursors.encode(accountId, LIST, [spam, card.calledAt.toISOString(), card.id]);
  }

  private placeOf(accountId: AccountId, cursor: string): CardPlace {
    const [spam = '', calledAt = '', id = ''] = this.cursors.decode(accountId, LIST, cursor);
    return { spam: spam === 'true', calledAt: new Date(calledAt), id };
  }
}
