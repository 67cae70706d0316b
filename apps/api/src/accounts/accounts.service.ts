import { notFound } from '@domain/errors/domain-error';
import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { MembershipsService } from '../identity/memberships.service.js';
import { Account } from './account.entity.js';
import type { AccountProfile, Me } from './accounts.types.js';

/** Contractors and who may enter them. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly db: AccountDb,
    private readonly memberships: MembershipsService,
  ) {}

  /** The contractor's name, zone and state. Throws `account-not-found`. */
  async profile(tx: AccountTx): Promise<AccountProfile> {
    const account = await tx.findOne(Account, {});
    if (!account) throw notFound('account');
    return { accountId: tx.accountId, name: account.name, timeZone: account.timeZone, state: account.state };
  }

  async me(userId: string): Promise<Me> {
    const person = await this.memberships.person(userId);
    if (!person) throw notFound('user');
    const accounts = await this.memberships.accountsOf(userId);
    const profiles = await Promise.all(accounts.map((account) => this.profileOf(account.accountId)));
    return {
      user: person,
      accounts: accounts.map((account, index) => ({
        ...account,
        name: profiles[index]?.name ?? '',
        timeZone: profiles[index]?.timeZone ?? 'UTC',
      })),
      agencies: await this.memberships.agenciesOf(userId),
    };
  }

  private profileOf(accountId: AccountId): Promise<AccountProfile> {
    return this.db.within(accountId, (tx) => this.profile(tx));
  }
}
