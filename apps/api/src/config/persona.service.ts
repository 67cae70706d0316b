import { asOfficeHours } from '@domain/hours/as-office-hours';
import type { PersonaScript } from '@domain/persona/persona-script';
import { renderPersona } from '@domain/persona/render-persona';
import { Injectable } from '@nestjs/common';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { ConfigService } from './config.service.js';
import type { AfterHoursConfig } from './config.types.js';

/** What the voice agent is to be for an account, and the version of the settings it was rendered from. */
export interface RenderedPersona {
  script: PersonaScript;
  version: number;
}

/** The one place that turns settings into a script: what is published and what an audit expects are the same. */
@Injectable()
export class PersonaService {
  constructor(private readonly config: ConfigService) {}

  /** Throws `config-not-found` while the account has no settings yet. */
  async render(tx: AccountTx): Promise<RenderedPersona> {
    const config = await this.config.read(tx);
    return { script: scriptOf(config), version: config.version };
  }
}

export const scriptOf = (config: AfterHoursConfig): PersonaScript =>
  renderPersona({ ...config, businessName: config.accountName, hours: asOfficeHours(config) });
