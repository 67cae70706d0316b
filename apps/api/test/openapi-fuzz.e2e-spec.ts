import { JwtService } from '@nestjs/jwt';
import { RateCounter } from '@platform/http/rate-counter';
import fc from 'fast-check';
import { generateKeyPairSync } from 'node:crypto';
import { addAgency, addMember } from './harness/people.js';
import { seedAccount, type SeededAccount } from './harness/seed-account.js';
import type { SignedIn } from './harness/sign-in.js';
import { TestApp } from './harness/test-app.js';
import { LadderWorld } from './ladder-world.js';
import { validValues, wrongValues } from './openapi-arbitrary.js';
import { operationsOf, readDocument, resolved, type Operation, type Parameter } from './openapi-document.js';
import { sampleOf } from './openapi-sample.js';

const SEED = 20260213;
/** Ends the session or account that asks; a live stream never ends. */
const NOT_FOR_FUZZING = /\/stream$|^(DELETE|POST) \/api\/v1\/auth\/(sessions|password|mfa|sign-out)|\/api\/dev\//;
/** Anything a hand-written path could hold. */
const WRONG_IDS = ['not-an-id', '%00', '..%2F..%2Fetc', '💧', '0', '%27%3B--', 'x'.repeat(300), '%ff%fe'];

const document = readDocument();
const operations = operationsOf(document).filter(({ method, path }) => !NOT_FOR_FUZZING.test(`${method} ${path}`));

/** One request against the document. */
interface Attempt {
  operation: Operation;
  why: string;
  url: string;
  payload?: string | undefined;
  type?: string;
  /** What the answer must not be, beside a crash. */
  faultOf?: (status: number) => string | null;
}

const nameOf = ({ method, path }: Operation): string => `${method} ${path}`;
const accepted = (status: number): string | null => (status < 400 ? `${status}: accepted` : null);

describe('The API against its own document', () => {
  let app: TestApp;
  let metro: SeededAccount;
  let dave: SignedIn;
  let agencyId: string;
  let sent = 0;
  const statuses = new Map<number, number>();

  beforeAll(async () => {
    app = await TestApp.start();
    metro = await seedAccount(app.db);
    dave = await addMember(app, metro, 'owner', 'Dave');
    ({ agencyId } = await addAgency(app, [metro]));
    await new LadderWorld(app, metro).emergency();
    // Thousands of requests a minute are the point here.
    const rates = app.http.get(RateCounter, { strict: false });
    rates.take = (_, quota) => Promise.resolve({ quota, remaining: 1, resetSeconds: 1, isOver: false });
  });
  afterAll(async () => {
    process.stdout.write(
      `API against its document: ${operations.length} operations, ${sent} requests, ${told(statuses)}\n`,
    );
    await app.close();
  });

  const pathOf = ({ path, parameters }: Operation, ids: Record<string, unknown> = {}): string => {
    const known: Record<string, unknown> = { accountId: metro.accountId, agencyId, ...ids };
    const made = (name: string): string => {
      const schema = parameters.find((one) => one.in === 'path' && one.name === name)?.schema;
      return encodeURIComponent(String(sampleOf(document, schema ?? {}, name)));
    };
    return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(known[name] ?? made(name)));
  };

  const urlOf = (operation: Operation, query: Record<string, unknown> = {}): string => {
    const needed = parametersIn(operation, 'query')
      .filter((one) => one.required)
      .map(({ name, schema }) => [name, sampleOf(document, schema ?? {}, name)] as const);
    const all = Object.entries({ ...Object.fromEntries(needed), ...query })
      .filter(([, value]) => value != null)
      .map(([name, value]): [string, string] => [name, String(value)]);
    return `${pathOf(operation)}?${new URLSearchParams(all).toString()}`;
  };

  function send({ operation, url, payload, type = 'application/json' }: Attempt) {
    sent += 1;
    const headers = { authorization: `Bearer ${dave.token}`, 'if-match': '"1"', 'x-requested-with': 'fuzz' };
    const method = operation.method as 'GET';
    const body = payload === undefined ? { headers } : { headers: { ...headers, 'content-type': type }, payload };
    return app.http
      .getHttpAdapter()
      .getInstance()
      .inject({ method, url, ...body });
  }

  /** What is wrong with an answer: a crash, a refusal that is no problem+json, or what the attempt says. */
  async function fault(attempt: Attempt): Promise<string | null> {
    const { statusCode, headers, payload: text } = await send(attempt);
    statuses.set(statusCode, (statuses.get(statusCode) ?? 0) + 1);
    if (statusCode >= 500 && statusCode !== 503) return `${statusCode} ${text.slice(0, 160)}`;
    const isProblem = String(headers['content-type']).startsWith('application/problem+json');
    return statusCode >= 400 && !isProblem
      ? `${statusCode} is no problem+json`
      : (attempt.faultOf?.(statusCode) ?? null);
  }

  /** Sends them all; what is left over is what the document and the program disagree about. */
  async function disagreements(attempts: Attempt[]): Promise<string[]> {
    const found: string[] = [];
    for (const attempt of attempts) {
      const wrong = await fault(attempt);
      if (wrong) found.push(`${nameOf(attempt.operation)}: ${attempt.why.slice(0, 200)}: ${wrong}`);
    }
    return found;
  }

  const sampleBody = ({ body }: Operation): string | undefined =>
    body ? JSON.stringify(sampleOf(document, body)) : undefined;

  it('answers whatever the document allows without a crash, and with a status it documents', async () => {
    const attempts = operations.flatMap((operation) =>
      allowed(operation).map(([query, body]) => {
        const payload = body === undefined ? undefined : JSON.stringify(body);
        const faultOf = (status: number) => undocumented(operation, status);
        return { operation, why: payload ?? '', url: urlOf(operation, query), payload, faultOf };
      }),
    );
    expect(await disagreements(attempts)).toEqual([]);
    // Were most of it refused at the door, the rest would prove little.
    const done = [...statuses].reduce((sum, [status, count]) => (status < 300 ? sum + count : sum), 0);
    expect(done).toBeGreaterThan(attempts.length / 4);
  }, 300_000);

  afterEach(async () => {
    const overview = `/api/v1/accounts/${metro.accountId}/overview`;
    await app.api().get(overview).auth(dave.token, { type: 'bearer' }).expect(200);
  });

  it('refuses unknown, missing and wrong fields, and what a row has but a form has not', async () => {
    const attempts = withBody.flatMap((operation) =>
      brokenBodies(operation).map(({ why, body }) => ({
        operation,
        why,
        url: urlOf(operation),
        payload: JSON.stringify(body),
        faultOf: accepted,
      })),
    );
    expect(await disagreements(attempts)).toEqual([]);
  }, 300_000);

  it.each(WRONG_IDS)(
    'takes %s in a path for nothing',
    async (id) => {
      const attempts = operations.flatMap((operation) =>
        [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
          operation,
          why: name,
          url: pathOf(operation, { [name]: id }),
          payload: sampleBody(operation),
          faultOf: accepted,
        })),
      );
      expect(await disagreements(attempts)).toEqual([]);
    },
    120_000,
  );

  it('takes no form, no torn JSON, no bottomless JSON and no body beyond 256 KB', async () => {
    const attempts = withBody.flatMap((operation) =>
      BODIES.map(([why, payload, type]) => ({
        operation,
        why,
        url: urlOf(operation),
        payload,
        type,
        ...(isOptional(operation) ? {} : { faultOf: accepted }),
      })),
    );
    expect(await disagreements(attempts)).toEqual([]);
  }, 120_000);

  it('refuses every parameter that is given twice', async () => {
    const attempts = operations.flatMap((operation) =>
      parametersIn(operation, 'query').map(({ name, schema }) => {
        const value = encodeURIComponent(String(sampleOf(document, schema ?? {}, name)));
        const url = `${pathOf(operation)}?${name}=${value}&${name}=${value}`;
        return { operation, why: name, url, faultOf: (status: number) => (status === 400 ? null : String(status)) };
      }),
    );
    expect(attempts.length).toBeGreaterThan(5);
    expect(await disagreements(attempts)).toEqual([]);
  }, 60_000);

  it('lets nobody in with any of twenty forged tokens', async () => {
    for (const [what, token] of forgedTokens(dave)) {
      const { statusCode: status } = await app.http
        .getHttpAdapter()
        .getInstance()
        .inject({ method: 'GET', url: '/api/v1/me', headers: { authorization: `Bearer ${token}` } });
      expect([what, status]).toEqual([what, 401]);
    }
  });
});

const undocumented = ({ responses }: Operation, status: number): string | null =>
  responses.includes(String(status)) || [409, 415, 416, 422, 503].includes(status)
    ? null
    : `${status} is not in the document`;

/** A body none of whose fields is needed: `null` is then as good as nothing. */
const isOptional = ({ body }: Operation): boolean => (resolved(document, body ?? {}).required ?? []).length === 0;

const told = (statuses: Map<number, number>): string =>
  [...statuses]
    .sort(([a], [b]) => a - b)
    .map(([status, count]) => `${count} x ${status}`)
    .join(', ');

const withBody = operations.filter(({ body }) => body);

const parametersIn = ({ parameters }: Operation, where: Parameter['in']): Parameter[] =>
  parameters.filter((one) => one.in === where);

/** Queries and bodies over the whole range of what is allowed; one of each where there is nothing to vary. */
function allowed(operation: Operation): [Record<string, unknown>, unknown][] {
  const queries = parametersIn(operation, 'query').map(({ name, schema }) => [
    name,
    validValues(document, schema ?? {}, name),
  ]);
  const body = operation.body ? validValues(document, operation.body) : fc.constant(undefined);
  const all = fc.tuple(fc.record(Object.fromEntries(queries) as Record<string, fc.Arbitrary<unknown>>), body);
  return fc.sample(all, { seed: SEED, numRuns: operation.body || queries.length > 0 ? 8 : 1 });
}

const BODIES: [string, string, string][] = [
  ['torn', '{"name":', 'application/json'],
  ['a form', 'name=x', 'application/x-www-form-urlencoded'],
  ['plain text', 'name', 'text/plain'],
  ['a list', '[]', 'application/json'],
  ['null', 'null', 'application/json'],
  ['a number', '7', 'application/json'],
  ['bottomless', `{"a":${'['.repeat(10_000)}${']'.repeat(10_000)}}`, 'application/json'],
  ['too large', JSON.stringify({ name: 'x'.repeat(257 * 1024) }), 'application/json'],
  ['a prototype', '{"__proto__":{"role":"owner"}}', 'application/json'],
  ['a constructor', '{"constructor":{"prototype":{"role":"owner"}}}', 'application/json'],
];

/** What rows have and no form may set (AUT-21). */
const COLUMNS = {
  accountId: 'x',
  id: 'x',
  createdAt: '2026-01-01T00:00:00Z',
  updatedBy: 'x',
  isAdmin: true,
  account_id: 'x',
};

function brokenBodies(operation: Operation): { why: string; body: unknown }[] {
  const schema = resolved(document, operation.body ?? {});
  const good = sampleOf(document, schema) as Record<string, unknown>;
  const columns = Object.entries(COLUMNS).filter(([name]) => !schema.properties?.[name]);
  return [
    ...columns.map(([name, value]) => ({ why: `also ${name}`, body: { ...good, [name]: value } })),
    ...(schema.required ?? []).map((name) => ({ why: `without ${name}`, body: { ...good, [name]: undefined } })),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, property]) =>
      wrongValues(document, property).map(({ why, value }) => ({
        why: `${name} is ${why}`,
        body: { ...good, [name]: value },
      })),
    ),
  ];
}

function forgedTokens({ userId }: SignedIn): [string, string][] {
  const ours = { issuer: 'nightdesk', audience: 'nightdesk-app' } as const;
  const claims = { sub: userId, sid: '01890000-0000-7000-8000-000000000001' };
  const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const now = Math.floor(Date.now() / 1000);
  const full = { ...claims, iss: 'nightdesk', aud: 'nightdesk-app', iat: now, exp: now + 900 };
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const signed = (secret: string, options: object = {}, body: object = claims) =>
    new JwtService({ secret }).sign(body, { ...ours, expiresIn: 900, ...options });
  const right = 'j'.repeat(40);
  const good = signed(right);
  const [head = '', body = '', signature = ''] = good.split('.');
  const unsigned = (header: object) => `${base64(header)}.${base64(full)}.`;
  return [
    ['no algorithm', unsigned({ alg: 'none', typ: 'JWT' })],
    ['NONE', unsigned({ alg: 'NONE', typ: 'JWT' })],
    ['no algorithm with a signature', `${base64({ alg: 'none' })}.${base64(full)}.${signature}`],
    ['no header algorithm', unsigned({ typ: 'JWT' })],
    ['another secret', signed('k'.repeat(40))],
    [
      'an empty secret’s signature',
      `${base64({ alg: 'HS256' })}.${base64(full)}.${Buffer.alloc(32).toString('base64url')}`,
    ],
    ['HS384', signed(right, { algorithm: 'HS384' })],
    ['HS512', signed(right, { algorithm: 'HS512' })],
    ['RS256', new JwtService({ privateKey }).sign(claims, { ...ours, expiresIn: 900, algorithm: 'RS256' })],
    ['another issuer', signed(right, { issuer: 'evil' })],
    ['another audience', signed(right, { audience: 'other' })],
    ['expired', signed(right, { expiresIn: -1 })],
    ['not yet valid', signed(right, { notBefore: 600 })],
    ['a session that never was', good],
    ['claims changed', `${head}.${base64({ ...full, sub: '01890000-0000-7000-8000-000000000002' })}.${signature}`],
    ['a key from its own header', signed('k'.repeat(40), { header: { alg: 'HS256', jwk: { kty: 'oct', k: 'aaaa' } } })],
    ['a key from an address', signed('k'.repeat(40), { header: { alg: 'HS256', jku: 'https://evil.example/keys' } })],
    ['a key from a file', signed('k'.repeat(40), { header: { alg: 'HS256', kid: '../../dev/null' } })],
    ['cut short', good.slice(0, -8)],
    ['two signatures', `${head}.${body}.${signature}.${signature}`],
    ['not a token', 'Bearer'],
  ];
}
