import type { CallbackReason } from '@domain/booking/appointment';
import { notFound, stale } from '@domain/errors/domain-error';
import { changedFacts, finishCard, mergeCard } from '@domain/lead-card/merge-card';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import { Journal } from '@platform/journal/journal';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { In } from 'typeorm';
import type { CallbackMade } from '../escalation/escalation.types.js';
import { CardSurroundings } from './card-surroundings.service.js';
import { LeadCard } from './lead-card.entity.js';
import type { LeadCardView } from './lead-card-view.types.js';
import { toLeadCardView } from './lead-cards.dto.js';
import { addBlankCard, CALLED_BACK, countNeedingCallback } from './lead-cards.queries.js';
import type { CallbackChange, CardDraft, LeadCardRow, ShownCard } from './lead-cards.types.js';

/** The card of a call: one at most, written while the call runs and completed by its report (PRD §8, VTCR 2.4). */
@Injectable()
export class LeadCardsService {
  constructor(
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly surroundings: CardSurroundings,
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

  /** The caller hung up before they were told: the only fact of a card that is ever taken back. */
  async instructionUnheard(tx: AccountTx, callId: string): Promise<void> {
    const card = await tx.lock(LeadCard, { callId });
    if (!card?.safetyInstructionGiven) return;
    await tx.update(LeadCard, { id: card.id }, { safetyInstructionGiven: null, version: card.version + 1 });
    await this.tell(tx, 'lead_card.updated', card);
  }

  /** The caller was promised to be called before the others, or has to be. Stands until somebody has dealt with it. */
  async putFirst(tx: AccountTx, callId: string, reason: CallbackReason): Promise<void> {
    const card = await tx.lock(LeadCard, { callId });
    if (!card || card.callbackReason === reason) return;
    const next = { callbackReason: reason, version: card.version + 1, updatedAt: this.clock.now() };
    await tx.update(LeadCard, { id: card.id }, next);
    await this.tell(tx, 'lead_card.updated', card);
  }

  /** The cards of these calls, by call id; calls without a card are missing. */
  async forCalls(tx: AccountTx, callIds: string[]): Promise<Map<string, LeadCardRow>> {
    const cards = callIds.length > 0 ? await tx.find(LeadCard, { callId: In(callIds) }) : [];
    return new Map(cards.map((card) => [card.callId, card]));
  }

  /** These cards, in the order of `ids`, each with how its emergency stands and what there is to hear. */
  async shown(tx: AccountTx, ids: string[]): Promise<ShownCard[]> {
    if (ids.length === 0) return [];
    const cards = new Map((await tx.find(LeadCard, { id: In(ids) })).map((card) => [card.id, card]));
    return this.surroundings.around(
      tx,
      ids.flatMap((id) => cards.get(id) ?? []),
    );
  }

  /** One card as the API shows it. Throws `lead-card-not-found`. */
  async view(tx: AccountTx, cardId: string): Promise<LeadCardView> {
    const [shown] = await this.shown(tx, [cardId]);
    if (!shown) throw notFound('lead card');
    return toLeadCardView(shown);
  }

  /** Routine cards nobody has called back yet. */
  countNeedingCallback(tx: AccountTx): Promise<number> {
    return countNeedingCallback(tx);
  }

  /** Saves over the version the person saw only: two people calling the same customer must notice. Throws `lead-card-changed`. */
  async setCallback(tx: AccountTx, cardId: string, change: CallbackChange): Promise<LeadCardView> {
    const card = await tx.lock(LeadCard, { id: cardId });
    if (!card) throw notFound('lead card');
    if (card.version !== change.version) throw stale('lead card');
    await tx.update(LeadCard, { id: cardId }, this.callbackColumns(card, change));
    await this.journal.record(tx, {
      event: 'lead_card.callback_changed',
      subjectId: cardId,
      callId: card.callId,
      actor: change.actor,
      data: { from: card.callbackStatus, to: change.status },
    });
    return this.view(tx, cardId);
  }

  /** The office has spoken with the customer. What came of it is theirs to say, so the callback's status stays. */
  async recordCallback(tx: AccountTx, card: LeadCardRow, made: CallbackMade): Promise<void> {
    const { actor, seconds, officeCallId } = made;
    const about = { subjectId: card.id, callId: card.callId, data: { seconds, officeCallId } };
    await this.journal.record(tx, { event: CALLED_BACK, actor, ...about });
  }

  private callbackColumns(card: LeadCard, change: CallbackChange): Partial<LeadCard> {
    const now = this.clock.now();
    return {
      callbackStatus: change.status,
      callbackReason: null,
      callbackNotes: change.notes === undefined ? card.callbackNotes : change.notes.trim() || null,
      callbackBy: change.userId,
      callbackAt: now,
      version: card.version + 1,
      updatedAt: now,
    };
  }

  private async workIn(tx: AccountTx, card: LeadCard, draft: CardDraft): Promise<boolean> {
    const now = this.clock.now();
    const completedAt = card.completedAt ?? (draft.completed ? now : null);
    const merged = mergeCard(card, draft);
    const next = completedAt ? finishCard(merged) : merged;
    const changes = changedFacts<LeadCardRow>(card, { ...next, completedAt });
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
