import { DEFAULT_GREETING } from '@domain/persona/persona-settings';
import { renderPersona } from '@domain/persona/render-persona';
import type { E164 } from '@domain/phone/e164';
import { Clock } from '@domain/ports/clock';
import { readEnv } from '@platform/env/env';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { VapiVoiceAgent } from './vapi-voice-agent.js';

type Answer = { status: number; body: unknown } | 'hang' | 'drip';

class StoppedClock extends Clock {
  at = new Date('2026-02-13T03:22:00Z');
  now(): Date {
    return this.at;
  }
}

describe('Vapi behind the VoiceAgent port', () => {
  let server: Server;
  let origin: string;
  let agent: VapiVoiceAgent;
  let clock: StoppedClock;
  let answer: Answer;
  const seen: { method: string; path: string; authorization: string; body: unknown }[] = [];

  beforeAll(async () => {
    server = createServer(async (request, response) => {
      const { method = '', url = '', headers } = request;
      const body = method === 'GET' ? null : await json(request);
      seen.push({ method, path: url, authorization: headers.authorization ?? '', body });
      if (answer === 'hang') return;
      if (answer === 'drip')
        return void response.writeHead(201, { 'content-type': 'application/json' }).write('{"id":');
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  beforeEach(() => {
    seen.splice(0);
    clock = new StoppedClock();
    agent = new VapiVoiceAgent(env(`${origin}/vapi`), clock);
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const conversation = {
    callRef: 'call-1',
    assistantId: 'a-1',
    voiceNumberId: 'n-1',
    callerPhone: '+13125550141' as E164,
    variables: { greeting_word: 'tonight' },
  };
  const twiml = () => `<Response><Connect><Stream url="wss://${new URL(origin).host}/transport"/></Connect></Response>`;
  const started = () => ({
    status: 201,
    body: {
      id: 'v-1',
      phoneCallProviderDetails: { twiml: twiml() },
      monitor: { controlUrl: `${origin}/vapi/control/v-1` },
    },
  });

  it('starts by bypass with the variables of the call', async () => {
    answer = started();
    expect(await agent.start(conversation)).toEqual({
      kind: 'started',
      providerCallId: 'v-1',
      controlUrl: `${origin}/vapi/control/v-1`,
      stream: { url: `wss://${new URL(origin).host}/transport`, parameters: {} },
    });
    expect(seen).toMatchObject([
      {
        method: 'POST',
        path: '/vapi/call',
        body: {
          phoneCallProviderBypassEnabled: true,
          assistantId: 'a-1',
          phoneNumberId: 'n-1',
          customer: { number: '+13125550141' },
          assistantOverrides: { variableValues: { greeting_word: 'tonight', call_ref: 'call-1' } },
        },
      },
    ]);
  });

  it('VTCR 1.3: a test call is ended by the provider after a minute', async () => {
    answer = started();
    await agent.start({ ...conversation, maxSeconds: 60 });
    expect(seen).toMatchObject([{ body: { assistantOverrides: { maxDurationSeconds: 60 } } }]);
  });

  it.each<[string, Answer | (() => Answer), string]>([
    ['a server error', { status: 500, body: {} }, 'error'],
    ['a refusal', { status: 400, body: { message: 'no' } }, 'error'],
    [
      'a full house with status 201',
      () => ({
        status: 201,
        body: { ...(started().body as object), subscriptionLimits: { concurrencyBlocked: true } },
      }),
      'no-capacity',
    ],
    [
      'garbage instead of TwiML',
      { status: 201, body: { id: 'v', phoneCallProviderDetails: { twiml: '<Response><Connect><Stream url="wss://' } } },
      'bad-answer',
    ],
  ])('%s is unavailable, asked for once', async (_title, given, reason) => {
    answer = typeof given === 'function' ? given() : given;
    expect(await agent.start(conversation)).toEqual({ kind: 'unavailable', reason });
    expect(seen).toHaveLength(1);
  });

  it.each<[string, Answer]>([
    ['an answer that never comes', 'hang'],
    ['an answer that never ends', 'drip'],
  ])(
    'decision 9: gives up on %s after 2.5 seconds',
    async (_title, given) => {
      answer = given;
      const at = performance.now();
      expect(await agent.start(conversation)).toEqual({ kind: 'unavailable', reason: 'timeout' });
      expect(performance.now() - at).toBeLessThan(2900);
    },
    8000,
  );

  it('after three failures stops asking for half a minute', async () => {
    answer = { status: 500, body: {} };
    for (let n = 0; n < 5; n += 1) await agent.start(conversation);
    expect(seen).toHaveLength(3);
    clock.at = new Date(clock.at.getTime() + 31_000);
    answer = started();
    expect(await agent.start(conversation)).toMatchObject({ kind: 'started' });
  });

  it('speaks through the control URL with our key, and only to hosts of the vendor', async () => {
    answer = { status: 200, body: {} };
    expect(await agent.say(`${origin}/vapi/control/v-1`, 'Stay away from the area.')).toBe(true);
    expect(seen).toMatchObject([
      {
        path: '/vapi/control/v-1',
        authorization: 'Bearer vapi-key-of-tests',
        body: { type: 'say', content: 'Stay away from the area.' },
      },
    ]);
    expect(await agent.tell('https://evil.example/control', 'note')).toBe(false);
    answer = { status: 404, body: {} };
    expect(await agent.tell(`${origin}/vapi/control/v-1`, 'note')).toBe(false);
  });

  it('replaces the whole assistant, and makes a new one when it was deleted', async () => {
    answer = { status: 200, body: { id: 'a-1' } };
    expect(await agent.publish(script, 'a-1')).toBe('a-1');
    expect(seen).toMatchObject([
      {
        method: 'PATCH',
        path: '/vapi/assistant/a-1',
        body: {
          model: { tools: expect.any(Array) },
          silenceTimeoutSeconds: 40,
          hooks: expect.any(Array),
          server: { url: 'https://n.example/api/vapi/webhook' },
        },
      },
    ]);
    answer = { status: 404, body: { message: 'gone' } };
    await expect(agent.publish(script, 'a-1')).rejects.toThrow();
    expect(seen.at(-1)).toMatchObject({ method: 'POST', path: '/vapi/assistant' });
  });

  it('fetches a finished conversation, and nothing of a running or unknown one', async () => {
    answer = {
      status: 200,
      body: {
        id: 'v-1',
        status: 'ended',
        endedReason: 'customer-ended-call',
        artifact: { messages: [{ role: 'user', message: 'Hi', secondsFromStart: 1 }] },
      },
    };
    expect(await agent.report('v-1')).toMatchObject({ providerCallId: 'v-1', turns: [{ role: 'caller', text: 'Hi' }] });
    answer = { status: 200, body: { id: 'v-1', status: 'in-progress' } };
    expect(await agent.report('v-1')).toBeNull();
    answer = { status: 404, body: {} };
    expect(await agent.report('v-1')).toBeNull();
  });
});

const env = (vapi: string) =>
  readEnv({
    PUBLIC_URL: 'https://n.example',
    DATABASE_URL: 'postgres://a@localhost/b',
    JWT_SECRET: 'j'.repeat(40),
    ENCRYPTION_KEY: 'a'.repeat(64),
    TWILIO_ACCOUNT_SID: `AC${'a'.repeat(32)}`,
    TWILIO_AUTH_TOKEN: 'an-auth-token-of-tests',
    VAPI_API_URL: vapi,
    VAPI_API_KEY: 'vapi-key-of-tests',
    VAPI_WEBHOOK_SECRET: 'v'.repeat(20),
  });

const script = renderPersona({
  businessName: 'Metro',
  ownerName: 'Dave',
  trades: ['plumbing'],
  serviceArea: '',
  services: [],
  aiName: 'Alex',
  voiceId: 'Elliot',
  greeting: DEFAULT_GREETING,
  additionalInstructions: '',
  faq: [],
  languages: ['en'],
  emergencyPhrases: [],
  aiDisclosure: 'on_request',
  state: 'IL',
  calendarEnabled: false,
  hours: {
    weekly: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] },
    specialDays: [],
    timeZone: 'America/Chicago',
  },
});
