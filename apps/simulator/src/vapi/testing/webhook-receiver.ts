import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { JsonObject } from '../json.js';

export interface ReceivedMessage {
  headers: Record<string, string>;
  rawBody: string;
  message: JsonObject & { type: string };
}

type Answer = { status: number; body: unknown };

/** An assistant's server: remembers every message, answers tool calls as a test tells it to. */
export class WebhookReceiver {
  readonly received: ReceivedMessage[] = [];
  /** What each tool's result is; tools not named here get "Recorded.". */
  results: Record<string, string> = {};
  /** Overrides the answer of every message. */
  answerAll: Answer | undefined;
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

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/api/vapi/webhook`;
  }

  of(type: string): ReceivedMessage['message'][] {
    return this.received.map(({ message }) => message).filter((message) => message.type === type);
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const rawBody = Buffer.concat(chunks).toString();
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    const { message } = JSON.parse(rawBody) as Pick<ReceivedMessage, 'message'>;
    this.received.push({ headers, rawBody, message });
    const { status, body } = this.answerAll ?? { status: 200, body: this.reply(message) };
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }

  private reply(message: JsonObject): JsonObject {
    const calls = (message.toolCallList ?? wrapped(message.toolWithToolCallList)) as ToolCall[] | undefined;
    if (!calls) return message.type === 'function-call' ? { result: 'Recorded.' } : {};
    return {
      results: calls.map(({ id, name = '', function: declared }) => {
        const tool = declared?.name ?? name;
        return { toolCallId: id, name: tool, result: this.results[tool] ?? 'Recorded.' };
      }),
    };
  }
}

interface ToolCall {
  id: string;
  name?: string;
  function?: { name: string };
}

function wrapped(list: unknown): ToolCall[] | undefined {
  return (list as { toolCall: ToolCall }[] | undefined)?.map(({ toolCall }) => toolCall);
}
