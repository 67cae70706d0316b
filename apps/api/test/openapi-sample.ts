import fc from 'fast-check';
import { resolved, type OpenApiDocument, type Schema } from './openapi-document.js';

/** Words for properties whose format the document cannot say: a valid value is what gets a request past validation. */
const BY_NAME: [RegExp, string][] = [
  [/phone|number$/i, '+17735550190'],
  [/e-?mail/i, 'somebody@example.test'],
  [/timeZone/i, 'America/Chicago'],
  [/zip/i, '60601'],
  [/webhook/i, 'https://hooks.slack.com/services/T00000000/B00000000/abcdefghijklmnop'],
];

/** One valid value of a schema, always the same: the example, else the plainest value inside the bounds. */
export function sampleOf(document: OpenApiDocument, given: Schema, name = ''): unknown {
  const schema = resolved(document, given);
  if (schema.example !== undefined) return schema.example;
  if (schema.enum) return schema.enum[0];
  const choice = schema.oneOf?.[0] ?? schema.anyOf?.[0];
  if (choice) return sampleOf(document, choice, name);
  return plainest(document, schema, name);
}

function plainest(document: OpenApiDocument, schema: Schema, name: string): unknown {
  if (schema.type === 'object') return object(document, schema);
  if (schema.type === 'array')
    return Array.from({ length: schema.minItems ?? 1 }, () => sampleOf(document, schema.items ?? {}, name));
  if (schema.type === 'integer' || schema.type === 'number') return schema.minimum ?? 1;
  return schema.type === 'boolean' ? true : text(schema, name);
}

const object = (document: OpenApiDocument, schema: Schema): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([key, value]) => [key, sampleOf(document, value, key)]),
  );

const BY_FORMAT: Record<string, string> = {
  'date-time': '2026-02-14T03:00:00.000Z',
  date: '2026-02-14',
  uuid: '01890000-0000-7000-8000-0000000000ff',
  email: 'somebody@example.test',
};

/** Ends come after beginnings. */
const LATER = '2026-02-15T03:00:00.000Z';

function text(schema: Schema, name: string): string {
  const { format = '', pattern } = schema;
  if (format === 'date-time' && /^(to|until|ends?)/.test(name)) return LATER;
  return BY_FORMAT[format] ?? (pattern ? matching(pattern) : plainText(schema, name));
}

function plainText({ minLength = 1, maxLength = 40 }: Schema, name: string): string {
  const known = BY_NAME.find(([words]) => words.test(name))?.[1];
  return known ?? 'night'.padEnd(minLength, 'x').slice(0, maxLength);
}

const matching = (pattern: string): string =>
  fc.sample(fc.stringMatching(new RegExp(pattern)), { seed: 7, numRuns: 1 })[0] ?? '';
