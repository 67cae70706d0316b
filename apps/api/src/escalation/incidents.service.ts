import { DomainError, notFound, stale } from '@domain/errors/domain-error';
import { isUnanswered } from '@domain/escalation/incident';
import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import type { CurrentMember } from '../identity/identity.types.js';
import { MembershipsService } from '../identity/memberships.service.js';
import { takerIdOf } from './acceptance.service.js';
import { Incident } from './incident.entity.js';
import { toIncidentDetail, type IncidentDetail } from './incidents.dto.js';
import { IncidentViewService } from './incident-view.service.js';
import { StaffActionsService, type Hand, type IncidentEnd } from './staff-actions.service.js';

/** A signed-in person who handles one emergency. */
export interface Handling {
  member: CurrentMember;
  incidentId: string;
  /** The version they saw; without it the last one to act wins. */
  version?: number | undefined;
}

interface Deed {
  /** Whether the incident stands already as asked: then nothing is done, so that a request can be repeated. */
  isDone?: (incident: Incident) => boolean;
  act: (hand: Hand) => Promise<void>;
}

/** Emergencies as people at a screen handle them. A merged call is handled as the emergency it belongs to. */
@Injectable()
export class IncidentsService {
  constructor(
    private readonly db: AccountDb,
    private readonly memberships: MembershipsService,
    private readonly views: IncidentViewService,
    private readonly actions: StaffActionsService,
  ) {}

  detail(accountId: AccountId, incidentId: string): Promise<IncidentDetail> {
    return this.db.within(accountId, async (tx) => toIncidentDetail(await this.views.shown(tx, incidentId)));
  }

  /** "I've got it", or, with a contact, "Mike has it". Throws `incident-taken` when somebody was faster, `incident-closed`. */
  accept(handling: Handling, contactId?: string): Promise<IncidentDetail> {
    const takerId = contactId ?? handling.member.actor.id;
    return this.handle(handling, {
      isDone: (incident) => !isUnanswered(incident.state) && takerIdOf(incident) === takerId,
      act: (hand) => this.actions.accept(hand, contactId),
    });
  }

  /** Throws `incident-closed` when it ended otherwise. */
  resolve(handling: Handling, end: Omit<IncidentEnd, 'state'>): Promise<IncidentDetail> {
    const { outcome, jobValueCents } = end;
    return this.handle(handling, {
      isDone: (incident) =>
        incident.state === 'resolved' &&
        (outcome === undefined || outcome === incident.outcome) &&
        (jobValueCents === undefined || jobValueCents === incident.jobValueCents),
      act: (hand) => this.actions.close(hand, { state: 'resolved', ...end }),
    });
  }

  falseAlarm(handling: Handling): Promise<IncidentDetail> {
    return this.handle(handling, {
      isDone: (incident) => incident.state === 'false_alarm',
      act: (hand) => this.actions.close(hand, { state: 'false_alarm' }),
    });
  }

  /** "Page someone else": the next step fires now; an accepted or given-up ladder starts again. */
  pageNext(handling: Handling): Promise<IncidentDetail> {
    return this.handle(handling, { act: (hand) => this.actions.pageNext(hand) });
  }

  /** Pages this contact now. Throws `contact-not-reachable`, `incident-closed`. */
  page(handling: Handling, contactId: string): Promise<IncidentDetail> {
    return this.handle(handling, { act: (hand) => this.actions.page(hand, contactId) });
  }

  /** A6: an emergency that was taken pages again. Nothing happens to one that is being paged. */
  pageAgain(handling: Handling): Promise<IncidentDetail> {
    return this.handle(handling, {
      isDone: (incident) => incident.state === 'alerting',
      act: (hand) => this.actions.pageAgain(hand),
    });
  }

  private async handle({ member, incidentId, version }: Handling, deed: Deed): Promise<IncidentDetail> {
    const name = (await this.memberships.nameOf(member.actor)) ?? 'The office';
    return this.db.within(member.accountId, async (tx) => {
      const incident = await lockedRoot(tx, incidentId);
      if (!deed.isDone?.(incident)) {
        if (version !== undefined && version !== incident.version) throw stale('incident');
        await deed.act({ tx, incident, member, name });
      }
      return toIncidentDetail(await this.views.shown(tx, incident.id));
    });
  }
}

/** Throws `incident-not-found`, `incident-is-drill`. */
async function lockedRoot(tx: AccountTx, incidentId: string): Promise<Incident> {
  const seen = await tx.findOne(Incident, { id: incidentId });
  const incident = seen ? await tx.lock(Incident, { id: seen.mergedInto ?? seen.id }) : null;
  if (!incident) throw notFound('incident');
  if (incident.isDrill) throw new DomainError('conflict', 'incident-is-drill', 'This is a drill: cancel it instead');
  return incident;
}
