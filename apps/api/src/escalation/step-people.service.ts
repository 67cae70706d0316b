import { DomainError } from '@domain/errors/domain-error';
import type { LadderPeople } from '@domain/escalation/plan-people';
import type { EscalationPolicy } from '@domain/escalation/policy';
import { wantOf } from '@domain/escalation/policy-choice';
import { contactsIn, groupsIn } from '@domain/escalation/policy-steps';
import type { OnCallPerson } from '@domain/on-call/roster';
import type { OnCallWant } from '@domain/on-call/schedule.types';
import { Injectable } from '@nestjs/common';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { OnCallService } from '../on-call/on-call.service.js';
import type { Incident } from './incident.entity.js';
import { activePeople } from './policies.queries.js';

/** Gathers everybody a ladder could page, so that the plan can decide without asking anybody. */
@Injectable()
export class StepPeopleService {
  constructor(private readonly onCall: OnCallService) {}

  /** Who stands behind the targets of `policy` at `at`, for an emergency of this trade and place. */
  async at(tx: AccountTx, policy: EscalationPolicy, at: Date, want: OnCallWant): Promise<LadderPeople> {
    // Asked in one breath: each is a round trip otherwise, and a technician waits for them.
    const [onCall, contacts, groups, busy] = await Promise.all([
      this.onCallAt(tx, at, want),
      activePeople(tx, contactsIn(policy)),
      this.groups(tx, groupsIn(policy)),
      this.onCall.busyAt(tx, at),
    ]);
    return { onCall, contacts, groups, busy };
  }

  /** Who stands behind the steps of an open incident at `at`: asked again each time, never remembered. */
  async of(tx: AccountTx, incident: Incident, at: Date): Promise<LadderPeople> {
    const { policy, people: atOpening } = incident.policy;
    const asked = await this.at(tx, policy, at, wantOf(incident));
    // A roster that can't be read must not stop a ladder: the one copied at the opening serves.
    return { ...asked, onCall: asked.onCall ?? atOpening };
  }

  /** Null while the account has named nobody: a ladder of named contacts still runs. */
  private async onCallAt(tx: AccountTx, at: Date, want: OnCallWant): Promise<LadderPeople['onCall']> {
    try {
      return await this.onCall.onCallAt(tx, at, want);
    } catch (error) {
      if (error instanceof DomainError) return null;
      throw error;
    }
  }

  private async groups(tx: AccountTx, ids: string[]): Promise<Map<string, OnCallPerson[]>> {
    const groups = new Map<string, OnCallPerson[]>();
    for (const id of ids) {
      const members = await this.onCall.ringGroup(tx, id);
      if (members.length > 0) groups.set(id, members);
    }
    return groups;
  }
}
