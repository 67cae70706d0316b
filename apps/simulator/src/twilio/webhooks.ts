import { randomUUID } from 'node:crypto';
import type { Reply } from '../http-courier.js';
import type { World } from '../world.js';
import type { Account } from './account.js';
import type { Hook } from './records.js';
import { signRequest } from './signature.js';

/** What one webhook is for: names its fault scope `webhooks.<kind>` and its log scope. */
export type WebhookKind =
  | 'incoming-call'
  | 'voice-fallback'
  | 'call-url'
  | 'whisper'
  | 'gather'
  | 'gather-partial'
  | 'dial-action'
  | 'record-action'
  | 'redirect'
  | 'connect-action'
  | 'call-status'
  | 'recording-status'
  | 'conference-status'
  | 'stream-status'
  | 'sms-incoming'
  | 'sms-fallback'
  | 'message-status';

/** Connection overrides in the URL's fragment, e.g. `#rc=2&rp=5xx,rt&rt=5000`; times in real milliseconds. */
interface Connection {
  retries: number;
  retryOn: string[];
  readTimeoutMs: number;
}

/** Signs what the account's phones have to tell the application, and sends it, with Twilio's own rules for trying again. */
export class Webhooks {
  constructor(
    private readonly world: World,
    private readonly account: Account,
  ) {}

  /** Waits for the answer (TwiML). Never throws. */
  async request(kind: WebhookKind, hook: Hook, form: Readonly<Record<string, string>>): Promise<Reply> {
    const connection = readConnection(hook.url);
    const token = randomUUID();
    let reply = await this.once(kind, hook, form, token);
    for (let left = connection.retries; left > 0 && isRetried(reply, connection); left -= 1) {
      reply = await this.once(kind, hook, form, token);
    }
    return reply;
  }

  /** Best effort, as with the real ones: the answer is only logged. */
  notify(kind: WebhookKind, hook: Hook, form: Readonly<Record<string, string>>): void {
    void this.request(kind, hook, form).then((reply) => {
      const answered = reply.kind === 'answered' && reply.status < 300;
      if (!answered)
        this.world.log.error('twilio.webhooks', `11200 ${kind} callback failed: ${hook.url}`, { url: hook.url, form });
    });
  }

  private once(
    kind: WebhookKind,
    hook: Hook,
    form: Readonly<Record<string, string>>,
    idempotencyToken: string,
  ): Promise<Reply> {
    const url = hook.url.split('#')[0] ?? hook.url;
    const token = this.account.tokenOf(form['AccountSid'] ?? this.account.sid) ?? this.account.authToken;
    const signed = hook.method === 'GET' ? signGet(token, url, form) : signRequest(token, url, form);
    return this.world.courier.send({
      scope: `webhooks.${kind}`,
      url: hook.url,
      method: hook.method,
      body: { form },
      headers: {
        'X-Twilio-Signature': signed,
        'I-Twilio-Idempotency-Token': idempotencyToken,
        'User-Agent': 'TwilioProxy/1.1',
      },
      timeoutMs: readConnection(hook.url).readTimeoutMs,
    });
  }
}

function signGet(authToken: string, url: string, form: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(form).toString();
  return signRequest(authToken, `${url}${url.includes('?') ? '&' : '?'}${query}`, {});
}

function readConnection(url: string): Connection {
  const overrides = new URLSearchParams(url.split('#')[1] ?? '');
  return {
    retries: Number(overrides.get('rc') ?? 1),
    retryOn: (overrides.get('rp') ?? 'ct').split(','),
    readTimeoutMs: Number(overrides.get('rt') ?? 15_000),
  };
}

function isRetried(reply: Reply, { retryOn }: Connection): boolean {
  const failure = failureClass(reply);
  return failure !== null && (retryOn.includes(failure) || retryOn.includes('all'));
}

/** A webhook that is lost on the way is not retried: whoever sent it believes that it arrived. */
function failureClass(reply: Reply): string | null {
  if (reply.kind === 'failed') return { unreachable: 'ct', timeout: 'rt', lost: null }[reply.reason];
  if (reply.status >= 500) return '5xx';
  return reply.status >= 400 ? '4xx' : null;
}
