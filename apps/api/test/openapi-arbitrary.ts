import fc, { type Arbitrary } from 'fast-check';
import { resolved, type OpenApiDocument, type Schema } from './openapi-document.js';
import { sampleOf } from './openapi-sample.js';

/** Values that the document allows, over its whole range: shortest and longest texts, both ends of numbers, left-out fields. */
export function validValues(document: OpenApiDocument, given: Schema, name = ''): Arbitrary<unknown> {
  const schema = resolved(document, given);
  const plain = fc.constant(sampleOf(document, schema, name));
  const all = fc.oneof({ weight: 1, arbitrary: plain }, { weight: 3, arbitrary: anyOf(document, schema, name) });
  return schema.nullable ? fc.option(all, { nil: null, freq: 5 }) : all;
}

function anyOf(document: OpenApiDocument, schema: Schema, name: string): Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices) return fc.oneof(...choices.map((choice) => validValues(document, choice, name)));
  const ofType = BY_TYPE[schema.type ?? ''];
  return ofType ? ofType(document, schema, name) : fc.constant(sampleOf(document, schema, name));
}

type Maker = (document: OpenApiDocument, schema: Schema, name: string) => Arbitrary<unknown>;

const number: Maker = (_, { minimum = 0, maximum = 1_000_000 }) => fc.integer({ min: minimum, max: maximum });

const BY_TYPE: Record<string, Maker> = {
  integer: number,
  number,
  boolean: () => fc.boolean(),
  string: (_, schema) => text(schema),
  array: (document, { items = {}, minItems = 0, maxItems = 4 }, name) =>
    fc.array(validValues(document, items, name), { minLength: minItems, maxLength: Math.min(maxItems, minItems + 3) }),
  object: (document, { properties = {}, required = [] }) =>
    fc.record(
      Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, validValues(document, value, key)])),
      { requiredKeys: required },
    ),
};

function text({ format, pattern, minLength = 0, maxLength = 80 }: Schema): Arbitrary<string> {
  if (format === 'uuid') return fc.uuid();
  if (format === 'date-time')
    return fc
      .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
      .map((at) => at.toISOString());
  if (format === 'email') return fc.constantFrom('a@b.example', 'somebody+tag@a-long-domain.example');
  if (pattern) return fc.stringMatching(new RegExp(pattern));
  return fc
    .string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, 2000), size: 'max' })
    .filter((all) => all.length <= maxLength && !all.includes('\0'));
}

/** Values that no schema of a property allows, with why. */
export function wrongValues(document: OpenApiDocument, given: Schema): { why: string; value: unknown }[] {
  const schema = resolved(document, given);
  return WRONG.filter(([applies]) => applies(schema)).map(([, why, make]) => ({ why, value: make(schema) }));
}

const isOneOf =
  (...types: string[]) =>
  ({ type }: Schema) =>
    types.includes(type ?? '');
const WRONG: [applies: (schema: Schema) => boolean, why: string, make: (schema: Schema) => unknown][] = [
  [({ type, oneOf, anyOf: any }) => type !== 'object' && !oneOf && !any, 'an object', () => ({ a: 1 })],
  [isOneOf('string'), 'a number', () => 12],
  [isOneOf('integer', 'number'), 'words', () => 'many'],
  [isOneOf('array', 'object'), 'a text', () => 'text'],
  [({ maxLength }) => maxLength !== undefined, 'too long', ({ maxLength = 0 }) => 'x'.repeat(maxLength + 1)],
  [({ maximum }) => maximum !== undefined, 'too much', ({ maximum = 0 }) => maximum + 1],
  [({ minimum }) => minimum !== undefined, 'too little', ({ minimum = 0 }) => minimum - 1],
  [({ enum: words }) => words !== undefined, 'no member of the list', () => 'no-such-word'],
];
