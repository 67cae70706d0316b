import { stale } from '@domain/errors/domain-error';
import type { SetupState } from '@domain/persona/setup-state';
import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import { Jobs } from '@platform/jobs/jobs';
import type { Actor } from '@platform/journal/journal';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { ConfigVersionsService } from './config-versions.service.js';
import { claimVersion, firstLine, hasOnCallPerson } from './config.queries.js';
import { ConfigService } from './config.service.js';
import type { ConfigPatch } from './config.types.js';
import { refuseImpossible, setupOf, type ShownSettings } from './save-rules.js';

export interface SettingsChange {
  /** The version the person has seen. */
  version: number;
  patch: ConfigPatch;
  actor: Actor;
  note?: string | null;
  restoredFrom?: number;
}

/** The settings page: what is set, and changing it. */
@Injectable()
export class SettingsService {
  constructor(
    private readonly db: AccountDb,
    private readonly config: ConfigService,
    private readonly versions: ConfigVersionsService,
    private readonly jobs: Jobs,
  ) {}

  show(accountId: AccountId): Promise<ShownSettings> {
    return this.db.within(accountId, (tx) => this.shown(tx));
  }

  /** What is missing before the agent can be switched on, for the set-up wizard. */
  async setup(tx: AccountTx): Promise<SetupState> {
    return setupOf(await this.shown(tx));
  }

  /**
   * Saves over `version` only, keeps the result as a version, and has the assistant published from it (VTCR 1.1, 1.3).
   * Throws `config-changed`, `setup-incomplete`, `recording-notice-required`, `hours-invalid`, `greeting-invalid`, `voice-unknown`.
   */
  save(accountId: AccountId, change: SettingsChange): Promise<ShownSettings> {
    return this.db.within(accountId, (tx) => this.saveIn(tx, change));
  }

  async saveIn(tx: AccountTx, change: SettingsChange): Promise<ShownSettings> {
    const before = await this.shown(tx);
    refuseImpossible(before, change.patch);
    if (!(await claimVersion(tx, change.version))) throw stale('config');
    await this.config.store(tx, change.patch);
    const after = await this.shown(tx);
    await this.follow(tx, before, { after, change });
    return after;
  }

  private async follow(
    tx: AccountTx,
    before: ShownSettings,
    { after, change }: { after: ShownSettings; change: SettingsChange },
  ): Promise<void> {
    const { actor, note = null, restoredFrom = null } = change;
    await this.versions.keep(tx, before.config, after.config, { actor, note, restoredFrom });
    const { accountId } = tx;
    // One job for each version: a job that is being fetched at this moment may have read the settings before this save.
    const singletonKey = `${accountId}/${after.config.version}`;
    await this.jobs.enqueue(tx, 'assistant.publish', { accountId, id: accountId }, { singletonKey });
    await this.jobs.enqueue(tx, 'digest.reschedule', { accountId, id: accountId }, { singletonKey });
  }

  async shown(tx: AccountTx): Promise<ShownSettings> {
    const [config, line] = [await this.config.read(tx), await firstLine(tx)];
    return { config, line, hasOnCallPerson: await hasOnCallPerson(tx) };
  }
}
