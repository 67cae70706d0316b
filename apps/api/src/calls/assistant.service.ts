import type { AccountId } from '@domain/ids';
import { VoiceAgent } from '@domain/ports/voice-agent';
import { Injectable } from '@nestjs/common';
import { Journal } from '@platform/journal/journal';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { createHash } from 'node:crypto';
import { PersonaService, type RenderedPersona } from '../config/persona.service.js';
import { linesOf, storeAssistant, type LineRow, type PublishedAssistant } from './calls.queries.js';

/** Keeps the provider's assistant the same as the contractor's settings (VTCR 1.3). */
@Injectable()
export class AssistantService {
  constructor(
    private readonly db: AccountDb,
    private readonly persona: PersonaService,
    private readonly agent: VoiceAgent,
    private readonly journal: Journal,
  ) {}

  /** Job `assistant.publish`. Renders the whole assistant and sends it if anything in it is new; safe to repeat. */
  async publish(accountId: AccountId): Promise<void> {
    const { persona, lines } = await this.db.within(accountId, async (tx) => ({
      persona: await this.persona.render(tx),
      lines: await linesOf(tx),
    }));
    for (const line of lines) await this.publishTo(accountId, line, persona);
    // A slow push must not be the last word over settings that were saved meanwhile.
    const { version } = await this.db.within(accountId, (tx) => this.persona.render(tx));
    if (version !== persona.version) await this.publish(accountId);
  }

  private async publishTo(accountId: AccountId, line: LineRow, { script, version }: RenderedPersona): Promise<void> {
    const hash = createHash('sha256').update(JSON.stringify(script)).digest('hex');
    if (line.assistantId && line.assistantHash === hash) return;
    const id = await this.agent.publish(script, line.assistantId);
    await this.db.within(accountId, (tx) => this.note(tx, line, { id, hash, version }));
  }

  private async note(tx: AccountTx, line: LineRow, assistant: PublishedAssistant): Promise<void> {
    await storeAssistant(tx, line.id, assistant);
    const actor = { type: 'system' } as const;
    const { hash, version } = assistant;
    const data = { hash, version };
    await this.journal.record(tx, { event: 'vapi_config_updated', subjectId: line.id, actor, data });
  }
}
