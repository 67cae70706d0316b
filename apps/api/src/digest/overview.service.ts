import { mayAlsoSee } from '@domain/access/decide-access';
import { dutyBadge } from '@domain/hours/hours-wording';
import { isOpen } from '@domain/hours/office-hours';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import { ConfigService } from '../config/config.service.js';
import type { AfterHoursConfig } from '../config/config.types.js';
import type { CurrentMember } from '../identity/identity.types.js';
import { DigestArchiveService } from './digest-archive.service.js';
import type { Overview } from './digest.types.js';
import { OverviewStateService } from './overview-state.service.js';

/** The After-Hours page at a glance (VTCR 1.1, 2.1, 3.1). */
@Injectable()
export class OverviewService {
  constructor(
    private readonly db: AccountDb,
    private readonly config: ConfigService,
    private readonly state: OverviewStateService,
    private readonly archive: DigestArchiveService,
  ) {}

  /** Agency people see the counts but not the digest: it repeats what callers said. */
  read(member: CurrentMember): Promise<Overview> {
    return this.db.within(member.accountId, async (tx) => {
      const config = await this.config.read(tx);
      const state = await this.state.read(tx);
      return {
        account: { name: config.accountName, timeZone: config.timeZone },
        agent: agentState(config, state.now),
        ...state,
        lastDigest: mayAlsoSee(member, 'digests.read') ? await this.archive.latest(tx) : null,
      };
    });
  }
}

function agentState(config: AfterHoursConfig, now: Date): Overview['agent'] {
  const hours = { weekly: config.hours, specialDays: config.closures, timeZone: config.timeZone };
  return {
    active: config.isActive,
    answering: config.isActive && (config.alwaysActive || !isOpen(hours, now)),
    badge: dutyBadge(config, hours, now),
  };
}
