import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';

/** One webhook as the application under test got it. */
export interface ReceivedWebhook {
  path: string;
  url: string;
  headers: Record<string, string>;
  form: Record<string, string>;
}

export type Answer = { status?: number; type?: string; body?: string };

/** An application in the place of the product: answers webhooks as a test tells it to, and remembers them. */
export class Application {
  readonly received: ReceivedWebhook[] = [];
  private readonly answers = new Map<string, (webhook: ReceivedWebhook) => Answer>();
  private readonly server: Server = createServer((request, response) => void this.answer(request, response));

  async start(): Promise<void> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  url(path: string): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}${path}`;
  }

  /** TwiML inside <Response> for a path; `{base}` stands for this application's address. */
  says(path: string, verbs: string): void {
    const body = `<?xml version="1.0" encoding="UTF-8"?><Response>${verbs.replaceAll('{base}', this.url(''))}</Response>`;
    this.answers.set(path, () => ({ type: 'text/xml', body }));
  }

  answersWith(path: string, answer: Answer | ((webhook: ReceivedWebhook) => Answer)): void {
    this.answers.set(path, typeof answer === 'function' ? answer : () => answer);
  }

  at(path: string): ReceivedWebhook[] {
    return this.received.filter((webhook) => webhook.path === path);
  }

  forms(path: string): Record<string, string>[] {
    return this.at(path).map(({ form }) => form);
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const webhook = await read(request, this.url(''));
    this.received.push(webhook);
    const { status = 200, type, body } = this.answers.get(webhook.path)?.(webhook) ?? { status: 204 };
    response.writeHead(status, type ? { 'content-type': type } : {});
    response.end(body);
  }
}

async function read(request: IncomingMessage, base: string): Promise<ReceivedWebhook> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const url = new URL(request.url ?? '/', base);
  const form = new URLSearchParams(request.method === 'GET' ? url.search : Buffer.concat(chunks).toString());
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  return { path: url.pathname, url: url.href, headers, form: Object.fromEntries(form) };
}
