import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import { LiveCheckService } from './live-check.service.js';
import type { ShownSettings } from './save-rules.js';
import { SettingsService, type SettingsChange } from './settings.service.js';

/** A save that may switch the agent on: verified outside the transaction, then saved. For the settings page and the wizard. */
@Injectable()
export class GoLiveService {
  constructor(
    private readonly settings: SettingsService,
    private readonly check: LiveCheckService,
  ) {}

  /** Throws what `SettingsService.save` and `LiveCheckService.confirm` throw. */
  async save(accountId: AccountId, change: SettingsChange): Promise<ShownSettings> {
    if (change.patch.isActive) await this.confirmFirst(accountId);
    return this.settings.save(accountId, change);
  }

  private async confirmFirst(accountId: AccountId): Promise<void> {
    const shown = await this.settings.show(accountId);
    if (!shown.config.isActive) await this.check.confirm(accountId, shown);
  }
}
