import { IDEMPOTENCY_KEY } from './idempotency-parameter.js';
import type { Document, OperationObject, Place, ResponseObject, SchemaObject } from './schema.types.js';

const PROBLEM: SchemaObject = {
  type: 'object',
  description: 'RFC 9457. `code` is what a program looks at; `detail` is a sentence for a person.',
  required: ['type', 'title', 'status', 'code', 'detail', 'instance'],
  properties: {
    type: { type: 'string', format: 'uri', example: 'https://nightdesk.example/problems/invalid-fields' },
    title: { type: 'string', example: 'Bad request' },
    status: { type: 'integer', example: 400 },
    code: { type: 'string', example: 'invalid-fields' },
    detail: { type: 'string', example: 'name must be longer than or equal to 1 characters' },
    instance: {
      type: 'string',
      description: 'The request’s id, to quote when asking us.',
      example: '01890a5d-ac96-774b-bcce-b302099a8057',
    },
    errors: {
      type: 'array',
      description: 'One per field, when fields are wrong.',
      items: {
        type: 'object',
        required: ['pointer', 'detail'],
        properties: {
          pointer: { type: 'string', example: '/name' },
          detail: { type: 'string', example: 'name must be longer than or equal to 1 characters' },
        },
      },
    },
  },
};

const WHEN: Record<string, string> = {
  400: 'A field, a parameter or the shape of the request is wrong; `errors` says which.',
  401: 'No valid access token or API key.',
  403: 'Not allowed: `not-allowed`, `grant-needed`, `scope-missing`, `step-up-required` or `account-suspended`.',
  404: 'No such thing in this account. Another account’s answers the same.',
  409: 'Not as things stand; `code` says why.',
  412: 'Somebody else saved in between; load the newer version.',
  413: 'Larger than 256 KB.',
  422: 'The `Idempotency-Key` was used for another request.',
  428: 'Send the version you have seen in `If-Match`.',
  503: 'Something we depend on is away, or this server is not set up for it; try again later.',
  429: 'Over the quota of the key, the person or the account; try again after `Retry-After` seconds.',
};

const RATE_HEADERS: NonNullable<ResponseObject['headers']> = {
  'RateLimit-Policy': {
    description: 'The quotas: requests (q) in a window of seconds (w).',
    schema: { type: 'string', example: '"key";q=600;w=60, "account";q=3000;w=60' },
  },
  RateLimit: {
    description: 'What is left (r), and the seconds until it is whole again (t).',
    schema: { type: 'string', example: '"key";r=598;t=42, "account";r=2990;t=42' },
  },
};

const RETRY_AFTER = { description: 'Seconds to wait.', schema: { type: 'integer', example: 42 } } as const;

const problemResponse = (status: string): ResponseObject => ({
  description: WHEN[status] ?? 'Refused.',
  ...(status === '429' ? { headers: { 'Retry-After': RETRY_AFTER, ...RATE_HEADERS } } : {}),
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

/** Every refusal is written down as problem+json, every guarded answer with its rate headers (API-03, API-04, API-09). */
export function describeProblems(document: Document, places: readonly Place[]): void {
  const components = (document.components ??= {});
  components.schemas = { ...components.schemas, Problem: PROBLEM };
  components.responses = Object.fromEntries(
    Object.keys(WHEN).map((status) => [`Problem${status}`, problemResponse(status)]),
  );
  for (const place of places) describe(place);
}

function describe({ path, operation }: Place): void {
  const { responses } = operation;
  for (const [status, response] of Object.entries(responses)) {
    if (/^[45]/.test(status)) responses[status] = { $ref: reference(status) };
    else if (response && !('$ref' in response) && isGuarded(operation))
      response.headers = { ...RATE_HEADERS, ...response.headers };
  }
  for (const status of refusalsOf(path, operation)) responses[status] ??= { $ref: reference(status) };
}

const reference = (status: string): string =>
  status in WHEN ? `#/components/responses/Problem${status}` : '#/components/responses/Problem400';

const isGuarded = (operation: OperationObject): boolean => (operation.security ?? []).length > 0;

const takesKey = (operation: OperationObject): boolean =>
  (operation.parameters ?? []).some((one) => 'name' in one && one.name === IDEMPOTENCY_KEY);

function refusalsOf(path: string, operation: OperationObject): string[] {
  const hasVersion = operation.parameters?.some((one) => 'name' in one && one.name.toLowerCase() === 'if-match');
  return [
    ...['400', '429'],
    // Signing in is open to anybody and still refuses wrong passwords, spent tokens and other sites.
    ...(isGuarded(operation) || path.includes('/auth/') ? ['401', '403'] : []),
    ...(path.includes('{') ? ['404'] : []),
    ...(operation.requestBody ? ['413'] : []),
    ...(hasVersion ? ['412', '428'] : []),
    ...(takesKey(operation) ? ['409', '422'] : []),
  ];
}
