import { Ajv, type ErrorObject } from 'ajv';
import formats from 'ajv-formats';
import { readVendorSpec } from '../../simulator/src/testing/vendor-specs.js';

type Row = Record<string, unknown>;

/** A request as a stand-in got it. */
export interface Sent {
  method: string;
  url: string;
  body: Row | null;
}

interface Operation {
  parameters?: { name: string; in: string }[];
  requestBody?: { content: Record<string, { schema: FormSchema }> };
}
interface FormSchema {
  properties?: object;
  required?: string[];
}
interface Spec {
  paths: Record<string, Record<string, Operation> & { parameters?: { $ref?: string }[] }>;
  components: object;
}

/** Not in the published document, but in the vendor's API reference: docs.vapi.ai, credentials. */
const BESIDE_THE_SPEC = '/credential';
/** The rendered assistant has a contract spec of its own, vapi-assistant.spec.ts. */
const PROVED_ELSEWHERE = '/assistant';

/** Which document knows the requests to a stand-in, by how their paths begin there. */
const DOCUMENTS: [prefix: string, file: string][] = [
  ['/vapi', 'vapi_openapi.json'],
  ['/google/calendar/v3', 'google_calendar_v3_openapi.json'],
  ['', 'twilio_api_v2010.json'],
];

/** Everything in a request to Twilio, Vapi or Google Calendar that its vendor's published OpenAPI does not know. */
export function complaintsAbout({ method, url, body }: Sent): string[] {
  const [prefix, file] = DOCUMENTS.find(([start]) => url.startsWith(start)) ?? ['', ''];
  const spec = readVendorSpec<Spec>(file);
  const { path, query } = addressOf(url.slice(prefix.length));
  if (path.startsWith(BESIDE_THE_SPEC)) return [];
  const template = Object.keys(spec.paths).find((known) => pattern(known).test(path)) ?? '';
  const operation = spec.paths[template]?.[method.toLowerCase()];
  if (!operation) return [`no such request: ${method} ${path}`];
  const inBody = template.startsWith(PROVED_ELSEWHERE) ? [] : bodyComplaints(spec, operation, body);
  return [...queryComplaints(operation, query, sharedNames(spec, template)), ...inBody].map(
    (complaint) => `${method} ${template}: ${complaint}`,
  );
}

function addressOf(url: string): { path: string; query: string } {
  const [path = '', query = ''] = url.split('?');
  return { path, query };
}

/** What Google's document lets every request of a path carry, by reference. */
const sharedNames = ({ paths }: Spec, template: string): string[] =>
  (paths[template]?.parameters ?? []).map(({ $ref = '' }) => $ref.slice($ref.lastIndexOf('/') + 1));

function queryComplaints({ parameters = [] }: Operation, query: string, shared: string[]): string[] {
  const named = [...shared, ...parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name)];
  return [...new URLSearchParams(query).keys()]
    .filter((name) => !named.includes(name))
    .map((name) => `unknown ${name}`);
}

function bodyComplaints(spec: Spec, { requestBody }: Operation, body: Row | null): string[] {
  const [first] = Object.entries(requestBody?.content ?? {});
  if (!first || body === null) return [];
  const [type, content] = first;
  const ajv = formats.default(new Ajv({ strict: false, validateSchema: false }), { mode: 'fast' });
  ajv.addSchema({ $id: 'spec', components: readable(spec.components) });
  const validate = ajv.compile(type.includes('form') ? namesOnly(content.schema) : pointed(content.schema));
  validate(body);
  return (validate.errors ?? []).map(inWords);
}

const inWords = ({ instancePath, message, params }: ErrorObject): string =>
  [instancePath, message, JSON.stringify(params)].join(' ');

/** Forms carry text only, so names and required fields are what the document can say about them. */
const namesOnly = (schema: FormSchema): object => ({
  type: 'object',
  required: schema.required ?? [],
  additionalProperties: false,
  properties: Object.fromEntries(Object.keys(schema.properties ?? {}).map((name) => [name, {}])),
});

const pointed = (schema: object): object =>
  JSON.parse(JSON.stringify(readable(schema)).replaceAll('"#/components', '"spec#/components')) as object;

/** The traps of the vendor's document (its README): overlapping unions, and patterns that no validator can match. */
function readable(part: object): object {
  return JSON.parse(JSON.stringify(part), (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    const { oneOf, ...given } = value as Row;
    const rest = Object.fromEntries(Object.entries(given).filter(([key, inner]) => !isUnusable(key, inner)));
    return oneOf ? { ...rest, anyOf: oneOf } : rest;
  }) as object;
}

const isUnusable = (key: string, inner: unknown): boolean =>
  (key === 'pattern' && typeof inner === 'string') ||
  (key === 'discriminator' && typeof inner === 'object') ||
  (key === 'enum' && Array.isArray(inner) && inner.length === 0);

const pattern = (template: string): RegExp =>
  new RegExp(`^${template.replaceAll('.', '\\.').replace(/\{[^}]+\}/g, '[^/]+')}$`);
