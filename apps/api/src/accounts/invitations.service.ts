import type { AccountRole } from '@domain/access/capabilities';
import { notFound } from '@domain/errors/domain-error';
import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import { Journal } from '@platform/journal/journal';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { PlatformDb, type PlatformQuery } from '@platform/tenancy/platform-db';
import type { CurrentAgencyAdmin, CurrentMember } from '../identity/identity.types.js';
import { InvitationDesk, type Inviting } from '../identity/invitation-desk.service.js';
import type { OpenInvitation } from '../identity/invitation.types.js';
import { Account } from './account.entity.js';
import { agencyName } from './signup.queries.js';

/** An invitation is no tenant row, but it and its journal entry are one transaction. */
const queryOf = (tx: AccountTx): PlatformQuery => tx.query.bind(tx);

/** Inviting people to an account, or to the agency itself. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly db: AccountDb,
    private readonly platform: PlatformDb,
    private readonly desk: InvitationDesk,
    private readonly journal: Journal,
  ) {}

  list(accountId: AccountId): Promise<OpenInvitation[]> {
    return this.platform.within((query) => this.desk.list(query, { accountId, agencyId: null }));
  }

  /** Throws what `InvitationDesk.invite` does. */
  invite(member: CurrentMember, whom: { email: string; role: AccountRole }): Promise<OpenInvitation> {
    return this.db.within(member.accountId, async (tx) => {
      const invitation = await this.desk.invite(queryOf(tx), await inviting(tx, member), whom);
      await this.record(tx, member, { event: 'invitation.sent', invitation });
      return invitation;
    });
  }

  /** Throws `invitation-not-found` and what `invite` does. */
  resend(member: CurrentMember, id: string): Promise<OpenInvitation> {
    return this.db.within(member.accountId, async (tx) => {
      const invitation = await this.desk.resend(queryOf(tx), await inviting(tx, member), id);
      await this.record(tx, member, { event: 'invitation.sent', invitation });
      return invitation;
    });
  }

  /** Throws `invitation-not-found`. */
  async revoke(member: CurrentMember, id: string): Promise<void> {
    await this.db.within(member.accountId, async (tx) => {
      await this.desk.revoke(queryOf(tx), await inviting(tx, member), id);
      await this.journal.record(tx, { event: 'invitation.revoked', subjectId: id, actor: member.actor });
    });
  }

  listOfAgency(agencyId: string): Promise<OpenInvitation[]> {
    return this.platform.within((query) => this.desk.list(query, { accountId: null, agencyId }));
  }

  inviteToAgency(admin: CurrentAgencyAdmin, email: string): Promise<OpenInvitation> {
    return this.platform.within(async (query) =>
      this.desk.invite(query, await agencyInviting(query, admin), { email, role: 'agency_admin' }),
    );
  }

  resendOfAgency(admin: CurrentAgencyAdmin, id: string): Promise<OpenInvitation> {
    return this.platform.within(async (query) => this.desk.resend(query, await agencyInviting(query, admin), id));
  }

  async revokeOfAgency(admin: CurrentAgencyAdmin, id: string): Promise<void> {
    await this.platform.within(async (query) => this.desk.revoke(query, await agencyInviting(query, admin), id));
  }

  private record(
    tx: AccountTx,
    { actor }: CurrentMember,
    { event, invitation }: { event: string; invitation: OpenInvitation },
  ): Promise<void> {
    return this.journal.record(tx, { event, subjectId: invitation.id, actor, data: { role: invitation.role } });
  }
}

async function inviting(tx: AccountTx, member: CurrentMember): Promise<Inviting> {
  const account = await tx.findOne(Account, {});
  if (!account) throw notFound('account');
  return { team: { accountId: tx.accountId, agencyId: null }, organisation: account.name, by: member.id };
}

async function agencyInviting(query: PlatformQuery, { agencyId, id }: CurrentAgencyAdmin): Promise<Inviting> {
  return { team: { accountId: null, agencyId }, organisation: await agencyName(query, agencyId), by: id };
}
