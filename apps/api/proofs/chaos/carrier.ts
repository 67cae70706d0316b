import { createHmac, randomBytes } from 'node:crypto';
import { Agent, createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { CarrierLog, Hurry, LineAnswer, LineDigest, LineQuestion, Taken } from './log.js';
import { carrierAnswer, isAccepted, receiptOf, refusalOf, rowOf, UNAVAILABLE } from './wire.js';
import { FAIR, type Fate, type Weather } from './weather.js';
import { deliveryIn, type Ask } from '../night/record.js';

const RECEIPT_AFTER_MS = 150;

/** A carrier with Twilio's wire, made for load: it takes texts and calls, fails on purpose, and remembers everything. */
export class ChaosCarrier implements CarrierLog {
  readonly taken: Taken[] = [];
  readonly asked: Ask[] = [];
  readonly questions: LineQuestion[] = [];
  readonly hurries: Hurry[] = [];
  /** What people texted back, told by whoever plays them. */
  answers: LineAnswer[] = [];
  /** Beside the telephone network: what came to the contractors' chats, where a run asks for it. */
  digests: LineDigest[] | null = null;
  /** A text or call has reached a phone. */
  onTaken: (taken: Taken) => void = () => undefined;
  weather: Weather = FAIR;
  /** Nobody answers: connections are closed as soon as it is heard what was wanted. */
  isDown = false;
  private stall: Promise<unknown> = Promise.resolve();
  private server?: Server;
  private readonly byPhones = new Map<string, Taken[]>();
  private readonly callbacks = new Agent({ keepAlive: true, maxSockets: 64 });

  constructor(
    private readonly authToken: string,
    private readonly random: () => number,
  ) {}

  async listen(port: number): Promise<void> {
    this.server = createServer((request, response) => {
      // A worker may die in the middle of its request.
      this.serve(request, response).catch(() => request.socket.destroy());
    });
    await new Promise<void>((resolve) => this.server?.listen(port, '127.0.0.1', resolve));
  }

  async close(): Promise<void> {
    this.callbacks.destroy();
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }

  /** Nothing that comes is looked at for so long, as on a machine that stands still; then all of it at once. */
  async standStill(ms: number): Promise<void> {
    this.stall = pause(ms);
    await this.stall;
  }

  /** Empties the log for the next scenario. */
  forget(): void {
    this.taken.length = 0;
    this.asked.length = 0;
    this.questions.length = 0;
    this.hurries.length = 0;
    this.answers = [];
    this.digests = null;
    this.onTaken = () => undefined;
    this.byPhones.clear();
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    if (request.url?.startsWith('/services/')) return this.post(request.url, body, response);
    const form = new URLSearchParams(body);
    await this.stall;
    if (!this.isDown) await pause(20 + this.random() * 30);
    if (request.method === 'GET') return void this.list(request, response);
    const ask = this.heard(request.url ?? '', form);
    if (!this.isDown) return void this.take(request, response, { ask, statusUrl: form.get('StatusCallback') });
    this.wentWrong(ask);
    request.socket.destroy();
  }

  /** A message to a chat, as Slack takes it; its address ends with the digits of the contractor's line. */
  private post(path: string, body: string, response: ServerResponse): void {
    const { text } = JSON.parse(body) as { text: string };
    this.digests?.push({ line: `+${path.split('/').at(-1)}`, content: text });
    response.writeHead(200, { 'content-type': 'text/plain' }).end('ok');
  }

  /** Refused for now, until it is said otherwise. */
  private heard(path: string, form: URLSearchParams): Ask {
    const [kind, body] = path.includes('/Messages')
      ? (['text', form.get('Body') ?? ''] as const)
      : (['call', 'call'] as const);
    const [from, to] = [form.get('From') ?? '', form.get('To') ?? ''];
    const reportsTo = deliveryIn(form.get('StatusCallback') ?? '');
    const ask: Ask = { kind, from, to, body, reportsTo, at: Date.now(), fate: 'not-now' };
    this.asked.push(ask);
    return ask;
  }

  private take(request: IncomingMessage, response: ServerResponse, { ask, statusUrl }: Delivery): void {
    const fate = this.fate();
    // Who asked may have died meanwhile: then nobody hears the answer either.
    const isTold = fate === 'works' && !request.socket.destroyed;
    if (!isTold) this.wentWrong(ask);
    const refusal = refusalOf(fate);
    if (refusal) return carrierAnswer(response, refusal.status, refusal);
    ask.fate = isTold ? 'taken' : 'taken-unsaid';
    const taken = this.remember(ask);
    void this.receipt(statusUrl, taken, ask);
    this.onTaken(taken);
    if (fate === 'errorAfter') return carrierAnswer(response, 503, UNAVAILABLE);
    if (fate === 'resetAfter') return void request.socket.resetAndDestroy();
    if (fate !== 'hangAfter') carrierAnswer(response, 201, rowOf(taken));
  }

  private wentWrong({ from }: { from: string }): void {
    this.hurries.push({ from, at: Date.now() });
  }

  private fate(): Fate {
    let dice = this.random();
    for (const [kind, share] of Object.entries(this.weather) as [keyof Weather, number][]) {
      if (dice < share) return kind;
      dice -= share;
    }
    return 'works';
  }

  private remember({ kind, from, to, body }: Ask): Taken {
    const sid = `${kind === 'text' ? 'SM' : 'CA'}${randomBytes(16).toString('hex')}`;
    const taken: Taken = { sid, kind, from, to, body, at: Date.now() };
    this.taken.push(taken);
    const key = `${kind} ${from} ${to}`;
    const before = this.byPhones.get(key);
    if (before) before.push(taken);
    else this.byPhones.set(key, [taken]);
    return taken;
  }

  private list(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', 'http://carrier');
    const [from, to] = ['From', 'To'].map((name) => url.searchParams.get(name) ?? '') as [string, string];
    this.questions.push({ from, to, at: Date.now(), isAnswered: !this.isDown && !request.socket.destroyed });
    if (this.isDown) return void request.socket.destroy();
    const isTexts = url.pathname.includes('/Messages');
    const found = (this.byPhones.get(`${isTexts ? 'text' : 'call'} ${from} ${to}`) ?? []).map(rowOf);
    // Whoever began to send it died first. After the second such attempt the ladder waits for this person no longer.
    if (found.length === 0) this.wentWrong({ from });
    carrierAnswer(response, 200, isTexts ? { messages: found } : { calls: found });
  }

  /** What the phone network says later: texts arrive, calls are not answered. Lost when we are not there to hear it. */
  private async receipt(url: string | null, taken: Taken, ask: Ask): Promise<void> {
    if (!url) return;
    await pause(RECEIPT_AFTER_MS + this.random() * 200);
    const isHeard = await this.deliver(url, receiptOf(taken));
    if (!isHeard || taken.kind === 'call') this.wentWrong(taken);
    // The receipt names its delivery, so it says as well what the lost answer would have said.
    if (isHeard) ask.fate = 'taken';
  }

  /** One webhook of ours, signed; false when it was not answered as it should be. */
  deliver(url: string, form: Record<string, string>): Promise<boolean> {
    const signed = Object.entries(form)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .reduce((text, [name, value]) => text + name + value, url);
    const headers = { 'x-twilio-signature': createHmac('sha1', this.authToken).update(signed).digest('base64') };
    return isAccepted(url, { agent: this.callbacks, headers, body: new URLSearchParams(form).toString() });
  }
}

/** A request on its way, and where the network's news of it go. */
interface Delivery {
  ask: Ask;
  statusUrl: string | null;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
