import type { AccountId } from '@domain/ids';
import { cardAfter, type FollowingCard } from '@domain/lead-card/card-appointment';
import { changedFacts } from '@domain/lead-card/merge-card';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import { Journal } from '@platform/journal/journal';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { CallAppointments } from '../booking/call-appointments.service.js';
import { LeadCard } from './lead-card.entity.js';

/** A card follows the appointment of its call: held, booked, called off, and the customer's word about it. */
@Injectable()
export class AppointmentCardService {
  constructor(
    private readonly db: AccountDb,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly appointments: CallAppointments,
  ) {}

  /** Job `booking.follow_card`. May run twice; what people did about the callback meanwhile stands. */
  follow(accountId: AccountId, appointmentId: string): Promise<void> {
    return this.db.within(accountId, async (tx) => {
      const callId = await this.appointments.callOf(tx, appointmentId);
      if (callId) await this.followCall(tx, callId);
    });
  }

  private async followCall(tx: AccountTx, callId: string): Promise<void> {
    const card = await tx.lock(LeadCard, { callId });
    const appointment = (await this.appointments.ofCalls(tx, [callId])).get(callId);
    if (!card || !appointment) return;
    const changes = changedFacts<FollowingCard>(card, cardAfter(followed(card), appointment));
    if (!changes) return;
    const { id, version } = card;
    await tx.update(LeadCard, { id }, { ...changes, version: version + 1, updatedAt: this.clock.now() });
    const data = { classification: card.classification, appointmentId: appointment.appointmentId };
    await this.journal.record(tx, {
      event: 'lead_card.updated',
      subjectId: id,
      callId,
      actor: { type: 'system' },
      data,
    });
  }
}

const followed = ({
  appointmentBooked,
  appointmentAt,
  callbackStatus,
  callbackReason,
  callbackAt,
  notes,
}: LeadCard) => ({
  appointmentBooked,
  appointmentAt,
  callbackStatus,
  callbackReason,
  callbackAt,
  notes,
});
