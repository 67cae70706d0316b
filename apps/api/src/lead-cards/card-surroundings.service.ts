import { appointmentLabel } from '@domain/lead-card/card-appointment';
import { Injectable } from '@nestjs/common';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { CallAppointments } from '../booking/call-appointments.service.js';
import { EscalationService } from '../escalation/escalation.service.js';
import { MembershipsService } from '../identity/memberships.service.js';
import { lastCallbacks, mediaOfCalls } from './lead-cards.queries.js';
import type { CalledBack, LeadCardRow, ShownAppointment, ShownCard } from './lead-cards.types.js';

/** What belongs to a card and is kept elsewhere: its emergency, its appointment, what there is to hear, who called back. */
@Injectable()
export class CardSurroundings {
  constructor(
    private readonly escalation: EscalationService,
    private readonly appointments: CallAppointments,
    private readonly memberships: MembershipsService,
  ) {}

  async around(tx: AccountTx, cards: LeadCardRow[]): Promise<ShownCard[]> {
    const callIds = cards.map((card) => card.callId);
    const outcomes = await this.escalation.outcomesOf(tx, callIds);
    const media = await mediaOfCalls(tx, callIds);
    const appointments = await this.appointmentsOf(tx, callIds);
    const calledBack = await this.callbacks(
      tx,
      cards.map(({ id }) => id),
    );
    return cards.map((card) => ({
      card,
      outcome: outcomes.get(card.callId),
      media: media.get(card.callId),
      calledBack: calledBack.get(card.id),
      appointment: appointments(card.callId),
    }));
  }

  private async appointmentsOf(tx: AccountTx, callIds: string[]): Promise<(callId: string) => ShownAppointment> {
    const [known, terms] = [await this.appointments.ofCalls(tx, callIds), await this.appointments.terms(tx)];
    return (callId) => {
      const appointment = known.get(callId) ?? null;
      return { appointment, label: appointmentLabel(appointment, terms) };
    };
  }

  /** The last talk of the office with the customer of each card, by card id. */
  private async callbacks(tx: AccountTx, cardIds: string[]): Promise<Map<string, CalledBack>> {
    const rows = await lastCallbacks(tx, cardIds);
    const names = new Map<string, string>();
    for (const { userId } of rows)
      if (!names.has(userId)) names.set(userId, (await this.memberships.person(userId))?.name ?? 'The office');
    return new Map(rows.map(({ cardId, userId, at }) => [cardId, { at, byName: names.get(userId) ?? 'The office' }]));
  }
}
