import type { E164 } from '@domain/phone/e164';
import { readEnv } from '@platform/env/env';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { addressOf } from './twilio-http.js';
import { TwilioLineTypes } from './twilio-line-types.js';

const ACCOUNT = `AC${'a'.repeat(32)}`;
const MIKE = '+13125550182' as E164;

describe('Twilio Lookup behind the LineTypes port', () => {
  let server: Server;
  let lineTypes: TwilioLineTypes;
  let answer: { status: number; body: object };
  const asked: string[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    lineTypes = new TwilioLineTypes(env(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  });
  beforeEach(() => asked.splice(0));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it.each([
    ['mobile', 'mobile'],
    ['landline', 'landline'],
    ['fixedVoip', 'fixed_voip'],
    ['nonFixedVoip', 'non_fixed_voip'],
    ['tollFree', 'toll_free'],
    ['voicemail', 'unknown'],
    ['a word of next year', 'unknown'],
  ])('the vendor’s "%s" is %s', async (type, lineType) => {
    answer = { status: 200, body: { phone_number: MIKE, line_type_intelligence: { type } } };
    expect(await lineTypes.of(MIKE)).toBe(lineType);
  });

  it('asks once, for the one field that is paid for', async () => {
    answer = { status: 200, body: { phone_number: MIKE, valid: false, line_type_intelligence: null } };
    expect(await lineTypes.of(MIKE)).toBe('unknown');
    expect(asked.map(decodeURIComponent)).toEqual([`GET /v2/PhoneNumbers/${MIKE}?Fields=line_type_intelligence`]);
  });

  it.each([
    [404, 20404, 'refused'],
    [429, 20429, 'silent'],
    [500, 20500, 'silent'],
  ])('an answer of %i is told apart, and asked for once only', async (status, code, kind) => {
    answer = { status, body: { code, message: 'x' } };
    await expect(lineTypes.of(MIKE)).rejects.toMatchObject({ kind });
    expect(asked).toHaveLength(1);
  });
});

describe('where requests go', () => {
  const lookup = new URL('https://lookups.twilio.com/v2/PhoneNumbers/x?Fields=y');
  const calls = new URL('https://api.twilio.com/2010-04-01/Accounts/x/Calls.json');

  it('everything to the stand-in where one is set', () => {
    const origin = new URL('http://127.0.0.1:4010/');
    expect(addressOf(lookup, origin)).toBe('http://127.0.0.1:4010/v2/PhoneNumbers/x?Fields=y');
    expect(addressOf(calls, origin)).toBe('http://127.0.0.1:4010/2010-04-01/Accounts/x/Calls.json');
  });

  it('each product to its own host at the vendor, whichever edge serves calls and texts', () => {
    const edge = new URL('https://api.dublin.ie1.twilio.com');
    expect(addressOf(lookup, edge)).toBe(lookup.href);
    expect(addressOf(calls, edge)).toBe('https://api.dublin.ie1.twilio.com/2010-04-01/Accounts/x/Calls.json');
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
