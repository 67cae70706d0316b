import type { PersonaScript } from '@domain/persona/persona-script';
import type { E164 } from '@domain/phone/e164';
import { AgentAssistants } from '@domain/ports/agent-assistants';
import { AgentNumbers, LineProvider, type CarrierAccount } from '@domain/ports/line-provider';
import { Injectable } from '@nestjs/common';
import { Env } from '@platform/env/env';
import { lineUrls, sameUrls } from './line-addresses.js';

/** What a line is made of at the providers. */
export interface LineParts {
  number: E164;
  /** Null: the platform's own account. */
  carrier: CarrierAccount | null;
  voiceNumberId: string | null;
  assistantId: string | null;
  /** Under which an assistant made anew is found again, and since when one may have been. */
  tag: string;
  madeSince: Date;
}

/** `number-lost`: the carrier does not have it in our account any more, which nobody but a person can repair. */
export type Drift = 'number' | 'number-lost' | 'agent-number' | 'assistant' | 'assistant-missing';

/** Reads a line back from its providers, compares it with what it should be, and puts right what differs (WHI-10). */
@Injectable()
export class LineHealth {
  constructor(
    private readonly env: Env,
    private readonly lines: LineProvider,
    private readonly agentNumbers: AgentNumbers,
    private readonly assistants: AgentAssistants,
  ) {}

  async drift(parts: LineParts, script: PersonaScript): Promise<Drift[]> {
    const found = await Promise.all([
      this.numberDrift(parts),
      this.importDrift(parts),
      this.scriptDrift(parts, script),
    ]);
    return found.filter((drift) => drift !== null);
  }

  /** Returns the parts as they are now. The import comes before the URLs, because it overwrites them. */
  async repair(parts: LineParts, script: PersonaScript, drift: readonly Drift[]): Promise<LineParts> {
    const imported = drift.includes('agent-number');
    const voiceNumberId = imported
      ? await this.agentNumbers.adopt(parts.number, parts.carrier ?? undefined)
      : parts.voiceNumberId;
    if (imported || drift.includes('number')) await this.pointAtUs(parts);
    const assistantId = await this.repairAssistant(parts, script, drift);
    return { ...parts, voiceNumberId, assistantId };
  }

  private async numberDrift({ carrier, number }: LineParts): Promise<Drift | null> {
    const owned = await this.lines.owned(carrier?.sid ?? null, number);
    if (!owned) return 'number-lost';
    return sameUrls(owned.urls, lineUrls(this.env)) ? null : 'number';
  }

  private async importDrift({ voiceNumberId, number }: LineParts): Promise<Drift | null> {
    const known = voiceNumberId && (await this.agentNumbers.numberOf(voiceNumberId));
    return known === number ? null : 'agent-number';
  }

  private async scriptDrift({ assistantId }: LineParts, script: PersonaScript): Promise<Drift | null> {
    const found = assistantId ? await this.assistants.compare(assistantId, script) : 'missing';
    if (found === 'same') return null;
    return found === 'missing' ? 'assistant-missing' : 'assistant';
  }

  private async pointAtUs({ carrier, number }: LineParts): Promise<void> {
    const sid = carrier?.sid ?? null;
    const owned = await this.lines.owned(sid, number);
    if (owned) await this.lines.pointAt(sid, owned.sid, lineUrls(this.env));
  }

  private async repairAssistant(
    parts: LineParts,
    script: PersonaScript,
    drift: readonly Drift[],
  ): Promise<string | null> {
    const { assistantId } = parts;
    if (drift.includes('assistant') && assistantId && (await this.assistants.replace(assistantId, script)))
      return assistantId;
    const isGone = drift.includes('assistant') || drift.includes('assistant-missing');
    return isGone ? this.madeAnew(parts, script) : assistantId;
  }

  /** One that was made a moment ago, by a request whose answer was lost, is taken instead of a second one. */
  private async madeAnew({ tag, madeSince }: LineParts, script: PersonaScript): Promise<string> {
    const [made] = await this.assistants.tagged(tag, madeSince);
    const isThere = made !== undefined && (await this.assistants.replace(made, script));
    return isThere ? made : this.assistants.create(script, tag);
  }
}
