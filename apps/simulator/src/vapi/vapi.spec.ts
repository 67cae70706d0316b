import { VapiClient, type Vapi } from '@vapi-ai/server-sdk';
import { Ajv, type ValidateFunction } from 'ajv';
import { createHmac } from 'node:crypto';
import { DEV_ACCOUNT_SID, DEV_AUTH_TOKEN, DEV_VAPI_KEY, DEV_VAPI_WEBHOOK_SECRET } from '../server-settings.js';
import { Stage } from '../testing/stage.js';
import { readVendorSpec, VENDOR_SPECS_ABSENT, vendorSpecsArePresent } from '../testing/vendor-specs.js';
import { createTwilio } from '../twilio/twilio.js';
import { WebhookReceiver } from './testing/webhook-receiver.js';
import { createVapi } from './vapi.js';

const METRO = '+13125550100';
const JIM = '+13125550141';
const FINALS = 'transcript[transcriptType="final"]';

const stage = new Stage((world) => [createTwilio(world), createVapi(world)]);
let server: WebhookReceiver;
let vapi: VapiClient;

beforeEach(async () => {
  server = new WebhookReceiver();
  await server.start();
  await stage.open();
  vapi = new VapiClient({ token: DEV_VAPI_KEY, baseUrl: `${stage.address}/vapi`, maxRetries: 0 });
  await buyNumber();
});
afterEach(async () => {
  await stage.close();
  await server.stop();
});

function assistant(change: Record<string, unknown> = {}): Record<string, unknown> {
  const tool = (name: string, required: string[], properties: string[]) => ({
    type: 'function',
    function: {
      name,
      parameters: {
        type: 'object',
        properties: Object.fromEntries(properties.map((key) => [key, { type: 'string' }])),
        required,
      },
    },
    parameters: [{ key: 'call_ref', value: '{{call_ref}}' }],
  });
  return {
    name: 'After hours - Metro Plumbing',
    firstMessage:
      "Hi, thanks for calling Metro Plumbing. This is Alex, Dave's after-hours assistant. How can I help you {{greeting_word}}?",
    firstMessageInterruptionsEnabled: true,
    model: {
      provider: 'openai',
      model: 'gpt-4.1',
      messages: [{ role: 'system', content: 'It is {{local_time}}.' }],
      tools: [
        tool('classify_call', ['classification'], ['classification', 'urgency_reasoning', 'service_type']),
        tool('collect_caller_details', [], ['caller_name', 'phone_number', 'address', 'issue_description']),
        tool('route_to_oncall', ['issue_summary'], ['caller_name', 'caller_phone', 'address', 'issue_summary']),
      ],
    },
    serverMessages: ['tool-calls', 'status-update', 'end-of-call-report', 'hang', FINALS],
    server: { url: server.url },
    silenceTimeoutSeconds: 600,
    ...change,
  };
}

async function buyNumber(): Promise<void> {
  const form = new URLSearchParams({
    PhoneNumber: METRO,
    VoiceUrl: stage.application.url('/incoming-call'),
    SmsUrl: stage.application.url('/sms'),
  });
  await fetch(`${stage.address}/2010-04-01/Accounts/${DEV_ACCOUNT_SID}/IncomingPhoneNumbers.json`, {
    method: 'POST',
    headers: twilioAuth(),
    body: form,
  });
}

const twilioAuth = () => ({ authorization: `Basic ${btoa(`${DEV_ACCOUNT_SID}:${DEV_AUTH_TOKEN}`)}` });

interface Placed {
  id: string;
  status: string;
  phoneCallProviderDetails: { twiml: string };
  monitor: { controlUrl: string };
  subscriptionLimits: { concurrencyBlocked: boolean };
}

/** Through the real SDK, as the product does. */
async function placeCall(change: Record<string, unknown> = {}): Promise<Placed> {
  const request = {
    phoneCallProviderBypassEnabled: true,
    assistant: assistant(),
    customer: { number: JIM },
    assistantOverrides: {
      variableValues: { greeting_word: 'tonight', local_time: '9:22 PM', call_ref: 'c_1' },
      metadata: { call_ref: 'c_1' },
    },
    ...change,
  };
  return (await vapi.calls.create(request as unknown as Vapi.CreateCallDto)) as unknown as Placed;
}

/** A caller on the line with an agent, up to and including the greeting. */
async function connect(change: Record<string, unknown> = {}): Promise<Placed & { callSid: string }> {
  const placed = await placeCall(change);
  stage.application.answersWith('/incoming-call', { type: 'text/xml', body: placed.phoneCallProviderDetails.twiml });
  const callSid = await stage.dial(JIM, METRO);
  await stage.pass(15);
  return { ...placed, callSid };
}

async function say(callSid: string, text: string): Promise<void> {
  await stage.control('POST', `/calls/${callSid}/say`, { text });
  await stage.pass(40);
}

const heard = async (callSid: string) => (await stage.call(callSid)).heard.join(' ');

describe('assistants and phone numbers, through the real SDK', () => {
  it('creates, reads, lists and deletes an assistant', async () => {
    const created = await vapi.assistants.create(assistant() as Vapi.CreateAssistantDto);
    expect((await vapi.assistants.get({ id: created.id })).name).toBe('After hours - Metro Plumbing');
    expect(await vapi.assistants.list()).toHaveLength(1);
    await vapi.assistants.delete({ id: created.id });
    await expect(vapi.assistants.get({ id: created.id })).rejects.toMatchObject({ statusCode: 404 });
  });

  it('PATCH replaces a top-level field whole: a model without tools loses its tools', async () => {
    const created = await vapi.assistants.create(assistant() as Vapi.CreateAssistantDto);
    const model = { provider: 'openai', model: 'gpt-4.1' };
    const patched = await vapi.assistants.update({ id: created.id, model } as unknown as Vapi.UpdateAssistantDto);
    expect(patched).toMatchObject({ name: 'After hours - Metro Plumbing', model });
    expect(JSON.stringify(patched)).not.toContain('classify_call');
  });

  it('refuses a name of more than 40 characters, and a wrong key', async () => {
    const long = assistant({ name: 'x'.repeat(41) });
    await expect(vapi.assistants.create(long as Vapi.CreateAssistantDto)).rejects.toMatchObject({ statusCode: 400 });
    const stranger = new VapiClient({ token: 'wrong', baseUrl: `${stage.address}/vapi`, maxRetries: 0 });
    await expect(stranger.assistants.list()).rejects.toMatchObject({ statusCode: 401 });
  });

  it.each([
    [true, 'https://api.vapi.ai/twilio/sms'],
    [false, '/sms'],
  ])(
    'importing a number overwrites its voice URL, and with smsEnabled %s its SMS URL becomes %s',
    async (smsEnabled, smsUrl) => {
      await vapi.phoneNumbers.create({
        provider: 'twilio',
        number: METRO,
        smsEnabled,
        twilioAccountSid: DEV_ACCOUNT_SID,
        twilioAuthToken: DEV_AUTH_TOKEN,
      });
      const answer = await fetch(`${stage.address}/2010-04-01/Accounts/${DEV_ACCOUNT_SID}/IncomingPhoneNumbers.json`, {
        headers: twilioAuth(),
      });
      const [number] = ((await answer.json()) as { incoming_phone_numbers: { voice_url: string; sms_url: string }[] })
        .incoming_phone_numbers;
      expect(number!.voice_url).toBe('https://api.vapi.ai/twilio/inbound_call');
      expect(number!.sms_url).toMatch(new RegExp(`${smsUrl}$`));
    },
  );
});

describe('POST /call with provider bypass', () => {
  it('answers with one stream on this host, a control URL and the limits', async () => {
    const placed = await placeCall();
    const host = new URL(stage.address).host;
    expect(placed.status).toBe('queued');
    expect(placed.phoneCallProviderDetails.twiml).toContain(`<Stream url="wss://${host}/vapi/transport/${placed.id}">`);
    expect(placed.monitor.controlUrl).toBe(`http://${host}/vapi/control/${placed.id}`);
    expect(placed.subscriptionLimits).toMatchObject({ concurrencyBlocked: false });
  });

  it('refuses a withheld number sent as text, and takes the call without one', async () => {
    await expect(placeCall({ customer: { number: 'anonymous' } })).rejects.toMatchObject({ statusCode: 400 });
    await expect(placeCall({ customer: undefined })).resolves.toMatchObject({ status: 'queued' });
  });

  it.each([
    ['blocked', (placed: Placed) => expect(placed.subscriptionLimits.concurrencyBlocked).toBe(true)],
    ['garbage', (placed: Placed) => expect(placed.phoneCallProviderDetails.twiml).not.toContain('</Response>')],
  ])('fault %s comes with status 201 all the same', async (kind, check) => {
    await stage.control('POST', '/faults', { scope: 'vapi.call', kind });
    check(await placeCall());
  });

  it('reports a call whose stream never came', async () => {
    await stage.control('POST', '/faults', { scope: 'vapi.call', kind: 'never-connects' });
    const { id } = await connect();
    await stage.pass(120);
    expect(server.of('end-of-call-report')).toMatchObject([
      { endedReason: 'phone-call-provider-bypass-enabled-but-no-call-received', artifact: {} },
    ]);
    expect(await vapi.calls.get({ id })).toMatchObject({ status: 'ended' });
  });
});

describe('a conversation', () => {
  it('speaks the rendered first message, uses the tools, and reports everything', async () => {
    const { callSid, id } = await connect();
    expect(await heard(callSid)).toMatch(/How can I help you tonight\?$/);
    for (const line of [
      'Water is spraying out of a pipe in my basement',
      'Jim Kowalski.',
      '218 Oak Lane.',
      "Yeah, that's right.",
      'The whole basement is soaked.',
    ])
      await say(callSid, line);
    await stage.pass(60);
    expect((await stage.call(callSid)).status).toBe('completed');
    expect(server.of('status-update').map(({ status }) => status)).toEqual(['in-progress', 'ended']);
    const [report] = server.of('end-of-call-report');
    expect(report).toMatchObject({
      endedReason: 'assistant-ended-call',
      artifact: { transcript: expect.stringContaining('User: 218 Oak Lane.') },
    });
    expect(await vapi.calls.get({ id })).toMatchObject({
      status: 'ended',
      transcript: expect.stringContaining('AI: Hi, thanks for calling'),
    });
  });

  it('sends static parameters after the model’s own, and nothing the schema does not name', async () => {
    const { callSid } = await connect();
    await say(callSid, 'Water is spraying out of a pipe in my basement');
    const [use] = server.of('tool-calls');
    const { name, arguments: args } = (use!.toolCallList as { function: { name: string; arguments: string } }[])[0]!
      .function;
    expect(name).toBe('classify_call');
    expect(Object.keys(JSON.parse(args) as object).sort()).toEqual([
      'call_ref',
      'classification',
      'service_type',
      'urgency_reasoning',
    ]);
    expect(JSON.parse(args)).toMatchObject({ classification: 'emergency', call_ref: 'c_1' });
  });

  it.each([
    ['string', 'toolCallList.0.function.arguments', 'string'],
    ['object', 'toolCallList.0.function.arguments', 'object'],
    ['flattened', 'toolCallList.0.parameters', 'object'],
    ['with-tool-only', 'toolWithToolCallList.0.toolCall.function.arguments', 'string'],
  ])('arguments travel as %s when asked to', async (argumentShape, path, type) => {
    await stage.control('PUT', '/agent', { argumentShape });
    const { callSid } = await connect();
    await say(callSid, 'Water is spraying out of a pipe in my basement');
    const found = path
      .split('.')
      .reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], server.of('tool-calls')[0]);
    expect(typeof found).toBe(type);
  });

  it('asks with function-call when the assistant still declares model.functions', async () => {
    const model = {
      messages: [],
      functions: [{ name: 'classify_call', parameters: { type: 'object', properties: {} } }],
    };
    const { callSid } = await connect({ assistant: assistant({ model, serverMessages: ['function-call'] }) });
    await say(callSid, 'Water is spraying out of a pipe in my basement');
    expect(server.of('function-call')[0]).toMatchObject({
      functionCall: { name: 'classify_call', parameters: { classification: 'emergency' } },
    });
    expect(server.of('status-update')).toEqual([]);
  });

  it('carries on without a result when the webhook fails', async () => {
    server.answerAll = { status: 500, body: {} };
    const { callSid } = await connect();
    await say(callSid, 'I smell gas near my furnace');
    expect(await heard(callSid)).toContain('Can I get your name?');
  });

  it('a wrong model calls an emergency routine, for this caller alone', async () => {
    await stage.control('PUT', '/agent', { caller: JIM, hearsAs: 'routine' });
    const { callSid } = await connect();
    await say(callSid, 'I smell gas near my furnace');
    expect(JSON.stringify(server.of('tool-calls')[0])).toContain('\\"classification\\":\\"routine\\"');
  });

  it('scenario 20: interrupted in the greeting, it stops and answers what was said', async () => {
    const placed = await placeCall();
    stage.application.answersWith('/incoming-call', { type: 'text/xml', body: placed.phoneCallProviderDetails.twiml });
    const callSid = await stage.dial(JIM, METRO);
    await stage.pass(1);
    await say(callSid, 'Are you a robot?');
    const all = await heard(callSid);
    expect(all).not.toContain('How can I help you tonight');
    expect(all).toContain("I'm Dave's after-hours assistant");
  });

  it('scenario 25: the caller hangs up, and the report says so', async () => {
    const { callSid } = await connect();
    await stage.control('POST', `/calls/${callSid}/hangup`);
    await stage.pass(10);
    expect(server.of('status-update').at(-1)).toMatchObject({ status: 'ended', endedReason: 'customer-ended-call' });
    expect(server.of('end-of-call-report')).toHaveLength(1);
  });

  it('asks whether the caller is still there, and gives up after the silence time-out', async () => {
    const hooks = [
      {
        on: 'customer.speech.timeout',
        options: { timeoutSeconds: 12, triggerMaxCount: 2 },
        do: [{ type: 'say', exact: 'Are you still there?' }],
      },
    ];
    const { callSid } = await connect({ assistant: assistant({ hooks, silenceTimeoutSeconds: 40 }) });
    await stage.pass(120);
    expect((await stage.call(callSid)).heard.filter((line) => line === 'Are you still there?')).toHaveLength(2);
    expect(server.of('end-of-call-report')).toMatchObject([{ endedReason: 'silence-timed-out' }]);
  });

  it('scenario 24: wraps up when its time note comes, and ends at the maximum duration', async () => {
    const hooks = [
      {
        on: 'call.timeElapsed',
        options: { seconds: 300 },
        do: [{ type: 'message.add', message: { role: 'system', content: 'Wrap up the call now.' } }],
      },
    ];
    const { callSid } = await connect({ assistant: assistant({ hooks, maxDurationSeconds: 400 }) });
    await say(callSid, 'Can I get a quote on a water heater?');
    await stage.pass(300);
    expect(await heard(callSid)).toContain('I think I have everything I need. Is there anything else?');
    await stage.pass(120);
    expect(server.of('end-of-call-report')).toMatchObject([{ endedReason: 'exceeded-max-duration' }]);
  });
});

describe('the control URL', () => {
  it('makes the agent speak, and end the call', async () => {
    const { callSid, monitor } = await connect();
    const order = (body: object) =>
      fetch(monitor.controlUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    expect((await order({ type: 'say', content: "I wasn't able to reach Mike directly." })).status).toBe(200);
    await stage.pass(10);
    expect(await heard(callSid)).toMatch(/I wasn't able to reach Mike directly\.$/);
    await order({ type: 'end-call' });
    await stage.pass(10);
    expect((await stage.call(callSid)).status).toBe('completed');
    expect((await order({ type: 'say', content: 'Hello?' })).status).toBe(404);
  });

  it('asks for the key when the assistant wants it', async () => {
    const { monitor } = await connect({
      assistant: assistant({ monitorPlan: { controlAuthenticationEnabled: true } }),
    });
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ type: 'say', content: 'Hello' });
    expect((await fetch(monitor.controlUrl, { method: 'POST', headers, body })).status).toBe(401);
    const withKey = { ...headers, authorization: `Bearer ${DEV_VAPI_KEY}` };
    expect((await fetch(monitor.controlUrl, { method: 'POST', headers: withKey, body })).status).toBe(200);
  });
});

describe('delivery of server messages', () => {
  it('signs timestamp and raw body with the HMAC credential', async () => {
    await connect();
    const [{ headers, rawBody }] = server.received as [(typeof server.received)[0]];
    const expected = createHmac('sha256', DEV_VAPI_WEBHOOK_SECRET)
      .update(`${headers['x-timestamp']}.${rawBody}`)
      .digest('hex');
    expect(headers['x-signature']).toBe(expected);
    expect(Number(headers['x-timestamp'])).toBeCloseTo(stage.simulator.world.clock.now() / 1000, -2);
  });

  it('sends the shared secret alone where the assistant carries one', async () => {
    await connect({ assistant: assistant({ server: { url: server.url, headers: { 'X-Vapi-Secret': 's3cret' } } }) });
    expect(server.received[0]!.headers).toMatchObject({ 'x-vapi-secret': 's3cret' });
    expect(server.received[0]!.headers).not.toHaveProperty('x-signature');
  });

  it.each([
    [undefined, 1],
    [{ type: 'fixed', maxRetries: 2, baseDelaySeconds: 1 }, 3],
    [{ type: 'fixed', maxRetries: 2, baseDelaySeconds: 1, excludedStatusCodes: [503] }, 1],
  ])('backoffPlan %o makes %i attempts', async (backoffPlan, attempts) => {
    server.answerAll = { status: 503, body: {} };
    await connect({
      assistant: assistant({
        serverMessages: ['status-update'],
        server: { url: server.url, ...(backoffPlan && { backoffPlan }) },
      }),
    });
    await stage.pass(30);
    expect(server.received).toHaveLength(attempts);
  });

  it.each([
    ['lost', 0],
    ['duplicated', 2],
  ])('an end-of-call report that is %s arrives %i times', async (kind, times) => {
    await stage.control('POST', '/faults', { scope: 'vapi.webhooks.end-of-call-report', kind });
    const { callSid } = await connect();
    await stage.control('POST', `/calls/${callSid}/hangup`);
    await stage.pass(30);
    expect(server.of('end-of-call-report')).toHaveLength(times);
  });

  it('the report can overtake the end of the call', async () => {
    const match = '"type":"status-update","status":"ended"';
    await stage.control('POST', '/faults', {
      scope: 'vapi.webhooks.status-update',
      kind: 'delayed',
      ms: 10_000,
      match,
    });
    const { callSid } = await connect();
    await stage.control('POST', `/calls/${callSid}/hangup`);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await stage.pass(30);
    expect(server.received.slice(-2).map(({ message }) => message.type)).toEqual([
      'end-of-call-report',
      'status-update',
    ]);
  });

  it('the worker dies in mid-call: the stream closes and the report names the vendor’s fault', async () => {
    await stage.control('POST', '/faults', { scope: 'vapi.transport', kind: 'stream-closes', ms: 20_000 });
    const { callSid } = await connect();
    await stage.pass(60);
    expect((await stage.call(callSid)).status).toBe('completed');
    expect(server.of('end-of-call-report')).toMatchObject([
      { endedReason: 'call.in-progress.error-vapifault-worker-died' },
    ]);
  });
});

const SCHEMA_OF: Record<string, string> = {
  'status-update': 'ServerMessageStatusUpdate',
  transcript: 'ServerMessageTranscript',
  'tool-calls': 'ServerMessageToolCalls',
  'end-of-call-report': 'ServerMessageEndOfCallReport',
};

(vendorSpecsArePresent ? describe : describe.skip)(
  `against the published specification${vendorSpecsArePresent ? '' : ` (${VENDOR_SPECS_ABSENT})`}`,
  () => {
    it('every message of a whole conversation is valid', async () => {
      await stage.control('PUT', '/agent', { argumentShape: 'string' });
      const { id: assistantId } = await vapi.assistants.create(assistant() as Vapi.CreateAssistantDto);
      const { callSid } = await connect({ assistant: undefined, assistantId });
      for (const line of [
        'Water is spraying out of a pipe in my basement',
        'Jim Kowalski.',
        '218 Oak Lane.',
        "Yeah, that's right.",
        'No.',
      ])
        await say(callSid, line);
      await stage.pass(60);
      const validators = Object.fromEntries(
        Object.entries(SCHEMA_OF).map(([type, schema]) => [type, validatorFor(schema)]),
      );
      expect([...new Set(server.received.map(({ message }) => message.type))].sort()).toEqual(
        Object.keys(SCHEMA_OF).sort(),
      );
      for (const { message } of server.received) {
        const validate = validators[message.type]!;
        expect({ type: message.type, valid: validate(message), errors: validate.errors }).toEqual({
          type: message.type,
          valid: true,
          errors: null,
        });
      }
    });
  },
);

let spec: object | undefined;

/** Made checkable as the specs' README says: oneOf as anyOf, patterns written as JavaScript literals dropped; so are empty enums. */
function validatorFor(schema: string): ValidateFunction {
  spec ??= checkable(readVendorSpec('vapi_openapi.json')) as object;
  const ajv = new Ajv({ strict: false, validateFormats: false });
  ajv.addSchema(spec, 'vapi');
  return ajv.compile({ $ref: `vapi#/components/schemas/${schema}` });
}

function checkable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(checkable);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key, inner]) => !isUncheckable(key, inner));
  return Object.fromEntries(entries.map(([key, inner]) => [key === 'oneOf' ? 'anyOf' : key, checkable(inner)]));
}

function isUncheckable(key: string, value: unknown): boolean {
  return (
    (key === 'pattern' && typeof value === 'string') || (key === 'enum' && Array.isArray(value) && value.length === 0)
  );
}
