import type { Spoken } from '@domain/call/caller-hears';
import { asOfficeHours } from '@domain/hours/as-office-hours';
import { callbackPhrase, morningPhrase } from '@domain/hours/hours-wording';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import type { AccountTx } from '@platform/tenancy/account-tx';
import type { OfficePromise } from './booking-replies.js';
import { ConfigService } from '../config/config.service.js';

/** What a caller may be promised about the office. */
@Injectable()
export class OfficePromiseService {
  constructor(
    private readonly config: ConfigService,
    private readonly clock: Clock,
  ) {}

  /** When the office will call back, e.g. "first thing Monday morning", "el lunes a primera hora". */
  async callbackWhen(tx: AccountTx, language: Spoken['language'] = 'en'): Promise<string> {
    return callbackPhrase(asOfficeHours(await this.config.read(tx)), this.clock.now(), language);
  }

  /** Both promises, in the language of the tools' answers. */
  async office(tx: AccountTx): Promise<OfficePromise> {
    const [hours, now] = [asOfficeHours(await this.config.read(tx)), this.clock.now()];
    return { callbackWhen: callbackPhrase(hours, now), callbackMorning: morningPhrase(hours, now) };
  }
}
