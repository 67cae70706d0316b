import { notFound } from '@domain/errors/domain-error';
import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { LeadCardsService } from '../lead-cards/lead-cards.service.js';
import type { LeadCardView } from '../lead-cards/lead-card-view.types.js';
import { Call } from './call.entity.js';
import { turnsOf } from './calls.queries.js';
import { CorrectionsService, type Correction } from './corrections.service.js';

/** Cards that people ask for: the call is corrected to their class, and what the caller said goes on the card. */
@Injectable()
export class HandMadeCardsService {
  constructor(
    private readonly db: AccountDb,
    private readonly corrections: CorrectionsService,
    private readonly cards: LeadCardsService,
  ) {}

  /** Throws `call-not-found`. */
  async make(accountId: AccountId, callId: string, correction: Correction): Promise<LeadCardView> {
    await this.corrections.correct(accountId, callId, correction);
    return this.db.within(accountId, (tx) => this.filledIn(tx, callId));
  }

  private async filledIn(tx: AccountTx, callId: string): Promise<LeadCardView> {
    const call = await tx.findOne(Call, { id: callId });
    const card = (await this.cards.forCalls(tx, [callId])).get(callId);
    if (!call || !card) throw notFound('call');
    const said = (await turnsOf(tx, callId)).filter((turn) => turn.role === 'caller').map((turn) => turn.text);
    const { classification, priority, callerPhone, calledAt } = card;
    const issueSummary = card.issueSummary || call.summary || said.slice(0, 2).join(' ').slice(0, 300);
    const completed = call.endedAt !== null;
    const cardId = await this.cards.save(tx, {
      callId,
      calledAt,
      classification,
      priority,
      callerPhone,
      issueSummary,
      completed,
    });
    return this.cards.view(tx, cardId);
  }
}
