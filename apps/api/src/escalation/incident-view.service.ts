import { notFound } from '@domain/errors/domain-error';
import { isUnanswered } from '@domain/escalation/incident';
import type { LadderPeople } from '@domain/escalation/plan-people';
import { wantOf } from '@domain/escalation/policy-choice';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import type { AccountTx } from '@platform/tenancy/account-tx';
import type { MemberActor } from '../identity/identity.types.js';
import { MembershipsService } from '../identity/memberships.service.js';
import { Alert } from './alert.entity.js';
import { contactNames, timelineRows, type TimelineRow } from './incident-page.queries.js';
import { Incident } from './incident.entity.js';
import type { ShownIncident } from './incidents.dto.js';
import { StepPeopleService } from './step-people.service.js';

/** Gathers an incident with everything that happened around it, for the screen and for the proof. */
@Injectable()
export class IncidentViewService {
  constructor(
    private readonly clock: Clock,
    private readonly memberships: MembershipsService,
    private readonly people: StepPeopleService,
  ) {}

  /** Throws `incident-not-found`. */
  async shown(tx: AccountTx, incidentId: string): Promise<ShownIncident> {
    const incident = await tx.findOne(Incident, { id: incidentId });
    if (!incident) throw notFound('incident');
    const alerts = await tx.find(Alert, { incidentId }, { id: 'ASC' });
    const timeline = await timelineRows(tx, incidentId);
    const names = await contactNames(tx);
    for (const actor of membersIn(timeline))
      names.set(actor.id, (await this.memberships.nameOf(actor)) ?? 'The office');
    return { incident, alerts, timeline, names, people: await this.peopleOf(tx, incident) };
  }

  /** A ladder that has stopped names whom it would have turned to when it opened, not who is on call today. */
  private async peopleOf(tx: AccountTx, incident: Incident): Promise<LadderPeople> {
    const { policy, people: atOpening } = incident.policy;
    const now = await this.people.at(tx, policy, this.clock.now(), wantOf(incident));
    const onCall = isUnanswered(incident.state) ? (now.onCall ?? atOpening) : (atOpening ?? now.onCall);
    return { ...now, onCall };
  }
}

/** Everybody from the office, and every connected system, that did something; contacts are known by other means. */
function membersIn(rows: TimelineRow[]): MemberActor[] {
  const members = rows.flatMap(({ actor: { type, id } }): MemberActor[] =>
    (type === 'user' || type === 'api_key') && id ? [{ type, id }] : [],
  );
  return [...new Map(members.map((member) => [member.id, member])).values()];
}
