import type { VirtualClock } from './clock.js';
import { WEBHOOK_FAULTS, type Fault, type Faults } from './faults.js';
import type { SimLog } from './log.js';

/** One webhook to send. Repeated keys of a form are arrays. */
export interface Delivery {
  /** Fault scope and log scope, e.g. `webhooks.call-status`, `vapi.webhooks.tool-calls`. */
  scope: string;
  url: string;
  method?: 'GET' | 'POST';
  body: { form: Readonly<Record<string, string>> } | { json: unknown };
  headers?: Readonly<Record<string, string>>;
  /** Real milliseconds before it counts as failed; default 15 s, as Twilio's. */
  timeoutMs?: number;
}

export type Reply =
  | { kind: 'answered'; status: number; contentType: string; body: string }
  | { kind: 'failed'; reason: 'timeout' | 'unreachable' | 'lost' };

const DEFAULT_TIMEOUT_MS = 15_000;
/** A webhook that waits for a later one to overtake it gives up after this much real time, */
const OVERTAKE_WITHIN_MS = 2_000;
/** or after this much of a clock that jumps: whoever waits for its answer would be silent for the rest of the call. */
const OVERTAKE_WITHIN_VIRTUAL_MS = 60_000;
/** A jumping clock does not wait longer than this for the application to answer. */
const SETTLE_WITHIN_MS = 5_000;
const LOGGED_BODY_CHARS = 8_000;

/** Sends every webhook of every stand-in, plays the faults ordered for it, and writes down what went out and what came back. */
export class Courier {
  private inFlight = 0;
  private readonly held = new Map<string, () => void>();
  private readonly idleListeners = new Set<() => void>();

  constructor(
    private readonly clock: VirtualClock,
    private readonly log: SimLog,
    private readonly faults: Faults,
  ) {}

  /** Never throws: a dead application is a reply too. With a `duplicated` fault the first copy's reply counts. */
  async send(delivery: Delivery): Promise<Reply> {
    const fault = this.faults.strike(delivery.scope, WEBHOOK_FAULTS, delivery.url + JSON.stringify(delivery.body));
    if (fault?.kind === 'lost') return this.lose(delivery);
    if (fault) await this.retain(fault, delivery.scope);
    const [first] = await Promise.all(Array.from({ length: copiesOf(fault) }, () => this.post(delivery)));
    this.letHeldGo(delivery.scope);
    return first ?? { kind: 'failed', reason: 'lost' };
  }

  /** Resolves when nothing is under way any more and what the answers set off has been started. */
  async settled(): Promise<void> {
    const giveUpAt = Date.now() + SETTLE_WITHIN_MS;
    do {
      for (let turn = 0; turn < 5; turn += 1) await new Promise(setImmediate);
      if (this.inFlight > 0) await this.nextIdle(giveUpAt - Date.now());
    } while (this.inFlight > 0 && Date.now() < giveUpAt);
  }

  private nextIdle(withinMs: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.idleListeners.delete(done);
        setImmediate(resolve);
      };
      const timer = setTimeout(done, Math.max(withinMs, 0));
      this.idleListeners.add(done);
    });
  }

  private lose(delivery: Delivery): Reply {
    this.log.webhook(delivery.scope, `lost on the way: ${delivery.url}`, {
      url: delivery.url,
      body: delivery.body,
      outcome: 'lost',
    });
    return { kind: 'failed', reason: 'lost' };
  }

  private async retain(fault: Fault, scope: string): Promise<void> {
    if (fault.kind === 'delayed') await this.clock.wait(fault.ms ?? 1000);
    if (fault.kind === 'reordered') await this.hold(scope);
  }

  private hold(scope: string): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, OVERTAKE_WITHIN_MS);
      const go = () => {
        clearTimeout(timer);
        resolve();
      };
      this.held.set(scope, go);
      void this.clock.wait(OVERTAKE_WITHIN_VIRTUAL_MS).then(go);
    });
  }

  private letHeldGo(scope: string): void {
    this.held.get(scope)?.();
    this.held.delete(scope);
  }

  private async post(delivery: Delivery): Promise<Reply> {
    this.inFlight += 1;
    const startedAt = Date.now();
    const reply = await request(delivery);
    this.inFlight -= 1;
    this.write(delivery, reply, Date.now() - startedAt);
    if (this.inFlight === 0) for (const listener of [...this.idleListeners]) listener();
    return reply;
  }

  private write(delivery: Delivery, reply: Reply, tookMs: number): void {
    const outcome = reply.kind === 'answered' ? String(reply.status) : reply.reason;
    this.log.webhook(delivery.scope, `${delivery.method ?? 'POST'} ${delivery.url} → ${outcome}`, {
      url: delivery.url,
      headers: delivery.headers ?? {},
      body: delivery.body,
      outcome,
      tookMs,
      ...(reply.kind === 'answered' && { reply: reply.body.slice(0, LOGGED_BODY_CHARS) }),
    });
  }
}

function copiesOf(fault: Fault | undefined): number {
  return fault?.kind === 'duplicated' ? (fault.times ?? 2) : 1;
}

async function request(delivery: Delivery): Promise<Reply> {
  try {
    const response = await fetch(...fetchArguments(delivery));
    const contentType = response.headers.get('content-type') ?? '';
    return { kind: 'answered', status: response.status, contentType, body: await response.text() };
  } catch (error) {
    const timedOut = error instanceof Error && error.name === 'TimeoutError';
    return { kind: 'failed', reason: timedOut ? 'timeout' : 'unreachable' };
  }
}

function fetchArguments(delivery: Delivery): [string, RequestInit] {
  const signal = AbortSignal.timeout(delivery.timeoutMs ?? DEFAULT_TIMEOUT_MS);
  const url = withoutFragment(delivery.url);
  if ('json' in delivery.body) {
    const headers = { 'content-type': 'application/json', ...delivery.headers };
    return [url, { method: 'POST', headers, body: JSON.stringify(delivery.body.json), signal }];
  }
  const form = new URLSearchParams(delivery.body.form);
  if (delivery.method === 'GET')
    return [withQuery(url, form), { method: 'GET', headers: { ...delivery.headers }, signal }];
  return [url, { method: 'POST', headers: { ...delivery.headers }, body: form, signal }];
}

function withQuery(url: string, form: URLSearchParams): string {
  return `${url}${url.includes('?') ? '&' : '?'}${form.toString()}`;
}

/** Connection overrides (#rc=…) stay with the vendor. */
function withoutFragment(url: string): string {
  return url.split('#')[0] ?? url;
}
