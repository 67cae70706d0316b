import { existsSync, readFileSync } from 'node:fs';
import { CircuitBreaker } from './circuit-breaker.js';
import { readStartedCall, streamIn, vapiHosts } from './vapi-stream.js';
import { readServerMessage, toolResponse } from './vapi-wire.js';

const call = { id: 'vapi-1', transport: { callSid: 'CA1' } };
const ref = { providerCallId: 'vapi-1', callSid: 'CA1' };
const tools = (list: unknown, name = 'toolCallList') =>
  readServerMessage({ message: { type: 'tool-calls', call, [name]: list } });

describe('reading server messages', () => {
  const expected = [{ id: 't1', name: 'classify_call', arguments: { classification: 'emergency' } }];

  it.each([
    [
      'arguments as text',
      'toolCallList',
      { function: { name: 'classify_call', arguments: '{"classification":"emergency"}' } },
    ],
    [
      'arguments as object',
      'toolCallList',
      { function: { name: 'classify_call', arguments: { classification: 'emergency' } } },
    ],
    ['flattened', 'toolCallList', { name: 'classify_call', parameters: { classification: 'emergency' } }],
    ['flattened arguments', 'toolCalls', { name: 'classify_call', arguments: { classification: 'emergency' } }],
    [
      'function.parameters',
      'toolCalls',
      { function: { name: 'classify_call', parameters: { classification: 'emergency' } } },
    ],
  ])('takes a tool call with %s', (...[, list, shape]) => {
    expect(tools([{ id: 't1', ...shape }], list)).toEqual({ kind: 'tools', ref, requests: expected, isLegacy: false });
  });

  it('takes toolWithToolCallList', () => {
    const entry = {
      type: 'function',
      toolCall: { id: 't1', name: 'classify_call', parameters: { classification: 'emergency' } },
    };
    expect(tools([entry], 'toolWithToolCallList')).toMatchObject({ requests: expected });
  });

  it('answers for every call of one message and keeps malformed arguments as null', () => {
    const event = tools([
      { id: 'a', function: { name: 'route_to_oncall', arguments: '{broken' } },
      { id: 'b', function: { name: 'classify_call', arguments: '[1]' } },
      { id: 'c', function: { name: 'classify_call' } },
      'nonsense',
    ]);
    expect(event).toMatchObject({ requests: [{ arguments: null }, { arguments: null }, { id: 'c', arguments: {} }] });
  });

  it('takes the legacy function-call and answers it in its own shape', () => {
    const message = {
      type: 'function-call',
      call,
      timestamp: 5,
      functionCall: { name: 'classify_call', parameters: { classification: 'spam' } },
    };
    expect(readServerMessage({ message })).toMatchObject({
      isLegacy: true,
      requests: [{ arguments: { classification: 'spam' } }],
    });
    expect(
      toolResponse([{ toolCallId: 'x', name: 'classify_call', outcome: { kind: 'result', text: 'a\nb' } }], true),
    ).toEqual({ result: 'a b' });
  });

  it('answers with the very ids and one-line strings', () => {
    const replies = [
      { toolCallId: 'a', name: 'classify_call', outcome: { kind: 'result' as const, text: 'one\n two' } },
      { toolCallId: 'b', name: 'unknown', outcome: { kind: 'error' as const, text: 'no such tool' } },
    ];
    expect(toolResponse(replies, false)).toEqual({
      results: [
        { toolCallId: 'a', name: 'classify_call', result: 'one two' },
        { toolCallId: 'b', name: 'unknown', error: 'no such tool' },
      ],
    });
  });

  it('takes final transcripts only, and gives a repeated delivery the same key', () => {
    const message = {
      type: 'transcript',
      transcriptType: 'final',
      role: 'user',
      transcript: 'I smell gas',
      timestamp: 7,
      call,
    };
    const event = readServerMessage({ message });
    expect(event).toMatchObject({ kind: 'turn', role: 'caller', text: 'I smell gas', at: new Date(7) });
    expect(readServerMessage({ message })).toEqual(event);
    expect(readServerMessage({ message: { ...message, transcriptType: 'partial' } })).toEqual({ kind: 'nothing' });
  });

  it('reads a report with nothing in it', () => {
    const event = readServerMessage({ message: { type: 'end-of-call-report', call, artifact: {}, analysis: {} } });
    expect(event).toMatchObject({ kind: 'report', report: { summary: null, turns: [], endedAt: null } });
  });

  it.each([
    null,
    'text',
    [],
    {},
    { message: null },
    { message: { type: 'tool-calls' } },
    { message: { call: { id: 5 } } },
  ])('finds nothing in %j', (body) => {
    expect(readServerMessage(body)).toEqual({ kind: 'nothing' });
  });

  const examplesAt = new URL('../../../../../shared/vendor-specs/vapi_server_message_examples.json', import.meta.url);
  const recorded = existsSync(examplesAt) ? it : it.skip;
  recorded('reads every recorded server message without a fault', () => {
    const { examples } = JSON.parse(readFileSync(examplesAt, 'utf8')) as {
      examples: Record<string, { message: object }>;
    };
    const kinds = Object.entries(examples).map(([name, { message }]) => [name, readServerMessage({ message }).kind]);
    const heard = kinds.filter(([name]) =>
      /^(tool-calls|function-call|transcript:final|end-of-call|status-update:(ended|in-progress))/.test(name ?? ''),
    );
    expect(heard.length).toBeGreaterThan(6);
    expect(heard.filter(([, kind]) => kind === 'nothing')).toEqual([]);
  });
});

describe('splicing the stream', () => {
  const hosts = vapiHosts('https://api.vapi.ai');
  const twiml = (inner: string) =>
    `<?xml version="1.0" encoding="UTF-8"?><Response><Connect>${inner}</Connect></Response>`;

  it('takes the one stream apart, with its parameters', () => {
    const given = twiml(
      '<Stream url="wss://phone.vapi.ai/x?a=1&amp;b=2"><Parameter name="n" value="&quot;v&quot;"/></Stream>',
    );
    expect(streamIn(given, hosts)).toEqual({ url: 'wss://phone.vapi.ai/x?a=1&b=2', parameters: { n: '"v"' } });
  });

  it.each([
    ['a foreign host', twiml('<Stream url="wss://evil.example/x"/>')],
    ['a host that only looks alike', twiml('<Stream url="wss://vapi.ai.evil.example/x"/>')],
    ['a plain socket', twiml('<Stream url="ws://phone.vapi.ai/x"/>')],
    ['two streams', twiml('<Stream url="wss://phone.vapi.ai/x"/><Stream url="wss://phone.vapi.ai/y"/>')],
    ['another verb', '<Response><Dial>+15555550100</Dial></Response>'],
    ['a verb beside it', '<Response><Dial>1</Dial><Connect><Stream url="wss://phone.vapi.ai/x"/></Connect></Response>'],
    ['garbage', '<Response><Connect><Stream url="wss://'],
    ['nothing', ''],
  ])('refuses %s', (_title, given) => {
    expect(streamIn(given, hosts)).toBeNull();
  });

  it('a full house is no capacity although the status was 201', () => {
    const body = {
      id: 'v',
      phoneCallProviderDetails: { twiml: twiml('<Stream url="wss://phone.vapi.ai/x"/>') },
      subscriptionLimits: { concurrencyBlocked: true },
    };
    expect(readStartedCall(body, hosts)).toEqual({ kind: 'no-capacity' });
    expect(readStartedCall({ ...body, subscriptionLimits: undefined }, hosts)).toMatchObject({
      kind: 'started',
      providerCallId: 'v',
    });
    expect(readStartedCall('<html>', hosts)).toEqual({ kind: 'bad-answer' });
  });
});

describe('the circuit breaker', () => {
  it('opens for 30 s after three failures in a row, then lets one try', () => {
    const breaker = new CircuitBreaker();
    const at = (seconds: number) => new Date(seconds * 1000);
    breaker.failed(at(0));
    breaker.failed(at(1));
    expect(breaker.isOpen(at(1))).toBe(false);
    breaker.failed(at(2));
    expect([breaker.isOpen(at(31)), breaker.isOpen(at(33))]).toEqual([true, false]);
    breaker.failed(at(33));
    expect(breaker.isOpen(at(34))).toBe(true);
    breaker.succeeded();
    expect(breaker.isOpen(at(34))).toBe(false);
  });
});
