import { notFound } from '@domain/errors/domain-error';
import type { AccountId } from '@domain/ids';
import { byBadness } from '@domain/onboarding/contractor-health';
import { Injectable } from '@nestjs/common';
import { Journal } from '@platform/journal/journal';
import { AccountDb } from '@platform/tenancy/account-db';
import { PlatformDb } from '@platform/tenancy/platform-db';
import type { CurrentAgencyAdmin } from '../identity/identity.types.js';
import { accountsOfAgency, setStatus } from './contractor-health.queries.js';
import { ContractorHealthService, type ListedContractor } from './contractor-health.service.js';

/** Each contractor is looked at in a transaction of its own; so many at a time leave the pool to the callers. */
const AT_ONCE = 4;

/** The contractors an agency looks after. */
@Injectable()
export class ContractorsService {
  constructor(
    private readonly accounts: AccountDb,
    private readonly platform: PlatformDb,
    private readonly journal: Journal,
    private readonly health: ContractorHealthService,
  ) {}

  /** Worst first, then by name. */
  async list(agencyId: string): Promise<ListedContractor[]> {
    const accounts = await accountsOfAgency(this.platform, agencyId);
    const seen = await inBatches(accounts, (account) => this.health.look(account));
    return seen
      .flatMap((found) => (found ? [found] : []))
      .toSorted((one, other) => byBadness(one.health.level, other.health.level) || one.name.localeCompare(other.name));
  }

  /**
   * A suspended contractor's people are shut out; its phone is still answered and running ladders go on. Throws
   * `contractor-not-found`.
   */
  async setStatus(admin: CurrentAgencyAdmin, accountId: string, status: 'active' | 'suspended'): Promise<void> {
    const { agencyId, actor } = admin;
    if (!(await setStatus(this.platform, { agencyId, accountId, status }))) throw notFound('contractor');
    const event = status === 'suspended' ? 'account.suspended' : 'account.reactivated';
    await this.accounts.within(accountId as AccountId, (tx) =>
      this.journal.record(tx, { event, subjectId: accountId, actor }),
    );
  }
}

async function inBatches<Item, Found>(items: Item[], look: (item: Item) => Promise<Found>): Promise<Found[]> {
  const found: Found[] = [];
  for (let start = 0; start < items.length; start += AT_ONCE)
    found.push(...(await Promise.all(items.slice(start, start + AT_ONCE).map(look))));
  return found;
}
