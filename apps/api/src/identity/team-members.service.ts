import type { AccountRole, Role } from '@domain/access/capabilities';
import { refusalOfChange, type TeamChangeRefusal } from '@domain/access/team-change';
import { DomainError, notFound } from '@domain/errors/domain-error';
import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import { Journal } from '@platform/journal/journal';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { PlatformDb, type PlatformQuery } from '@platform/tenancy/platform-db';
import { recordEvent } from './events.queries.js';
import type { CurrentAgencyAdmin, CurrentMember } from './identity.types.js';
import { lockTeam, membersOf, removeMembership, setRole, type TeamMemberRow, type TeamOf } from './team.queries.js';

const REFUSALS: Record<TeamChangeRefusal, string> = {
  'own-role': 'Somebody else has to change your own role.',
  'last-owner': 'An account needs an owner. Make somebody else an owner first.',
  'last-admin': 'An agency needs an admin. Invite another first.',
};

/** One member's change: the new role, or null to remove them. */
interface Change {
  userId: string;
  becomes: AccountRole | null;
}

const ofAccount = (accountId: AccountId): TeamOf => ({ accountId, agencyId: null });
const ofAgency = (agencyId: string): TeamOf => ({ accountId: null, agencyId });
/** Team rows belong to no tenant table, but a change of them and its journal entry are one transaction. */
const queryOf = (tx: AccountTx): PlatformQuery => tx.query.bind(tx);

/** Who belongs to an account or an agency. A change is felt with the next request, on every replica. */
@Injectable()
export class TeamMembersService {
  constructor(
    private readonly db: AccountDb,
    private readonly platform: PlatformDb,
    private readonly journal: Journal,
  ) {}

  list(accountId: AccountId): Promise<TeamMemberRow[]> {
    return this.platform.within((query) => membersOf(query, ofAccount(accountId)));
  }

  /** Throws `member-not-found`, `own-role` and `last-owner`. */
  changeRole(member: CurrentMember, userId: string, role: AccountRole): Promise<TeamMemberRow> {
    return this.db.within(member.accountId, async (tx) => {
      const before = await this.change(queryOf(tx), ofAccount(member.accountId), member.id, { userId, becomes: role });
      if (before.role !== role) await this.record(tx, member, { userId, from: before.role, to: role });
      return { ...before, role };
    });
  }

  /** Throws `member-not-found`, `own-role` and `last-owner`. */
  async remove(member: CurrentMember, userId: string): Promise<void> {
    await this.db.within(member.accountId, async (tx) => {
      const team = ofAccount(member.accountId);
      const before = await this.change(queryOf(tx), team, member.id, { userId, becomes: null });
      await this.record(tx, member, { userId, from: before.role, to: null });
    });
  }

  listOfAgency(agencyId: string): Promise<TeamMemberRow[]> {
    return this.platform.within((query) => membersOf(query, ofAgency(agencyId)));
  }

  /** Throws `member-not-found`, `own-role` and `last-admin`. */
  async removeFromAgency(admin: CurrentAgencyAdmin, userId: string): Promise<void> {
    await this.platform.within(async (query) => {
      await this.change(query, ofAgency(admin.agencyId), admin.id, { userId, becomes: null });
      const data = { agencyId: admin.agencyId, by: admin.id };
      await recordEvent(query, { event: 'membership.removed', userId, data });
    });
  }

  private async change(query: PlatformQuery, team: TeamOf, by: string, change: Change): Promise<TeamMemberRow> {
    const members = await lockTeam(query, team);
    const subject = members.find((member) => member.userId === change.userId);
    if (!subject) throw notFound('member');
    const refusal = refusalOfChange(members, { by, ...change });
    if (refusal) throw new DomainError('conflict', refusal, REFUSALS[refusal]);
    if (change.becomes) await setRole(query, subject.membershipId, change.becomes);
    else await removeMembership(query, subject.membershipId);
    return subject;
  }

  private record(
    tx: AccountTx,
    { actor }: CurrentMember,
    data: { userId: string; from: Role; to: Role | null },
  ): Promise<void> {
    const event = data.to ? 'member.role_changed' : 'member.removed';
    return this.journal.record(tx, { event, subjectId: data.userId, actor, data });
  }
}
