import { wantOf, type EmergencyNature } from '@domain/escalation/policy-choice';
import { previewTurns } from '@domain/escalation/policy-preview';
import { unrolled } from '@domain/escalation/policy-steps';
import type { LadderSnapshot } from '@domain/escalation/snapshot';
import { Injectable } from '@nestjs/common';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { ConfigService } from '../config/config.service.js';
import { PolicySourceService } from './policy-source.service.js';
import { StepPeopleService } from './step-people.service.js';

const WATCHDOG_MINUTES = 15;

/** Copies onto an incident what must not change under a ladder that runs (decision 4). */
@Injectable()
export class SnapshotService {
  constructor(
    private readonly config: ConfigService,
    private readonly policies: PolicySourceService,
    private readonly people: StepPeopleService,
  ) {}

  /** Without anybody named the incident still opens, and turns red at once: silence would be worse. */
  async take(tx: AccountTx, nature: EmergencyNature, controlUrl: string | null, now: Date): Promise<LadderSnapshot> {
    const config = await this.config.read(tx);
    const want = wantOf(nature);
    const policy = await this.policies.policyFor(tx, want.trade ?? null);
    const people = await this.people.at(tx, policy, now, want);
    return {
      policy: unrolled(policy, (groupId) => people.groups.get(groupId)?.length ?? 0),
      startedAt: now.toISOString(),
      accountName: config.accountName,
      timeZone: config.timeZone,
      watchdogMinutes: config.watchdogEnabled ? WATCHDOG_MINUTES : null,
      people: people.onCall,
      reachingName: previewTurns(policy, people)[0]?.name ?? null,
      controlUrl,
    };
  }
}
