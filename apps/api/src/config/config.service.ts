import { notFound, stale } from '@domain/errors/domain-error';
import type { AccountId } from '@domain/ids';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import { Jobs } from '@platform/jobs/jobs';
import { Journal, type Actor } from '@platform/journal/journal';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { AfterHoursSettings } from './after-hours-settings.entity.js';
import { accountProfile } from './config.queries.js';
import type { AfterHoursConfig, ConfigPatch } from './config.types.js';

/** What a contractor decided about its nights. */
@Injectable()
export class ConfigService {
  constructor(
    private readonly db: AccountDb,
    private readonly journal: Journal,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** Throws not-found while the account has no settings yet. */
  async read(tx: AccountTx): Promise<AfterHoursConfig> {
    const settings = await tx.findOne(AfterHoursSettings, {});
    const profile = await accountProfile(tx);
    if (!settings || !profile) throw notFound('config');
    const { accountId: _, updatedAt: __, ...decided } = settings;
    return { ...decided, ...profile };
  }

  /** Saves over `version` only, and has the assistant published from the result (VTCR 1.3). Throws `config-changed`. */
  saveConfig(accountId: AccountId, version: number, patch: ConfigPatch, actor: Actor): Promise<AfterHoursConfig> {
    return this.db.within(accountId, async (tx) => {
      const before = await this.read(tx);
      const saved = await tx.update(AfterHoursSettings, { version }, { ...patch, ...this.stamp(version) });
      if (saved === 0) throw stale('config');
      const after = await this.read(tx);
      const changed = changedFields(before, after);
      await this.journal.record(tx, { event: 'config.changed', subjectId: accountId, actor, data: { changed } });
      await this.jobs.enqueue(tx, 'assistant.publish', { accountId, id: accountId });
      await this.jobs.enqueue(tx, 'digest.reschedule', { accountId, id: accountId });
      return after;
    });
  }

  private stamp(version: number): Pick<AfterHoursSettings, 'version' | 'updatedAt'> {
    return { version: version + 1, updatedAt: this.clock.now() };
  }
}

/** Names only: the values may hold a person's number or a secret address. */
const changedFields = (before: AfterHoursConfig, after: AfterHoursConfig): string[] =>
  (Object.keys(after) as (keyof AfterHoursConfig)[]).filter(
    (field) => field !== 'version' && JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
