import type { FastifyInstance } from 'fastify';

/** A parsed form or JSON object: repeated form keys are arrays. */
type Fields = Readonly<Record<string, unknown>>;

/** Teaches the server forms (with repeated keys) and empty JSON, and hands every other type to the route as a Buffer. */
export function acceptBodies(app: FastifyInstance): void {
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) =>
    body === '' ? done(null, {}) : parseJson(request, String(body), done),
  );
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
    done(null, parseForm(String(body))),
  );
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
}

function parseForm(text: string): Record<string, string | string[]> {
  const form = new URLSearchParams(text);
  return Object.fromEntries([...new Set(form.keys())].map((key) => [key, single(form.getAll(key))]));
}

function single(values: string[]): string | string[] {
  return values.length === 1 && values[0] !== undefined ? values[0] : values;
}

/** The field's first value as text; undefined when it is absent or not a scalar. */
export function textField(fields: unknown, name: string): string | undefined {
  return textFields(fields, name)[0];
}

/** All values of a repeated field. */
export function textFields(fields: unknown, name: string): string[] {
  if (typeof fields !== 'object' || fields === null) return [];
  const value = (fields as Fields)[name];
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((one) => ['string', 'number', 'boolean'].includes(typeof one)).map(String);
}

/** The field as a finite number; undefined when it is absent or something else. */
export function numberField(fields: unknown, name: string): number | undefined {
  const text = textField(fields, name);
  if (text === undefined || text.trim() === '') return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}
