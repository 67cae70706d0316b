import { DomainError } from '@domain/errors/domain-error';
import { isOpen } from '@domain/escalation/incident';
import { Injectable } from '@nestjs/common';
import { Journal } from '@platform/journal/journal';
import type { AccountTx } from '@platform/tenancy/account-tx';
import type { CurrentMember } from '../identity/identity.types.js';
import { AcceptanceService, type AcceptOutcome } from './acceptance.service.js';
import { pagedPeople } from './escalation.queries.js';
import { IncidentClosingService } from './incident-closing.service.js';
import { Incident } from './incident.entity.js';
import { StaffPagingService } from './staff-paging.service.js';

/** Who at a screen handles an emergency, under the incident's lock. */
export interface Hand {
  tx: AccountTx;
  incident: Incident;
  member: CurrentMember;
  name: string;
}

/** What was the matter in the end. */
export interface IncidentEnd {
  state: 'resolved' | 'false_alarm';
  outcome?: string | undefined;
  jobValueCents?: number | undefined;
}

/** The buttons of an emergency. Each throws `incident-closed` when it is over. */
@Injectable()
export class StaffActionsService {
  constructor(
    private readonly journal: Journal,
    private readonly acceptances: AcceptanceService,
    private readonly closings: IncidentClosingService,
    private readonly paging: StaffPagingService,
  ) {}

  /** For the person at the screen, or for the contact they name. Throws `incident-taken` when somebody was faster. */
  async accept(hand: Hand, contactId: string | undefined): Promise<void> {
    const outcome = await (contactId ? this.assign(hand, contactId) : this.take(hand));
    if (outcome.kind === 'closed') throw closed(hand.incident);
    if (outcome.kind === 'taken' && outcome.byId !== (contactId ?? hand.member.actor.id))
      throw new DomainError('conflict', 'incident-taken', `${outcome.byName} already has this emergency`);
  }

  async close({ tx, incident, member, name }: Hand, end: IncidentEnd): Promise<void> {
    const by = { actor: member.actor, byName: name, byContact: null };
    const { state, outcome = null, jobValueCents = null } = end;
    await this.closings.close(tx, openOnly(incident), { state, outcome, jobValueCents, ...by });
  }

  pageNext({ tx, incident }: Hand): Promise<void> {
    return this.acceptances.pageNext(tx, openOnly(incident));
  }

  page({ tx, incident, member }: Hand, contactId: string): Promise<void> {
    return this.paging.page(tx, openOnly(incident), contactId, member.actor);
  }

  pageAgain({ tx, incident }: Hand): Promise<void> {
    return this.paging.pageAgain(tx, openOnly(incident));
  }

  private take({ tx, incident, member, name }: Hand): Promise<AcceptOutcome> {
    const { type, id } = member.actor;
    const taker =
      type === 'user'
        ? ({ kind: type, id, name, via: 'app' } as const)
        : ({ kind: type, id, name, via: 'api' } as const);
    return this.acceptances.accept(tx, incident, taker);
  }

  /** A dispatcher spoke with the technician. One who was never paged is not asked whether they called. */
  private async assign({ tx, incident, member }: Hand, contactId: string): Promise<AcceptOutcome> {
    const person = await this.paging.reachable(tx, contactId);
    const wasPaged = (await pagedPeople(tx, incident)).some((paged) => paged.contactId === contactId);
    const taker = { kind: 'contact', person, via: viaOf(member), alertId: null, words: null } as const;
    const outcome = await this.acceptances.accept(tx, incident, taker);
    if (outcome.kind !== 'accepted') return outcome;
    const about = { subjectId: incident.id, callId: incident.callId, data: { contactId } };
    await this.journal.record(tx, { event: 'incident.assigned', actor: member.actor, ...about });
    if (!wasPaged) await tx.update(Incident, { id: incident.id }, { watchdogAt: null });
    return outcome;
  }
}

const viaOf = ({ actor }: CurrentMember): 'app' | 'api' => (actor.type === 'api_key' ? 'api' : 'app');

function openOnly(incident: Incident): Incident {
  if (!isOpen(incident.state)) throw closed(incident);
  return incident;
}

function closed({ state, acceptedName }: Incident): DomainError {
  const how = state === 'false_alarm' ? 'was closed as a false alarm' : 'is already resolved';
  const who = acceptedName ? `; ${acceptedName} had it` : '';
  return new DomainError('conflict', 'incident-closed', `This emergency ${how}${who}`);
}
