import { notFound } from '@domain/errors/domain-error';
import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import type { Actor } from '@platform/journal/journal';
import { AccountDb } from '@platform/tenancy/account-db';
import { patchFrom, type Change } from './changes.js';
import type { StoredVersion } from './config-versions.queries.js';
import { ConfigVersionsService } from './config-versions.service.js';
import type { ShownSettings } from './save-rules.js';
import { SettingsService } from './settings.service.js';

const LARGEST_NUMBER = 2_147_483_647;

/** The versions of an account's settings, as people look at them and go back to them. */
@Injectable()
export class HistoryService {
  constructor(
    private readonly db: AccountDb,
    private readonly versions: ConfigVersionsService,
    private readonly settings: SettingsService,
  ) {}

  list(accountId: AccountId, page: { before: number | null; limit: number }): Promise<StoredVersion[]> {
    return this.db.within(accountId, (tx) => this.versions.list(tx, page));
  }

  /** Throws `config-version-not-found`. */
  async get(accountId: AccountId, number: number): Promise<StoredVersion> {
    if (number < 1 || number > LARGEST_NUMBER) throw notFound('config version');
    return this.db.within(accountId, (tx) => this.versions.get(tx, number));
  }

  /** Throws `config-version-not-found`. */
  diff(accountId: AccountId, from: number, to: number): Promise<Change[]> {
    return this.db.within(accountId, (tx) => this.versions.diff(tx, from, to));
  }

  /** Throws `config-version-not-found`, `config-changed`, and what a save of those settings would throw today. */
  async restore(accountId: AccountId, number: number, by: { version: number; actor: Actor }): Promise<ShownSettings> {
    const older = await this.get(accountId, number);
    const note = `Restored version ${number}`;
    return this.settings.save(accountId, { ...by, patch: patchFrom(older.settings), note, restoredFrom: number });
  }
}
