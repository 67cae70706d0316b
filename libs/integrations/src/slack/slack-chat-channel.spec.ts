import type { Env } from '@platform/env/env';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SlackChatChannel } from './slack-chat-channel.js';

const WEBHOOK = 'https://hooks.slack.com/services/T00000000/B00000000/metro';

/** Answers like Slack (docs.slack.dev, incoming webhooks): a word as text, 200 `ok` when the message was taken. */
class SlackStandIn {
  readonly requests: { path: string | undefined; contentType: string | undefined; body: string }[] = [];
  answer: { status: number; body: string } | 'hang up' = { status: 200, body: 'ok' };
  private readonly server: Server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      this.requests.push({ path: request.url, contentType: request.headers['content-type'], body });
      if (this.answer === 'hang up') return request.socket.destroy();
      return response.writeHead(this.answer.status).end(this.answer.body);
    });
  });

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    await new Promise((resolve) => this.server.close(resolve));
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}

describe('the Slack chat channel keeps the contract of the port', () => {
  const slack = new SlackStandIn();
  let channel: SlackChatChannel;

  beforeAll(async () => {
    channel = new SlackChatChannel({ SLACK_API_URL: await slack.start() } as Env);
  });
  beforeEach(() => {
    slack.requests.length = 0;
    slack.answer = { status: 200, body: 'ok' };
  });
  afterAll(() => slack.stop());

  it('posts JSON with fallback text and blocks to the path of the webhook', async () => {
    await expect(channel.post(WEBHOOK, 'TITLE\nbody')).resolves.toEqual({ kind: 'posted' });
    const [request] = slack.requests;
    expect(request?.path).toBe('/services/T00000000/B00000000/metro');
    expect(request?.contentType).toMatch(/^application\/json/);
    expect(JSON.parse(request?.body ?? '')).toMatchObject({ text: 'TITLE\nbody', blocks: [{ type: 'header' }, {}] });
  });

  it('an archived channel is final', async () => {
    slack.answer = { status: 410, body: 'channel_is_archived' };
    await expect(channel.post(WEBHOOK, 'x')).resolves.toEqual({ kind: 'rejected', reason: 'channel_is_archived' });
  });

  it.each([
    [429, 'rate_limited'],
    [500, 'rollup_error'],
  ])('%i may work later, and is not tried again here', async (status, body) => {
    slack.answer = { status, body };
    await expect(channel.post(WEBHOOK, 'x')).resolves.toEqual({ kind: 'failed', reason: body });
    expect(slack.requests).toHaveLength(1);
  });

  it('a broken connection is a failure, not an exception', async () => {
    slack.answer = 'hang up';
    await expect(channel.post(WEBHOOK, 'x')).resolves.toEqual({ kind: 'failed', reason: 'unreachable' });
  });

  it('an address that is not a Slack webhook is never called', async () => {
    await expect(channel.post('https://evil.example/services/T1/B1/x', 'x')).resolves.toEqual({
      kind: 'rejected',
      reason: 'not-a-slack-webhook',
    });
    expect(slack.requests).toHaveLength(0);
  });
});
