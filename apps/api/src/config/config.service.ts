import { notFound } from '@domain/errors/domain-error';
import { Injectable } from '@nestjs/common';
import { SecretBox } from '@platform/secrets/secret-box';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { AfterHoursSettings } from './after-hours-settings.entity.js';
import { accountProfile } from './config.queries.js';
import type { AfterHoursConfig, ConfigPatch } from './config.types.js';

/** What a contractor decided about its nights. */
@Injectable()
export class ConfigService {
  constructor(private readonly secrets: SecretBox) {}

  /** Throws `config-not-found` while the account has no settings yet. */
  async read(tx: AccountTx): Promise<AfterHoursConfig> {
    const settings = await tx.findOne(AfterHoursSettings, {});
    const profile = await accountProfile(tx);
    if (!settings || !profile) throw notFound('config');
    const { accountId: _, updatedAt: __, ...decided } = settings;
    return { ...decided, ...profile, digestSlackWebhook: this.opened(tx, settings.digestSlackWebhook) };
  }

  async savedAt(tx: AccountTx): Promise<Date> {
    const settings = await tx.findOne(AfterHoursSettings, {});
    if (!settings) throw notFound('config');
    return settings.updatedAt;
  }

  /** Writes a change over what is stored; who may, and over which version, is decided before. */
  async store(tx: AccountTx, patch: ConfigPatch): Promise<void> {
    const { digestSlackWebhook } = patch;
    const sealed = digestSlackWebhook ? { digestSlackWebhook: this.secrets.seal(placeOf(tx), digestSlackWebhook) } : {};
    await tx.update(AfterHoursSettings, {}, { ...patch, ...sealed });
  }

  /** Whoever knows the address of a webhook can post to the team's channel, so it is a secret. Seeds may hold it in the open. */
  private opened(tx: AccountTx, stored: string | null): string | null {
    return stored?.startsWith('v1.') ? this.secrets.open(placeOf(tx), stored) : stored;
  }
}

const placeOf = (tx: AccountTx): string => `${tx.accountId}:after_hours_configs.digest_slack_webhook`;
