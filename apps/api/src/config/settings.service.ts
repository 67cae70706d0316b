import { DomainError, stale } from '@domain/errors/domain-error';
import type { AccountId } from '@domain/ids';
import { mayAttestNoNotice } from '@domain/persona/disclosure';
import { Injectable } from '@nestjs/common';
import { Jobs } from '@platform/jobs/jobs';
import { Journal, type Actor } from '@platform/journal/journal';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { claimVersion, firstLine, type LineState } from './config.queries.js';
import { ConfigService } from './config.service.js';
import type { AfterHoursConfig, ConfigPatch } from './config.types.js';

export interface ShownSettings {
  config: AfterHoursConfig;
  line: LineState;
}

/** The settings page: what is set, and changing it. */
@Injectable()
export class SettingsService {
  constructor(
    private readonly db: AccountDb,
    private readonly config: ConfigService,
    private readonly journal: Journal,
    private readonly jobs: Jobs,
  ) {}

  show(accountId: AccountId): Promise<ShownSettings> {
    return this.db.within(accountId, (tx) => this.shown(tx));
  }

  /**
   * Saves over `version` only, and has the assistant published from the result (VTCR 1.1, 1.3). Throws `config-changed`,
   * `setup-incomplete`, `recording-notice-required`.
   */
  save(accountId: AccountId, change: { version: number; patch: ConfigPatch; actor: Actor }): Promise<ShownSettings> {
    return this.db.within(accountId, async (tx) => {
      const before = await this.shown(tx);
      refuseImpossible(before, change.patch);
      if (!(await claimVersion(tx, change.version))) throw stale('config');
      await this.config.store(tx, change.patch);
      const after = await this.shown(tx);
      const changed = changedFields(before.config, after.config);
      const { actor } = change;
      await this.journal.record(tx, { event: 'config.changed', subjectId: accountId, actor, data: { changed } });
      await this.jobs.enqueue(tx, 'assistant.publish', { accountId, id: accountId });
      await this.jobs.enqueue(tx, 'digest.reschedule', { accountId, id: accountId });
      return after;
    });
  }

  private async shown(tx: AccountTx): Promise<ShownSettings> {
    return { config: await this.config.read(tx), line: await firstLine(tx) };
  }
}

function refuseImpossible({ config, line }: ShownSettings, patch: ConfigPatch): void {
  if (patch.isActive && !config.isActive && !(line.number && line.hasAssistant))
    throw new DomainError('conflict', 'setup-incomplete', 'Complete setup to activate your after-hours agent.');
  if (patch.recordingNotice === 'attested_off' && !mayAttestNoNotice(config.state))
    throw new DomainError(
      'invalid',
      'recording-notice-required',
      'Your state requires callers to hear that the call is recorded.',
    );
}

/** Names only: the values may hold a person's number or a secret address. */
const changedFields = (before: AfterHoursConfig, after: AfterHoursConfig): string[] =>
  (Object.keys(after) as (keyof AfterHoursConfig)[]).filter(
    (field) => field !== 'version' && JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
