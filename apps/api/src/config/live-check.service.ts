import { DomainError } from '@domain/errors/domain-error';
import type { AccountId } from '@domain/ids';
import type { E164 } from '@domain/phone/e164';
import { AgentAssistants } from '@domain/ports/agent-assistants';
import { LineProvider } from '@domain/ports/line-provider';
import { Injectable, Logger } from '@nestjs/common';
import { Env } from '@platform/env/env';
import type { LineState } from './config.queries.js';
import type { AfterHoursConfig } from './config.types.js';
import { scriptOf } from './persona.service.js';
import type { ShownSettings } from './save-rules.js';

/** VTCR 1.1: before the agent goes live, its number must ring at our door and its assistant must be there. */
@Injectable()
export class LiveCheckService {
  private readonly logger = new Logger(LiveCheckService.name);

  constructor(
    private readonly env: Env,
    private readonly lines: LineProvider,
    private readonly assistants: AgentAssistants,
  ) {}

  /** Outside any transaction. Throws `line-not-connected`, `assistant-missing`, `check-unavailable`. */
  async confirm(accountId: AccountId, { line, config }: ShownSettings): Promise<void> {
    // Without one of the two the set-up is incomplete, which the save itself says.
    if (!line.number || !line.assistantId) return;
    if (!(await this.asked(accountId, () => this.ringsHere(line)))) throw notConnected();
    if (!(await this.asked(accountId, () => this.assistantExists(line, config)))) throw assistantMissing();
  }

  private async ringsHere({ carrierSid, number }: LineState): Promise<boolean> {
    const owned = await this.lines.owned(carrierSid, number as E164);
    return owned?.urls.voice === `${this.env.PUBLIC_URL.replace(/\/$/, '')}/api/twilio/incoming-call`;
  }

  /** One that differs will do: saving publishes it anew. */
  private async assistantExists({ assistantId }: LineState, config: AfterHoursConfig): Promise<boolean> {
    return (await this.assistants.compare(assistantId ?? '', scriptOf(config))) !== 'missing';
  }

  private async asked(accountId: AccountId, question: () => Promise<boolean>): Promise<boolean> {
    try {
      return await question();
    } catch (error) {
      this.logger.warn({ event: 'config.live-check-failed', accountId, error: String(error) });
      throw new DomainError(
        'unavailable',
        'check-unavailable',
        'Your line could not be checked just now, so the agent stays off. Try again in a minute.',
      );
    }
  }
}

const notConnected = (): DomainError =>
  new DomainError(
    'conflict',
    'line-not-connected',
    'Calls to your number do not reach us: its webhook points somewhere else. Run the line check, then switch the agent on.',
  );

const assistantMissing = (): DomainError =>
  new DomainError(
    'conflict',
    'assistant-missing',
    'The voice agent no longer exists at its provider. Save the agent settings to create it anew, then switch it on.',
  );
