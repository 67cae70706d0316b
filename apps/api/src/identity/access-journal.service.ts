import { ruleOf } from '@domain/access/capabilities';
import type { AccessDecision } from '@domain/access/decide-access';
import { Injectable } from '@nestjs/common';
import { Journal } from '@platform/journal/journal';
import { AccountDb } from '@platform/tenancy/account-db';
import { PlatformDb } from '@platform/tenancy/platform-db';
import type { Wanted } from './access.types.js';
import { recordEvent } from './events.queries.js';
import type { CurrentMember, SignedInUser } from './identity.types.js';
import { Sampler } from './sampler.js';

/** Who was refused, and what an agency read under a grant (AUD-01). */
@Injectable()
export class AccessJournal {
  /** One entry a minute per person and wish: whoever hammers a closed door must not fill the journal. */
  private readonly sampler = new Sampler(60_000, 5_000);

  constructor(
    private readonly db: AccountDb,
    private readonly platform: PlatformDb,
    private readonly journal: Journal,
  ) {}

  /** Somebody of the account was refused; the account's own journal says so. */
  async denied(member: CurrentMember, { capability }: Wanted, decision: AccessDecision): Promise<void> {
    if (!this.sampler.isNews(`${member.accountId} ${member.actor.id} ${capability ?? ''} ${decision}`)) return;
    await this.db.within(member.accountId, (tx) =>
      this.journal.record(tx, {
        event: 'access.denied',
        subjectId: null,
        actor: member.actor,
        data: { capability: capability ?? null, role: member.role, reason: decision },
      }),
    );
  }

  /** Somebody asked for an account or agency that is not theirs. Written beside them, never into the stranger's journal. */
  async probed(user: SignedInUser, what: 'account' | 'agency'): Promise<void> {
    if (!this.sampler.isNews(`${user.id} ${what}`)) return;
    await this.platform.within((query) =>
      recordEvent(query, { event: 'access.denied', userId: user.id, familyId: user.familyId, data: { what } }),
    );
  }

  /** An agency read what callers said: each read is written down, not a sample. */
  async admitted({ accountId, actor, role, grantId }: CurrentMember, wanted: Wanted): Promise<void> {
    const { capability, subjectId } = wanted;
    if (role !== 'agency_admin' || !capability || ruleOf(capability).agency !== 'granted') return;
    await this.db.within(accountId, (tx) =>
      this.journal.record(tx, { event: 'access_grant.used', subjectId, actor, data: { capability, grantId } }),
    );
  }
}
