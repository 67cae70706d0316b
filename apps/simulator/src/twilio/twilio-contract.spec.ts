import { Ajv, type AnySchema } from 'ajv';
import twilio from 'twilio';
import { redirected } from '../testing/redirected.js';
import { Stage } from '../testing/stage.js';
import { readVendorSpec, VENDOR_SPECS_ABSENT, vendorSpecsArePresent } from '../testing/vendor-specs.js';
import { DEV_ACCOUNT_SID, DEV_AUTH_TOKEN } from '../server-settings.js';
import { signRequest } from './signature.js';
import { createTwilio } from './twilio.js';
import { VOICE_ELEMENTS } from './twiml/grammar.js';

const METRO = '+15558870002';
const CALLER = '+15555550101';
const MIKE = '+15555550142';

it.each([
  [
    'https://app.test/api/twilio/sms-incoming',
    { Body: 'Ünïcode & friends = 100%', From: '+15555550142', A: '', MessageSid: 'SM1' },
  ],
  ['https://app.test:8443/x?b=2&a=1', {}],
])('signs %s exactly as the vendor’s library does', (url, form) => {
  expect(signRequest('token', url, form)).toBe(twilio.getExpectedTwilioSignature('token', url, form));
});

if (!vendorSpecsArePresent) it.skip(VENDOR_SPECS_ABSENT, () => undefined);
const withVendorSpecs = vendorSpecsArePresent ? describe : describe.skip;

interface Twiml {
  voice: { attributes: Record<string, Record<string, { type: string }>>; children: Record<string, string[]> };
}

withVendorSpecs('TwiML', () => {
  const pascal = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);
  const words = (text: string) => text.split(' ').filter((word) => word !== '');
  const suffix = (type: string) => ({ number: '#', boolean: '?' })[type] ?? '';

  it.each(Object.keys(VOICE_ELEMENTS))(
    '<%s> takes exactly the attributes and elements that the vendor lists',
    (name) => {
      const { attributes, children } = readVendorSpec<Twiml>('twiml_attributes.json').voice;
      const listed = Object.entries(attributes[name] ?? {}).map(([attribute, { type }]) => attribute + suffix(type));
      const inside = children[name === 'Response' ? 'VoiceResponse' : name] ?? [];
      expect(words(VOICE_ELEMENTS[name]!.attributes).sort()).toEqual(listed.sort());
      expect(words(VOICE_ELEMENTS[name]!.children).sort()).toEqual(inside.map(pascal).sort());
    },
  );
});

interface WebhookFacts {
  webhooks: Record<string, { required?: string[]; optional?: string[]; adds?: string[]; params?: string[] }>;
}

interface OpenApi {
  components: { schemas: Record<string, { properties: Record<string, unknown> }> };
}

const stage = new Stage((world) => [createTwilio(world)]);

/** One evening that sends every kind of webhook: path → its forms. */
async function playEverything(): Promise<void> {
  const { application } = stage;
  const client = twilio(DEV_ACCOUNT_SID, DEV_AUTH_TOKEN, {
    httpClient: redirected(new twilio.RequestClient(), stage.address),
  });
  const at = (path: string) => application.url(path);
  await client.incomingPhoneNumbers.create({
    phoneNumber: METRO,
    voiceUrl: at('/incoming_call'),
    statusCallback: at('/call_status_callback'),
    smsUrl: at('/sms_incoming'),
  });
  stage.simulator.world.streams.register({
    accepts: () => true,
    connect: (stream) => ({ heard: () => stream.close(), pressed: () => undefined, closed: () => undefined }),
  });
  application.says('/incoming_call', '<Gather numDigits="1" action="/gather_action"/><Hangup/>');
  application.says(
    '/gather_action',
    '<Connect><Stream url="wss://agent.test" statusCallback="/stream_status"/></Connect><Record timeout="2" action="/record_action" recordingStatusCallback="/recording_status_callback"/>',
  );
  application.says(
    '/record_action',
    '<Dial action="/dial_action"><Number url="/number_whisper">+15555550142</Number></Dial>',
  );
  application.says('/number_whisper', '<Say>Call for you.</Say>');
  application.says(
    '/dial_action',
    '<Dial><Conference statusCallback="/conference_events" statusCallbackEvent="start end join leave">r</Conference></Dial>',
  );
  await stage.control('PUT', `/phones/${MIKE}/behaviour`, { kind: 'answers', afterSeconds: 2 });
  const callSid = await stage.dial(CALLER, METRO);
  const does = async (what: string, body: unknown) => {
    await stage.control('POST', `/calls/${callSid}/${what}`, body);
    await stage.settle();
  };
  await does('press', { digits: '1' });
  await does('say', { text: 'Goodbye, agent.' });
  await does('say', { text: 'A message.' });
  await stage.pass(15);
  await stage.control('POST', `/phones/${MIKE}/hangup`);
  await stage.settle();
  await does('hangup', {});
  await stage.control('POST', `/phones/${MIKE}/messages`, { to: METRO, body: 'hello' });
  await client.api.accounts.create({ friendlyName: 'a subaccount' });
  await client.messages.create({ to: MIKE, from: METRO, body: 'x', statusCallback: at('/message_status_callback') });
  await stage.pass(5);
}

withVendorSpecs('webhooks', () => {
  beforeAll(async () => {
    await stage.open();
    await playEverything();
  });
  afterAll(() => stage.close());

  const CALL_REQUESTS = ['incoming_call', 'gather_action', 'record_action', 'dial_action', 'number_whisper'];

  it.each([
    ...CALL_REQUESTS,
    'call_status_callback',
    'recording_status_callback',
    'conference_events',
    'stream_status',
    'sms_incoming',
    'message_status_callback',
  ])('%s carries what the vendor sends and nothing else', (kind) => {
    const facts = readVendorSpec<WebhookFacts>('twilio_webhook_params.json').webhooks;
    const base = CALL_REQUESTS.includes(kind)
      ? facts.incoming_call!
      : { required: ['AccountSid'], optional: ['CallSid'] };
    const own = facts[kind]!;
    const name = (parameter: string) => parameter.split(' ')[0]!;
    const required = (own.required ?? base.required ?? []).map(name);
    const allowed = [...required, ...(own.optional ?? base.optional ?? []), ...(own.adds ?? []), 'ParentCallSid'].map(
      name,
    );
    const forms = stage.application.forms(`/${kind}`);
    expect(forms.length).toBeGreaterThan(0);
    for (const form of forms) {
      expect(Object.keys(form)).toEqual(expect.arrayContaining(required));
      expect(Object.keys(form).filter((key) => !allowed.includes(key))).toEqual([]);
    }
  });

  it('every one is signed, and carries an idempotency token', () => {
    for (const { headers, url, form } of stage.application.received) {
      expect(twilio.validateRequest(DEV_AUTH_TOKEN, headers['x-twilio-signature']!, url, form)).toBe(true);
      expect(headers['i-twilio-idempotency-token']).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  it.each([
    ['Calls', 'calls', 'api.v2010.account.call'],
    ['Messages', 'messages', 'api.v2010.account.message'],
    ['IncomingPhoneNumbers', 'incoming_phone_numbers', 'api.v2010.account.incoming_phone_number'],
    ['Recordings', 'recordings', 'api.v2010.account.recording'],
    ['', 'accounts', 'api.v2010.account'],
  ])('%s answers what the vendor’s OpenAPI describes, field by field', async (path, key, schema) => {
    const spec = readVendorSpec<OpenApi>('twilio_api_v2010.json');
    const ajv = new Ajv({ strict: false, formats: FORMATS });
    ajv.addSchema({ $id: 'spec', components: withoutLooseNulls(spec.components) } as AnySchema);
    const validate = ajv.compile({ $ref: `spec#/components/schemas/${schema}` });
    const authorization = `Basic ${Buffer.from(`${DEV_ACCOUNT_SID}:${DEV_AUTH_TOKEN}`).toString('base64')}`;
    const response = await fetch(`${stage.address}/2010-04-01/Accounts${path && `/${DEV_ACCOUNT_SID}/${path}`}.json`, {
      headers: { authorization },
    });
    const rows = ((await response.json()) as Record<string, Record<string, unknown>[]>)[key]!;
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(validate(row) ? [] : validate.errors).toEqual([]);
      expect(Object.keys(row).sort()).toEqual(Object.keys(spec.components.schemas[schema]!.properties).sort());
    }
  });
});

withVendorSpecs('Lookup v2', () => {
  beforeAll(() => stage.open());
  afterAll(() => stage.close());

  it.each(['mobile', 'landline', 'nonFixedVoip'])(
    'answers for a %s line what the vendor’s OpenAPI describes',
    async (line) => {
      await stage.control('PUT', `/phones/${MIKE}/line`, { line });
      const spec = readVendorSpec<OpenApi>('twilio_lookups_v2.json');
      const ajv = new Ajv({ strict: false, formats: FORMATS });
      ajv.addSchema({ $id: 'lookups', components: withoutLooseNulls(spec.components) } as AnySchema);
      const validate = ajv.compile({ $ref: 'lookups#/components/schemas/LookupResponse' });
      const authorization = `Basic ${Buffer.from(`${DEV_ACCOUNT_SID}:${DEV_AUTH_TOKEN}`).toString('base64')}`;
      const url = `${stage.address}/v2/PhoneNumbers/${MIKE}?Fields=line_type_intelligence`;
      const body = (await (await fetch(url, { headers: { authorization } })).json()) as Record<string, unknown>;
      expect(withoutNulls(body)).toMatchObject({ phone_number: MIKE, line_type_intelligence: { type: line } });
      expect(validate(withoutNulls(body)) ? [] : validate.errors).toEqual([]);
      expect((await fetch(url)).status).toBe(401);
    },
  );
});

/** The vendor's own example of this answer is full of nulls that its schema does not allow. */
const withoutNulls = (body: unknown): unknown =>
  JSON.parse(JSON.stringify(body), (_key, value: unknown) => (value === null ? undefined : value));

/** The vendor says `nullable` where it names no type, which a JSON Schema validator refuses: there anything goes. */
function withoutLooseNulls(components: OpenApi['components']): unknown {
  const isLoose = (value: unknown) =>
    typeof value === 'object' && value !== null && 'nullable' in value && !('type' in value);
  return JSON.parse(JSON.stringify(components), (_key, value: unknown) => (isLoose(value) ? {} : value));
}

const FORMATS = {
  'date-time-rfc-2822': /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} \+0000$/,
  'date-time': true,
  int32: true,
  'phone-number': /^(\+\d+|\(\d{3}\) \d{3}-\d{4})$/,
  'phone-number-capabilities': true,
  'http-method': /^(GET|POST)$/,
  'uri-map': true,
  currency: /^[A-Z]{3}$/,
  uri: /^https?:\/\//,
} as const;
