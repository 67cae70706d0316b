import { notFound } from '@domain/errors/domain-error';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import { Journal, type Actor } from '@platform/journal/journal';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { changesBetween, savedChanges, snapshotOf, toldChanges, type Change } from './changes.js';
import { keepVersion, storedVersion, storedVersions, type StoredVersion } from './config-versions.queries.js';
import { ConfigService } from './config.service.js';
import type { AfterHoursConfig } from './config.types.js';

/** How a version came to be. */
export interface Saving {
  actor: Actor;
  note: string | null;
  restoredFrom: number | null;
}

/** A version that has reached the provider. */
export interface Publication {
  lineId: string;
  hash: string;
  version: number;
  /** What callers heard before; null when that is not known. */
  earlierVersion: number | null;
}

/** What was in force when, and what callers hear: every save is a version (VTCR 1.3). */
@Injectable()
export class ConfigVersionsService {
  constructor(
    private readonly config: ConfigService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Keeps the version that was in force too: settings laid by a seed or a sign-up were never saved by anybody. */
  async keep(tx: AccountTx, before: AfterHoursConfig, after: AfterHoursConfig, saving: Saving): Promise<void> {
    const { actor, note, restoredFrom } = saving;
    const changed = savedChanges(before, after).map(({ field }) => field);
    const savedAt = this.clock.now();
    const { version } = after;
    await keepVersion(tx, { ...baseline(before), savedAt });
    await keepVersion(tx, {
      number: version,
      settings: snapshotOf(after),
      changed,
      savedBy: actor,
      savedAt,
      note,
      restoredFrom,
    });
    const data = { changed, version, ...(restoredFrom === null ? {} : { restoredFrom }) };
    await this.journal.record(tx, { event: 'config.changed', subjectId: tx.accountId, actor, data });
  }

  /** Newest first. The one in force is always among the first page, also when nobody has saved yet. */
  async list(tx: AccountTx, page: { before: number | null; limit: number }): Promise<StoredVersion[]> {
    const stored = await storedVersions(tx, page);
    if (page.before !== null || stored.length > 0) return stored;
    return [await this.inForce(tx)];
  }

  /** Throws `config-version-not-found`. */
  async get(tx: AccountTx, number: number): Promise<StoredVersion> {
    const stored = await storedVersion(tx, number);
    if (stored) return stored;
    const current = await this.inForce(tx);
    if (current.number !== number) throw notFound('config version');
    return current;
  }

  /** What differs between two versions. Throws `config-version-not-found`. */
  async diff(tx: AccountTx, from: number, to: number): Promise<Change[]> {
    return changesBetween((await this.get(tx, from)).settings, (await this.get(tx, to)).settings);
  }

  /** Says in the journal that the assistant was updated, with the changed fields from old to new (VTCR 1.3). */
  async tellPublished(tx: AccountTx, { lineId, hash, version, earlierVersion }: Publication): Promise<void> {
    const earlier = await storedVersion(tx, earlierVersion ?? version - 1);
    const later = await storedVersion(tx, version);
    const changed = earlier && later ? toldChanges(changesBetween(earlier.settings, later.settings)) : null;
    const data = { hash, version, ...(changed ? { changed } : {}) };
    await this.journal.record(tx, { event: 'vapi_config_updated', subjectId: lineId, actor: { type: 'system' }, data });
  }

  private async inForce(tx: AccountTx): Promise<StoredVersion> {
    const config = await this.config.read(tx);
    return { ...baseline(config), savedByName: null, savedAt: await this.config.savedAt(tx) };
  }
}

const baseline = (config: AfterHoursConfig) => ({
  number: config.version,
  settings: snapshotOf(config),
  changed: [],
  savedBy: { type: 'system' } as const,
  note: null,
  restoredFrom: null,
});
