import type { E164 } from '@domain/phone/e164';
import { CarrierAccounts } from '@domain/ports/carrier-accounts';
import { readEnv } from '@platform/env/env';
import { jest } from '@jest/globals';
import { Ajv } from 'ajv';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { TwilioTelephony } from './twilio-telephony.js';

const ACCOUNT = `AC${'a'.repeat(32)}`;
const from = '+13125550100' as E164;
const to = '+13125550182' as E164;

const SUBACCOUNT = `AC${'b'.repeat(32)}`;

/** The directory of accounts, with one contractor's number in a subaccount when a test says so. */
class ScriptedCarriers extends CarrierAccounts {
  readonly subaccountNumbers = new Set<string>();
  readonly calls = new Map<string, string>();

  override ofNumber(number: string): Promise<string | null> {
    return Promise.resolve(this.subaccountNumbers.has(number) ? SUBACCOUNT : null);
  }

  override ofCall(callSid: string): Promise<string | null> {
    return Promise.resolve(this.calls.get(callSid) ?? null);
  }

  override noteCall(callSid: string, carrierSid: string): Promise<void> {
    this.calls.set(callSid, carrierSid);
    return Promise.resolve();
  }

  override signer(): Promise<null> {
    return Promise.resolve(null);
  }
}

interface Seen {
  method: string;
  path: string;
  form: Record<string, string>;
  authorization: string;
}
type Answer = { status: number; body?: object | string; type?: string } | 'hang' | 'reset';

describe('Twilio behind the Telephony port', () => {
  let server: Server;
  let telephony: TwilioTelephony;
  const carriers = new ScriptedCarriers();
  let answer: Answer;
  const seen: Seen[] = [];

  beforeAll(async () => {
    server = createServer(async (request, response) => {
      seen.push(await noted(request));
      if (answer === 'hang') return;
      if (answer === 'reset') return void request.socket.destroy();
      response.writeHead(answer.status, { 'content-type': answer.type ?? 'application/json' });
      response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body ?? {}));
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    telephony = new TwilioTelephony(env(`http://127.0.0.1:${(server.address() as AddressInfo).port}`), carriers);
  });
  beforeEach(() => {
    seen.splice(0);
    carriers.subaccountNumbers.clear();
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const sms = { from, to, body: 'EMERGENCY A7', statusUrl: 'https://n.example/s', validForSeconds: 600 };
  const call = { from, to, answerUrl: 'https://n.example/a', statusUrl: 'https://n.example/s', ringSeconds: 25 };
  const placed = { status: 201, body: { sid: `SM${'1'.repeat(32)}` } };

  it('sends a text and a call to the configured origin with the path the vendor has', async () => {
    answer = placed;
    expect(await telephony.sendSms(sms)).toEqual({ kind: 'accepted', sid: placed.body.sid });
    await telephony.placeCall(call);
    expect(seen.map(({ path }) => path)).toEqual([
      `/2010-04-01/Accounts/${ACCOUNT}/Messages.json`,
      `/2010-04-01/Accounts/${ACCOUNT}/Calls.json`,
    ]);
    expect(seen[0]?.form).toMatchObject({ To: to, From: from, ValidityPeriod: '600' });
    expect(seen[0]?.authorization).toBe(`Basic ${Buffer.from(`${ACCOUNT}:an-auth-token-of-tests`).toString('base64')}`);
  });

  it('reference/oncall F9: who was held up until the connection stood sends nothing, over a new one or a kept one', async () => {
    answer = placed;
    const mayLeave = () => false;
    const ask = { kind: 'unknown', reason: 'held up before leaving', isOver: true };
    expect(await telephony.sendSms({ ...sms, mayLeave })).toEqual(ask);
    await telephony.sendSms(sms);
    expect(await telephony.sendSms({ ...sms, mayLeave })).toEqual(ask);
    expect(await telephony.placeCall({ ...call, mayLeave })).toEqual(ask);
    expect(seen).toHaveLength(1);
  });

  it('VTCR 1.3: the carrier itself ends a test call after a minute, any other call after an hour', async () => {
    answer = placed;
    await telephony.placeCall({ ...call, limitSeconds: 60 });
    await telephony.placeCall(call);
    expect(seen.map(({ form }) => form['TimeLimit'])).toEqual(['60', '3600']);
  });

  it('asks nobody which account holds a number when whoever pages has said so', async () => {
    answer = placed;
    const asked = jest.spyOn(carriers, 'ofNumber');
    await telephony.sendSms({ ...sms, holder: SUBACCOUNT });
    await telephony.sendSms({ ...sms, holder: null });
    expect(asked).not.toHaveBeenCalled();
    asked.mockRestore();
    expect(seen.map(({ path }) => path)).toEqual([
      `/2010-04-01/Accounts/${SUBACCOUNT}/Messages.json`,
      `/2010-04-01/Accounts/${ACCOUNT}/Messages.json`,
    ]);
  });

  it("texts and calls from a contractor's number in its own subaccount, and finds the call there again", async () => {
    carriers.subaccountNumbers.add(from);
    answer = placed;
    await telephony.sendSms(sms);
    await telephony.placeCall(call);
    await telephony.hangUp(placed.body.sid);
    await telephony.recording(`RE${'1'.repeat(32)}`, placed.body.sid);
    const prefix = `/2010-04-01/Accounts/${SUBACCOUNT}`;
    expect(seen.map(({ path }) => path)).toEqual([
      `${prefix}/Messages.json`,
      `${prefix}/Calls.json`,
      `${prefix}/Calls/${placed.body.sid}.json`,
      `${prefix}/Recordings/RE${'1'.repeat(32)}.mp3`,
    ]);
    const mainCredentials = `Basic ${Buffer.from(`${ACCOUNT}:an-auth-token-of-tests`).toString('base64')}`;
    expect(new Set(seen.map(({ authorization }) => authorization))).toEqual(new Set([mainCredentials]));
  });

  it.each<[string, Answer, object]>([
    [
      'an opted-out phone',
      { status: 400, body: { code: 21610, message: 'x' } },
      { kind: 'refused', code: '21610', permanent: true },
    ],
    [
      'a rate limit',
      { status: 429, body: { code: 20429, message: 'x' } },
      { kind: 'refused', code: '20429', permanent: false },
    ],
    ['a server error', { status: 500, body: { message: 'x' } }, { kind: 'unknown', isOver: true }],
    ['a page of HTML', { status: 502, body: '<html>', type: 'text/html' }, { kind: 'unknown' }],
    ['a reset connection', 'reset', { kind: 'unknown', isOver: true }],
  ])('%s is told apart, and asked for once only', async (_title, given, outcome) => {
    answer = given;
    expect(await telephony.sendSms(sms)).toMatchObject(outcome);
    expect(seen).toHaveLength(1);
  });

  it('gives up after five seconds and does not know', async () => {
    answer = 'hang';
    const started = performance.now();
    expect(await telephony.sendSms(sms)).toMatchObject({ kind: 'unknown', isOver: false });
    expect(performance.now() - started).toBeLessThan(6500);
  }, 10_000);

  it('finds its own text by the tag, however it was dated', async () => {
    const row = {
      sid: `SM${'2'.repeat(32)}`,
      body: 'EMERGENCY A7',
      status: 'queued',
      date_created: 'Fri, 13 Feb 2026 03:23:00 +0000',
      date_sent: null,
    };
    answer = { status: 200, body: { messages: [row], page_size: 50, next_page_uri: null } };
    const since = new Date('2026-02-13T03:22:00Z');
    expect(await telephony.findSms({ from, to, tag: 'A7', since })).toEqual({
      kind: 'found',
      trace: { sid: row.sid, status: 'queued' },
    });
    expect(await telephony.findSms({ from, to, tag: 'B2', since })).toEqual({ kind: 'none' });
    answer = { status: 503, body: {} };
    expect(await telephony.findSms({ from, to, tag: 'A7', since })).toEqual({ kind: 'unreachable' });
  });

  it('says when a leg is gone, and when a recording is not ready', async () => {
    answer = { status: 400, body: { code: 21220, message: 'not in-progress' } };
    expect(await telephony.moveCall(`CA${'1'.repeat(32)}`, 'https://n.example/j')).toBe('gone');
    answer = { status: 404, body: { code: 20404, message: 'x' } };
    expect(await telephony.callStatus(`CA${'1'.repeat(32)}`)).toBeNull();
    expect(await telephony.recording(`RE${'1'.repeat(32)}`, `CA${'1'.repeat(32)}`)).toBeNull();
    answer = { status: 200, body: 'mp3!', type: 'audio/mpeg' };
    expect(await telephony.recording(`RE${'1'.repeat(32)}`, `CA${'1'.repeat(32)}`)).toMatchObject({
      contentType: 'audio/mpeg',
    });
  });

  const specAt = new URL('../../../../../shared/vendor-specs/twilio_api_v2010.json', import.meta.url);
  const contract = existsSync(specAt) ? it : it.skip;
  contract("sends only what Twilio's published OpenAPI takes", async () => {
    answer = placed;
    await telephony.sendSms(sms);
    await telephony.placeCall(call);
    await telephony.moveCall(`CA${'1'.repeat(32)}`, 'https://n.example/j');
    await telephony.hangUp(`CA${'1'.repeat(32)}`);
    const spec = JSON.parse(readFileSync(specAt, 'utf8')) as Spec;
    for (const request of seen) expect(complaints(spec, request)).toEqual([]);
  });
});

const env = (origin: string) =>
  readEnv({
    PUBLIC_URL: 'https://n.example',
    DATABASE_URL: 'postgres://a@localhost/b',
    JWT_SECRET: 'j'.repeat(40),
    ENCRYPTION_KEY: 'a'.repeat(64),
    TWILIO_ACCOUNT_SID: ACCOUNT,
    TWILIO_AUTH_TOKEN: 'an-auth-token-of-tests',
    TWILIO_API_URL: origin,
    VAPI_API_KEY: 'vapi-key-of-tests',
    VAPI_WEBHOOK_SECRET: 'v'.repeat(20),
  });

async function noted(request: IncomingMessage): Promise<Seen> {
  const form = Object.fromEntries(new URLSearchParams(await text(request)));
  const { method = '', url = '', headers } = request;
  return { method, path: url.split('?')[0] ?? '', form, authorization: headers.authorization ?? '' };
}

interface FormSchema {
  properties: object;
  required?: string[];
}
interface Spec {
  paths: Record<string, Record<string, { requestBody?: { content: Record<string, { schema: FormSchema }> } }>>;
}

/** Forms carry text only, so names and required fields are what the document can say about them. */
function complaints(spec: Spec, request: Seen): unknown[] {
  const schema = formOf(spec, request);
  if (!schema) return [`no such request: ${request.method} ${request.path}`];
  const properties = Object.fromEntries(Object.keys(schema.properties).map((name) => [name, { type: 'string' }]));
  const required = schema.required ?? [];
  const validate = new Ajv({ strict: false }).compile({
    type: 'object',
    required,
    additionalProperties: false,
    properties,
  });
  return validate(request.form) ? [] : (validate.errors ?? []);
}

function formOf(spec: Spec, { method, path }: Seen): FormSchema | undefined {
  const known = Object.keys(spec.paths).find((template) => pattern(template).test(path)) ?? '';
  const operation = spec.paths[known]?.[method.toLowerCase()];
  return operation?.requestBody?.content['application/x-www-form-urlencoded']?.schema;
}

const pattern = (template: string): RegExp =>
  new RegExp(`^${template.replaceAll('.', '\\.').replace(/\{[^}]+\}/g, '[^/]+')}$`);
