import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LlmMind } from './llm-mind.js';
import type { Brief } from './mind.types.js';

const BRIEF: Brief = {
  prompt: 'You are Alex.',
  openingLine: 'Hi.',
  tools: [{ name: 'classify_call', parameters: {} }],
  variables: {},
};

let model: Server;
let requests: { messages: { role: string; content: string }[]; tools: unknown[]; model: string }[];
let replies: unknown[];

beforeEach(async () => {
  requests = [];
  model = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      requests.push(JSON.parse(body) as (typeof requests)[0]);
      const message = replies.shift();
      response
        .writeHead(message ? 200 : 500, { 'content-type': 'application/json' })
        .end(JSON.stringify({ choices: [{ message }] }));
    });
  }).listen(0, '127.0.0.1');
  await once(model, 'listening');
});
afterEach(async () => {
  model.closeAllConnections();
  model.close();
  await once(model, 'close');
});

function talk() {
  const on = { said: [] as string[], used: [] as [string, unknown][], ended: false };
  const mind = new LlmMind(
    BRIEF,
    {
      say: async (line) => void on.said.push(line),
      useTool: async (name, args) => {
        on.used.push([name, args]);
        return { text: 'Say: "Leave the house."', failed: false };
      },
      endCall: async () => void (on.ended = true),
    },
    { baseUrl: `http://127.0.0.1:${(model.address() as AddressInfo).port}/v1`, apiKey: 'k', model: 'some-model' },
  );
  return { on, mind };
}

const tool = (name: string, args: string) => ({
  role: 'assistant',
  content: null,
  tool_calls: [{ id: 'c1', type: 'function', function: { name, arguments: args } }],
});

describe('a real model behind the voice', () => {
  it('gets the prompt and the tools, uses them, and speaks', async () => {
    replies = [
      tool('classify_call', '{"classification":"emergency"}'),
      { role: 'assistant', content: 'Leave the house.' },
    ];
    const { on, mind } = talk();
    await mind.hear('I smell gas');
    expect(on).toEqual({
      said: ['Leave the house.'],
      used: [['classify_call', { classification: 'emergency' }]],
      ended: false,
    });
    expect(requests[0]).toMatchObject({
      model: 'some-model',
      messages: [
        { role: 'system', content: 'You are Alex.' },
        { role: 'assistant' },
        { role: 'user', content: 'I smell gas' },
      ],
    });
    expect(requests[1]?.messages.at(-1)).toMatchObject({ role: 'tool', content: 'Say: "Leave the house."' });
  });

  it('hangs up with endCall', async () => {
    replies = [tool('endCall', '{}')];
    const { on, mind } = talk();
    await mind.hear('Bye');
    expect(on.ended).toBe(true);
  });

  it('asks again when the model fails, instead of silence', async () => {
    replies = [];
    const { on, mind } = talk();
    await mind.hear('Hello?');
    expect(on.said).toEqual(['Sorry, could you say that again?']);
  });
});
