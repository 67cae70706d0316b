import { isTalk } from '@domain/call/desk-hears';
import { Injectable } from '@nestjs/common';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { EscalationService } from '../escalation/escalation.service.js';
import type { CallbackMade } from '../escalation/escalation.types.js';
import { LeadCardsService } from '../lead-cards/lead-cards.service.js';
import { Call } from './call.entity.js';
import { isNewEvent } from './calls.queries.js';

/** What came of a call the office placed: a talk is written where the call was placed from, and what belongs to it. */
@Injectable()
export class OfficeCallOutcomeService {
  constructor(
    private readonly escalations: EscalationService,
    private readonly cards: LeadCardsService,
  ) {}

  /** The customer's phone has hung up after so many seconds. Told by two webhooks, any number of times, in any order. */
  async talked(tx: AccountTx, callId: string, seconds: number): Promise<void> {
    if (!isTalk(seconds)) return;
    const call = await tx.lock(Call, { id: callId, direction: 'outbound', isTest: false });
    if (!call?.askedBy || !(await isNewEvent(tx, 'twilio', `office-call:${callId}:talked`))) return;
    const made = { actor: { type: 'user', id: call.askedBy }, seconds, officeCallId: callId } as const;
    if (call.aboutCardId) await this.onCard(tx, call.aboutCardId, made);
    if (call.aboutIncidentId) await this.onIncident(tx, call.aboutIncidentId, made);
  }

  private async onCard(tx: AccountTx, cardId: string, made: CallbackMade): Promise<void> {
    const [shown] = await this.cards.shown(tx, [cardId]);
    if (!shown) return;
    await this.cards.recordCallback(tx, shown.card, made);
    if (shown.outcome) await this.escalations.recordCallback(tx, shown.outcome.incidentId, made);
  }

  private async onIncident(tx: AccountTx, incidentId: string, made: CallbackMade): Promise<void> {
    const callId = await this.escalations.recordCallback(tx, incidentId, made);
    const card = callId ? (await this.cards.forCalls(tx, [callId])).get(callId) : undefined;
    if (card) await this.cards.recordCallback(tx, card, made);
  }
}
