import { asOfficeHours } from '@domain/hours/as-office-hours';
import type { AccountId } from '@domain/ids';
import type { PersonaScript } from '@domain/persona/persona-script';
import { renderPersona } from '@domain/persona/render-persona';
import { VoiceAgent } from '@domain/ports/voice-agent';
import { Injectable } from '@nestjs/common';
import { Journal } from '@platform/journal/journal';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { createHash } from 'node:crypto';
import { ConfigService } from '../config/config.service.js';
import type { AfterHoursConfig } from '../config/config.types.js';
import { linesOf, storeAssistant, type LineRow } from './calls.queries.js';

/** Keeps the provider's assistant the same as the contractor's settings (VTCR 1.3). */
@Injectable()
export class AssistantService {
  constructor(
    private readonly db: AccountDb,
    private readonly config: ConfigService,
    private readonly agent: VoiceAgent,
    private readonly journal: Journal,
  ) {}

  /** Job `assistant.publish`. Renders the whole assistant and sends it if anything in it is new; safe to repeat. */
  async publish(accountId: AccountId): Promise<void> {
    const { script, lines } = await this.db.within(accountId, async (tx) => ({
      script: renderPersona(personaOf(await this.config.read(tx))),
      lines: await linesOf(tx),
    }));
    for (const line of lines) await this.publishTo(accountId, line, script);
  }

  private async publishTo(accountId: AccountId, line: LineRow, script: PersonaScript): Promise<void> {
    const hash = createHash('sha256').update(JSON.stringify(script)).digest('hex');
    if (line.assistantId && line.assistantHash === hash) return;
    const id = await this.agent.publish(script, line.assistantId);
    await this.db.within(accountId, (tx) => this.note(tx, line, { id, hash }));
  }

  private async note(tx: AccountTx, line: LineRow, assistant: { id: string; hash: string }): Promise<void> {
    await storeAssistant(tx, line.id, assistant);
    const actor = { type: 'system' } as const;
    const data = { hash: assistant.hash };
    await this.journal.record(tx, { event: 'vapi_config_updated', subjectId: line.id, actor, data });
  }
}

const personaOf = (config: AfterHoursConfig) => ({
  ...config,
  businessName: config.accountName,
  hours: asOfficeHours(config),
});
