import { changedFacts, mergeCard } from '@domain/lead-card/merge-card';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import { Journal } from '@platform/journal/journal';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { In } from 'typeorm';
import { LeadCard } from './lead-card.entity.js';
import { addBlankCard } from './lead-cards.queries.js';
import type { CardDraft, LeadCardRow } from './lead-cards.types.js';

/** The card of a call: one at most, written while the call runs and completed by its report (PRD §8, VTCR 2.4). */
@Injectable()
export class LeadCardsService {
  constructor(
    private readonly clock: Clock,
    private readonly journal: Journal,
  ) {}

  /**
   * Creates the call's card or works the draft into it, in the caller's transaction. Safe to repeat. Whether a call
   * deserves a card at all is decided before, by `deservesCard`. Returns the card's id.
   */
  async save(tx: AccountTx, draft: CardDraft): Promise<string> {
    const created = await addBlankCard(tx, draft, this.clock.now());
    const card = await tx.lock(LeadCard, { callId: draft.callId });
    if (!card) throw new Error('A lead card vanished inside its own transaction');
    const changed = await this.workIn(tx, card, draft);
    if (created) await this.tell(tx, 'lead_card.created', card);
    if (changed && !created) await this.tell(tx, 'lead_card.updated', card);
    return card.id;
  }

  /** The cards of these calls, by call id; calls without a card are missing. */
  async forCalls(tx: AccountTx, callIds: string[]): Promise<Map<string, LeadCardRow>> {
    const cards = callIds.length > 0 ? await tx.find(LeadCard, { callId: In(callIds) }) : [];
    return new Map(cards.map((card) => [card.callId, card]));
  }

  private async workIn(tx: AccountTx, card: LeadCard, draft: CardDraft): Promise<boolean> {
    const now = this.clock.now();
    const completedAt = card.completedAt ?? (draft.completed ? now : null);
    const changes = changedFacts<LeadCardRow>(card, { ...mergeCard(card, draft), completedAt });
    if (!changes) return false;
    await tx.update(LeadCard, { id: card.id }, { ...changes, version: card.version + 1, updatedAt: now });
    return true;
  }

  private tell(tx: AccountTx, event: string, card: LeadCard): Promise<void> {
    return this.journal.record(tx, {
      event,
      subjectId: card.id,
      callId: card.callId,
      actor: { type: 'system' },
      data: { classification: card.classification },
    });
  }
}
