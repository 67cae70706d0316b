import { DomainError } from '@domain/errors/domain-error';
import { canCall, canText, type OnCallPerson } from '@domain/on-call/roster';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import { Journal, type Actor } from '@platform/journal/journal';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { AcceptanceService } from './acceptance.service.js';
import { Incident } from './incident.entity.js';
import { LadderRestartService } from './ladder-restart.service.js';
import { activePeople } from './policies.queries.js';
import { insertManualPage, isBeingPagedByHand } from './staff-paging.queries.js';

/** What a person at a screen does about who is paged. Every method expects the incident's row to be locked. */
@Injectable()
export class StaffPagingService {
  constructor(
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly acceptances: AcceptanceService,
    private readonly restarts: LadderRestartService,
  ) {}

  /**
   * Pages one contact now, by text and call as far as they can be reached. An emergency that was taken, or given up, is
   * open again: they get a head start before its ladder. Asked twice while their page is under way, nothing happens.
   * Throws `contact-not-reachable`.
   */
  async page(tx: AccountTx, incident: Incident, contactId: string, actor: Actor): Promise<void> {
    const person = await this.reachable(tx, contactId);
    if (await isBeingPagedByHand(tx, incident, contactId)) return;
    const now = this.clock.now();
    const open = incident.state === 'alerting' ? incident : await this.reopened(tx, incident);
    const ways = [...(canText(person) ? (['sms'] as const) : []), ...(canCall(person) ? (['call'] as const) : [])];
    for (const channel of ways) await insertManualPage(tx, open, { person, channel, at: now });
    await this.note(tx, incident, { event: 'incident.paged', actor, data: { contactId } });
  }

  /** A6: an emergency that was taken, or given up, pages again, with the people after whoever has it. */
  async pageAgain(tx: AccountTx, incident: Incident): Promise<void> {
    if (incident.state === 'unreached') return this.restarts.startAgain(tx, incident);
    if (incident.state !== 'alerting') await this.acceptances.reopen(tx, incident, 'page_next');
  }

  /** The contact, for a dispatcher who puts down that they have it. Throws `contact-not-reachable`. */
  async reachable(tx: AccountTx, contactId: string): Promise<OnCallPerson> {
    const person = (await activePeople(tx, [contactId])).get(contactId);
    if (person && (canText(person) || canCall(person))) return person;
    throw new DomainError(
      'conflict',
      'contact-not-reachable',
      'This contact has left the team or can be neither called nor texted',
    );
  }

  private async reopened(tx: AccountTx, incident: Incident): Promise<Incident> {
    await this.acceptances.reopen(tx, incident, 'paged_by_hand');
    return (await tx.findOne(Incident, { id: incident.id })) ?? incident;
  }

  private note(
    tx: AccountTx,
    incident: Incident,
    said: { event: string; actor: Actor; data: Record<string, unknown> },
  ): Promise<void> {
    return this.journal.record(tx, { subjectId: incident.id, callId: incident.callId, ...said });
  }
}
