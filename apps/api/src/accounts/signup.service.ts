import { DomainError } from '@domain/errors/domain-error';
import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import { Journal, type Actor } from '@platform/journal/journal';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { PlatformDb, type PlatformQuery } from '@platform/tenancy/platform-db';
import { ArrivalsService } from '../identity/arrivals.service.js';
import type { SessionTokens, Visitor } from '../identity/identity.types.js';
import { addAgency, addContractor, reserveAccount } from './signup.queries.js';
import type { NewContractor } from './signup.types.js';

/** From an address that has answered to an agency or a contractor with its first member. */
@Injectable()
export class SignupService {
  constructor(
    private readonly accounts: AccountDb,
    private readonly platform: PlatformDb,
    private readonly arrivals: ArrivalsService,
    private readonly journal: Journal,
  ) {}

  /** Everything or nothing in one transaction; the link works once. Throws `link-not-valid`, `already-signed-up`. */
  async verify(token: string, visitor: Visitor): Promise<SessionTokens> {
    const { kind, becomesId } = await this.arrivals.find(token);
    return kind === 'contractor'
      ? this.accounts.within(becomesId as AccountId, (tx) => this.openContractor(tx, token, visitor))
      : this.platform.within((query) => this.openAgency(query, token, visitor));
  }

  /**
   * A contractor with draft settings and the agent off; asking again with the same id changes nothing. True when it was
   * added now. Throws `account-id-taken` when the id is another agency's.
   */
  createContractor(contractor: NewContractor, actor: Actor): Promise<boolean> {
    return this.accounts.within(contractor.accountId, (tx) => this.add(tx, contractor, actor));
  }

  private async openContractor(tx: AccountTx, token: string, visitor: Visitor): Promise<SessionTokens> {
    const query: PlatformQuery = (sql, parameters) => tx.query(sql, parameters);
    const { user, organisation, timeZone } = await this.arrivals.redeem(query, token, visitor);
    const contractor = { accountId: tx.accountId, agencyId: null, name: organisation, timeZone };
    const owner = { ownerName: firstName(user.name), ownerEmail: user.email };
    await this.add(tx, { ...contractor, ...owner }, { type: 'user', id: user.id });
    const place = { accountId: tx.accountId, agencyId: null, role: 'owner' } as const;
    return this.arrivals.welcome(query, user, { place, visitor });
  }

  private async openAgency(query: PlatformQuery, token: string, visitor: Visitor): Promise<SessionTokens> {
    const { user, becomesId, organisation } = await this.arrivals.redeem(query, token, visitor);
    await addAgency(query, becomesId, organisation);
    const place = { accountId: null, agencyId: becomesId, role: 'agency_admin' } as const;
    return this.arrivals.welcome(query, user, { place, visitor });
  }

  private async add(tx: AccountTx, contractor: NewContractor, actor: Actor): Promise<boolean> {
    if (!(await reserveAccount(tx, contractor.agencyId)))
      throw new DomainError('conflict', 'account-id-taken', 'This id belongs to another account.');
    if (!(await addContractor(tx, contractor))) return false;
    await this.journal.record(tx, { event: 'account.created', subjectId: tx.accountId, actor });
    return true;
  }
}

/** "this is Alex, Dave's assistant": the greeting speaks of people by their first name. */
const firstName = (name: string): string => name.trim().split(/\s+/)[0] ?? name;
