import type { PersonaScript } from '@domain/persona/persona-script';
import { Clock } from '@domain/ports/clock';
import {
  VoiceAgent,
  type ConversationReport,
  type ConversationStart,
  type ConversationStarted,
} from '@domain/ports/voice-agent';
import { Injectable, Logger } from '@nestjs/common';
import { Env } from '@platform/env/env';
import type { Vapi, VapiClient } from '@vapi-ai/server-sdk';
import { CircuitBreaker } from './circuit-breaker.js';
import { isObject, textAt } from './json-reading.js';
import { assistantOf } from './vapi-assistant.js';
import { callRequest } from './vapi-call-request.js';
import { vapiClient } from './vapi-client.js';
import { statusOf } from './vapi-failure.js';
import { readStartedCall, vapiHosts } from './vapi-stream.js';
import { reportOf } from './vapi-wire.js';

/** The caller is listening to ringing (decision 9). */
const START_TIMEOUT_MS = 2500;
const CONTROL_TIMEOUT_MS = 2500;

/** Vapi behind the VoiceAgent port. Never retries: the caller or the alarm decides what happens next. */
@Injectable()
export class VapiVoiceAgent extends VoiceAgent {
  private readonly logger = new Logger(VapiVoiceAgent.name);
  private readonly client: () => Promise<VapiClient>;
  private readonly breaker = new CircuitBreaker();
  private readonly isOurHost: (host: string) => boolean;

  constructor(
    private readonly env: Env,
    private readonly clock: Clock,
  ) {
    super();
    this.client = vapiClient(env);
    this.isOurHost = vapiHosts(env.VAPI_API_URL);
  }

  override async start(conversation: ConversationStart): Promise<ConversationStarted> {
    if (this.breaker.isOpen(this.clock.now())) return { kind: 'unavailable', reason: 'error' };
    const started = await this.ask(conversation);
    if (started.kind === 'started' || started.reason === 'no-capacity') this.breaker.succeeded();
    else this.breaker.failed(this.clock.now());
    if (started.kind === 'unavailable')
      this.logger.warn({ event: 'voice-agent.unavailable', callId: conversation.callRef, reason: started.reason });
    return started;
  }

  override say(controlUrl: string, words: string): Promise<boolean> {
    return this.control(controlUrl, { type: 'say', content: words, endCallAfterSpoken: false });
  }

  override tell(controlUrl: string, note: string): Promise<boolean> {
    const message = { role: 'system', content: note };
    return this.control(controlUrl, { type: 'add-message', message, triggerResponseEnabled: false });
  }

  override async report(providerCallId: string): Promise<ConversationReport | null> {
    try {
      const call: unknown = await (await this.client()).calls.get({ id: providerCallId });
      return isObject(call) && textAt(call, 'status') === 'ended' ? reportOf(call, providerCallId) : null;
    } catch (error) {
      this.logger.warn({ event: 'voice-agent.report-failed', providerCallId, reason: reasonOf(error) });
      return null;
    }
  }

  override async publish(script: PersonaScript, assistantId: string | null): Promise<string> {
    const assistant = assistantOf(script, {
      url: `${this.env.PUBLIC_URL.replace(/\/$/, '')}/api/vapi/webhook`,
      secret: this.env.VAPI_WEBHOOK_SECRET,
      // The published types lag behind the API (vendor-specs README): the contract spec checks the shape instead.
    }) as unknown as Vapi.CreateAssistantDto;
    const updated = assistantId ? await this.replace(assistantId, assistant) : null;
    return updated ?? (await (await this.client()).assistants.create(assistant)).id;
  }

  /** Null when the assistant no longer exists at the provider. */
  private async replace(id: string, assistant: Vapi.CreateAssistantDto): Promise<string | null> {
    try {
      return (await (await this.client()).assistants.update({ ...assistant, id } as unknown as Vapi.UpdateAssistantDto))
        .id;
    } catch (error) {
      if (statusOf(error) === 404) return null;
      throw error;
    }
  }

  private async ask(conversation: ConversationStart): Promise<ConversationStarted> {
    try {
      const answer: unknown = await (
        await this.client()
      ).calls.create(callRequest(conversation), {
        timeoutInSeconds: START_TIMEOUT_MS / 1000,
        // Also bounds a body that drips in after the headers, which the SDK's own time-out does not.
        abortSignal: AbortSignal.timeout(START_TIMEOUT_MS),
      });
      const started = readStartedCall(answer, this.isOurHost);
      return started.kind === 'started' ? started : { kind: 'unavailable', reason: started.kind };
    } catch (error) {
      return { kind: 'unavailable', reason: reasonOf(error) };
    }
  }

  private async control(controlUrl: string, order: Record<string, unknown>): Promise<boolean> {
    if (!URL.canParse(controlUrl) || !this.isOurHost(new URL(controlUrl).host)) return false;
    try {
      const answer = await fetch(controlUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${this.env.VAPI_API_KEY}` },
        body: JSON.stringify(order),
        redirect: 'error',
        signal: AbortSignal.timeout(CONTROL_TIMEOUT_MS),
      });
      await answer.body?.cancel();
      return answer.ok;
    } catch {
      return false;
    }
  }
}

function reasonOf(error: unknown): 'timeout' | 'error' {
  return error instanceof Error && /abort|timeout|timed out/i.test(`${error.name} ${error.message}`)
    ? 'timeout'
    : 'error';
}
