import { DomainError, notFound } from '@domain/errors/domain-error';
import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import { Journal } from '@platform/journal/journal';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { newId } from '@platform/tenancy/new-id';
import { closeGrant, grantsOf, storeGrant, type GrantRow } from './access-grants.queries.js';
import type { CurrentMember } from './identity.types.js';

/** An owner lets the agency read what callers said, for a while. Asked on every request, so closing one works at once. */
@Injectable()
export class AccessGrantsService {
  constructor(
    private readonly db: AccountDb,
    private readonly journal: Journal,
  ) {}

  list(accountId: AccountId): Promise<GrantRow[]> {
    return this.db.within(accountId, grantsOf);
  }

  /** Throws `no-agency` for a contractor that nobody looks after. */
  open(member: CurrentMember, hours: number): Promise<GrantRow> {
    return this.db.within(member.accountId, async (tx) => {
      const id = newId();
      if (!(await storeGrant(tx, { id, grantedBy: member.id, hours })))
        throw new DomainError('conflict', 'no-agency', 'No agency looks after this account, so nobody needs access.');
      await this.record(tx, member, { event: 'access_grant.opened', subjectId: id, data: { hours } });
      return this.find(tx, id);
    });
  }

  /** Closing one that is over changes nothing. Throws `access-grant-not-found`. */
  close(member: CurrentMember, id: string): Promise<GrantRow> {
    return this.db.within(member.accountId, async (tx) => {
      await this.find(tx, id);
      if (await closeGrant(tx, id, member.id))
        await this.record(tx, member, { event: 'access_grant.closed', subjectId: id });
      return this.find(tx, id);
    });
  }

  private async find(tx: AccountTx, id: string): Promise<GrantRow> {
    const grant = (await grantsOf(tx)).find((one) => one.id === id);
    if (!grant) throw notFound('access grant');
    return grant;
  }

  private record(
    tx: AccountTx,
    { actor }: CurrentMember,
    entry: { event: string; subjectId: string; data?: Record<string, unknown> },
  ): Promise<void> {
    return this.journal.record(tx, { ...entry, actor });
  }
}
