import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import { Cursors } from '@platform/http/cursor';
import { AccountDb } from '@platform/tenancy/account-db';
import type { LeadCardView } from './lead-card-view.types.js';
import { pageOfCards, type CardPlace } from './lead-cards.queries.js';
import { LeadCardsService } from './lead-cards.service.js';
import type { CallbackChange, LeadCardFilter, LeadCardPage } from './lead-cards.types.js';

/** The CSR's morning: the cards, and what was done about each (VTCR 4.1). */
@Injectable()
export class CardInboxService {
  constructor(
    private readonly db: AccountDb,
    private readonly cards: LeadCardsService,
    private readonly cursors: Cursors,
  ) {}

  /** In the order asked for, newest first by itself; spam at the end. Throws `invalid-cursor`. */
  list(accountId: AccountId, filter: LeadCardFilter): Promise<LeadCardPage> {
    const list = `lead-cards/${filter.order ?? 'newest'}`;
    const after = filter.after ? placeFrom(this.cursors.decode(accountId, list, filter.after)) : null;
    return this.db.within(accountId, async (tx) => {
      const places = await pageOfCards(tx, filter, after);
      const page = places.slice(0, filter.limit);
      const cards = await this.cards.shown(
        tx,
        page.map(({ id }) => id),
      );
      const last = places.length > filter.limit ? page.at(-1) : undefined;
      return { cards, nextCursor: last ? this.cursors.encode(accountId, list, partsOf(last)) : null };
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
}

const partsOf = ({ rank, calledAt, id }: CardPlace): string[] => [String(rank), calledAt.toISOString(), id];

const placeFrom = ([rank = '', calledAt = '', id = '']: string[]): CardPlace => ({
  rank: Number(rank),
  calledAt: new Date(calledAt),
  id,
});
