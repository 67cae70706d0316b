import { DomainError } from '@domain/errors/domain-error';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { ConfigService } from '../config/config.service.js';
import type { AfterHoursConfig } from '../config/config.types.js';
import { OnCallService } from '../on-call/on-call.service.js';
import { linesOf, type LineRow } from './calls.queries.js';

export interface CallSettings {
  config: AfterHoursConfig;
  line: LineRow;
  /** Null when the account has no roster yet. */
  onCallName: string | null;
}

/** Everything an account has decided that a call of its line depends on. */
@Injectable()
export class CallSettingsService {
  constructor(
    private readonly config: ConfigService,
    private readonly onCall: OnCallService,
    private readonly clock: Clock,
  ) {}

  async of(tx: AccountTx, call: { lineId: string }): Promise<CallSettings> {
    const config = await this.config.read(tx);
    const line = (await linesOf(tx)).find((candidate) => candidate.id === call.lineId);
    if (!line) throw new Error('A call names a line its account does not have');
    return { config, line, onCallName: await this.onCallName(tx) };
  }

  private async onCallName(tx: AccountTx): Promise<string | null> {
    try {
      return (await this.onCall.onCallAt(tx, this.clock.now())).primary.name;
    } catch (error) {
      if (error instanceof DomainError) return null;
      throw error;
    }
  }
}
