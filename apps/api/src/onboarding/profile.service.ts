import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import { Jobs } from '@platform/jobs/jobs';
import { Journal } from '@platform/journal/journal';
import { AccountDb } from '@platform/tenancy/account-db';
import { newId } from '@platform/tenancy/new-id';
import { AccountsService } from '../accounts/accounts.service.js';
import type { CurrentMember } from '../identity/identity.types.js';
import { saveProfile } from './onboarding.queries.js';

export interface Profile {
  name: string;
  timeZone: string;
  state: string | null;
}

/** What the business is called and where it is. */
@Injectable()
export class ProfileService {
  constructor(
    private readonly db: AccountDb,
    private readonly journal: Journal,
    private readonly jobs: Jobs,
    private readonly accounts: AccountsService,
  ) {}

  show(accountId: AccountId): Promise<Profile> {
    return this.db.within(accountId, async (tx) => {
      const { name, timeZone, state } = await this.accounts.profile(tx);
      return { name, timeZone, state };
    });
  }

  /** The agent says the name, the digest and the router follow the zone: both are made anew. */
  save({ accountId, actor }: CurrentMember, { name, timeZone, state }: Profile): Promise<Profile> {
    return this.db.within(accountId, async (tx) => {
      const before = await this.accounts.profile(tx);
      await saveProfile(tx, { name, timeZone, state });
      const changed = (['name', 'timeZone', 'state'] as const).filter(
        (field) => before[field] !== { name, timeZone, state }[field],
      );
      await this.journal.record(tx, { event: 'account.changed', subjectId: accountId, actor, data: { changed } });
      const once = { singletonKey: newId() };
      await this.jobs.enqueue(tx, 'assistant.publish', { accountId, id: accountId }, once);
      await this.jobs.enqueue(tx, 'digest.reschedule', { accountId, id: accountId }, once);
      return { name, timeZone, state };
    });
  }
}
