import { createHmac, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Asked, Taken } from './chaos-log.js';
import { carrierAnswer, messageRow, callRow } from './chaos-wire.js';

/** Shares of requests that go wrong; the rest takes 20 to 50 ms and works. */
export interface Weather {
  /** Refused before anything happened, to be tried again. */
  tooMany: number;
  /** A server error before the text was taken. */
  errorBefore: number;
  /** The text was taken, the answer says otherwise. */
  errorAfter: number;
  /** The text was taken, the connection breaks. */
  resetAfter: number;
  /** The text was taken, no answer ever comes. */
  hangAfter: number;
}

export const FAIR: Weather = { tooMany: 0, errorBefore: 0, errorAfter: 0, resetAfter: 0, hangAfter: 0 };
export const FOUL: Weather = { tooMany: 0.03, errorBefore: 0.02, errorAfter: 0.02, resetAfter: 0.02, hangAfter: 0.01 };

const RECEIPT_AFTER_MS = 150;

/** A carrier with Twilio's wire, made for load: it takes texts and calls, fails on purpose, and remembers everything. */
export class ChaosCarrier {
  readonly taken: Taken[] = [];
  readonly asked: Asked[] = [];
  weather: Weather = FAIR;
  /** Nobody answers: connections are closed at once. */
  isDown = false;
  private server?: Server;
  private readonly byPhones = new Map<string, Taken[]>();

  constructor(
    private readonly authToken: string,
    private readonly random: () => number,
  ) {}

  async listen(port: number): Promise<void> {
    this.server = createServer((request, response) => void this.serve(request, response));
    await new Promise<void>((resolve) => this.server?.listen(port, '127.0.0.1', resolve));
  }

  async close(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }

  /** Empties the log for the next scenario. */
  forget(): void {
    this.taken.length = 0;
    this.asked.length = 0;
    this.byPhones.clear();
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.isDown) return void request.socket.destroy();
    const form = new URLSearchParams(await bodyOf(request));
    await pause(20 + this.random() * 30);
    if (request.method === 'GET') return void this.list(request, response);
    this.asked.push({ from: form.get('From') ?? '', to: form.get('To') ?? '', at: Date.now() });
    this.take(request, response, form);
  }

  private take(request: IncomingMessage, response: ServerResponse, form: URLSearchParams): void {
    const fate = this.fate();
    if (fate === 'tooMany')
      return carrierAnswer(response, 429, { code: 20429, message: 'Too Many Requests', status: 429 });
    if (fate === 'errorBefore') return carrierAnswer(response, 500, { code: 20500, message: 'Internal', status: 500 });
    const taken = this.remember(request.url ?? '', form);
    void this.receipt(form.get('StatusCallback'), taken);
    if (fate === 'errorAfter')
      return carrierAnswer(response, 503, { code: 20503, message: 'Unavailable', status: 503 });
    if (fate === 'resetAfter') return void request.socket.resetAndDestroy();
    if (fate === 'hangAfter') return;
    carrierAnswer(response, 201, taken.kind === 'text' ? messageRow(taken) : callRow(taken));
  }

  private fate(): keyof Weather | 'works' {
    let dice = this.random();
    for (const [kind, share] of Object.entries(this.weather) as [keyof Weather, number][]) {
      if (dice < share) return kind;
      dice -= share;
    }
    return 'works';
  }

  private remember(path: string, form: URLSearchParams): Taken {
    const kind = path.includes('/Messages') ? 'text' : 'call';
    const sid = `${kind === 'text' ? 'SM' : 'CA'}${randomBytes(16).toString('hex')}`;
    const [from, to] = [form.get('From') ?? '', form.get('To') ?? ''];
    const taken: Taken = { sid, kind, from, to, body: form.get('Body') ?? '', at: Date.now() };
    this.taken.push(taken);
    const key = `${kind} ${from} ${to}`;
    this.byPhones.set(key, [...(this.byPhones.get(key) ?? []), taken]);
    return taken;
  }

  private list(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', 'http://carrier');
    const isTexts = url.pathname.includes('/Messages');
    const key = `${isTexts ? 'text' : 'call'} ${url.searchParams.get('From')} ${url.searchParams.get('To')}`;
    const found = this.byPhones.get(key) ?? [];
    carrierAnswer(response, 200, isTexts ? { messages: found.map(messageRow) } : { calls: found.map(callRow) });
  }

  /** What the phone network says later: texts arrive, calls are not answered. Lost when we are not there to hear it. */
  private async receipt(url: string | null, taken: Taken): Promise<void> {
    if (!url) return;
    await pause(RECEIPT_AFTER_MS + this.random() * 200);
    const form: Record<string, string> =
      taken.kind === 'text'
        ? { MessageSid: taken.sid, SmsSid: taken.sid, MessageStatus: 'delivered', SmsStatus: 'delivered' }
        : { CallSid: taken.sid, CallStatus: 'no-answer', Direction: 'outbound-api' };
    const all = { AccountSid: ACCOUNT, From: taken.from, To: taken.to, ApiVersion: '2010-04-01', ...form };
    const signed = Object.entries(all)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .reduce((text, [name, value]) => text + name + value, url);
    await fetch(url, {
      method: 'POST',
      body: new URLSearchParams(all),
      headers: { 'x-twilio-signature': createHmac('sha1', this.authToken).update(signed).digest('base64') },
      signal: AbortSignal.timeout(15_000),
    }).catch(() => undefined);
  }
}

export const ACCOUNT = 'AC00000000000000000000000000000001';

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
