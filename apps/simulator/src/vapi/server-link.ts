import { createHmac } from 'node:crypto';
import type { Reply } from '../http-courier.js';
import type { World } from '../world.js';
import type { ServerTarget } from './assistant-config.js';
import type { ServerMessage } from './server-messages.js';

/** A slow receiver must not stop the conversation's news: the next message leaves after this much real time. */
const PATIENCE_MS = 250;

/** Carries one call's messages to the assistant's server: signed, in order as far as the receiver keeps up, retried as configured. */
export class ServerLink {
  private lastSent: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly world: World,
    private readonly secret: string,
  ) {}

  /** For messages that need no answer. */
  notify(target: ServerTarget, message: ServerMessage): void {
    this.lastSent = this.lastSent.then(() => Promise.race([this.ask(target, message), patience()]));
  }

  /** For a question about what was just told: it must not overtake it. */
  async inOrder(target: ServerTarget, message: ServerMessage): Promise<Reply> {
    await this.lastSent;
    return this.ask(target, message);
  }

  /** @returns the last attempt's reply. */
  async ask(target: ServerTarget, message: ServerMessage): Promise<Reply> {
    const retries = target.backoff?.maxRetries ?? 0;
    let reply = await this.post(target, message);
    for (let attempt = 1; attempt <= retries && isWorthRetrying(reply, target); attempt += 1) {
      await this.world.clock.wait(delayBefore(attempt, target));
      reply = await this.post(target, message);
    }
    return reply;
  }

  private post(target: ServerTarget, message: ServerMessage): Promise<Reply> {
    const body = { message };
    return this.world.courier.send({
      scope: `vapi.webhooks.${message.type}`,
      url: target.url,
      body: { json: body },
      headers: { ...target.headers, ...this.credentials(target, JSON.stringify(body)) },
      timeoutMs: target.timeoutMs,
    });
  }

  private credentials(target: ServerTarget, rawBody: string): Record<string, string> {
    if (target.secret) return { 'x-vapi-secret': target.secret };
    // An assistant that carries a shared secret in its own headers has no HMAC credential.
    if (Object.keys(target.headers).some((name) => name.toLowerCase() === 'x-vapi-secret')) return {};
    const timestamp = String(Math.floor(this.world.clock.now() / 1000));
    const signature = createHmac('sha256', this.secret).update(`${timestamp}.${rawBody}`).digest('hex');
    return { 'x-timestamp': timestamp, 'x-signature': signature };
  }
}

function isWorthRetrying(reply: Reply, target: ServerTarget): boolean {
  if (reply.kind === 'failed') return true;
  return reply.status >= 300 && !target.backoff?.excludedStatusCodes.includes(reply.status);
}

function delayBefore(attempt: number, target: ServerTarget): number {
  const { baseDelayMs = 1000, exponential = false } = target.backoff ?? {};
  return exponential ? baseDelayMs * 2 ** (attempt - 1) : baseDelayMs;
}

/** Real time on purpose: it is about the receiver's speed, not about the night's. */
function patience(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, PATIENCE_MS).unref());
}
