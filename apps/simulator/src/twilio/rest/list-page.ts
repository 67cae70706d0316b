import type { FastifyRequest } from 'fastify';
import { numberField, textField } from '../../http-bodies.js';

const USUAL_PAGE_SIZE = 50;
const LARGEST_PAGE = 1000;

/** One page of a list in the API's own frame. `uri` is the list's path without a query. */
export function listPage<T>(request: FastifyRequest, key: string, rows: readonly T[], view: (row: T) => unknown) {
  const [uri, query] = request.url.split('?');
  const size = Math.min(Math.max(numberField(request.query, 'PageSize') ?? USUAL_PAGE_SIZE, 1), LARGEST_PAGE);
  const page = Math.max(numberField(request.query, 'Page') ?? 0, 0);
  const start = page * size;
  const shown = rows.slice(start, start + size);
  const pageUri = (number: number) => `${uri}?${pageQuery(query ?? '', number, size)}`;
  return {
    [key]: shown.map(view),
    page,
    page_size: size,
    start,
    end: Math.max(start, start + shown.length - 1),
    uri: request.url,
    first_page_uri: pageUri(0),
    previous_page_uri: page > 0 ? pageUri(page - 1) : null,
    next_page_uri: start + size < rows.length ? pageUri(page + 1) : null,
  };
}

function pageQuery(query: string, page: number, size: number): string {
  const parameters = new URLSearchParams(query);
  parameters.set('Page', String(page));
  parameters.set('PageSize', String(size));
  return parameters.toString();
}

/** True when `at` (epoch ms) satisfies the filters `<name>`, `<name><` and `<name>>`; a plain filter means that UTC day. */
export function isWithin(query: unknown, name: string, at: number): boolean {
  const day = textField(query, name);
  const before = textField(query, `${name}<`);
  const after = textField(query, `${name}>`);
  if (day !== undefined && new Date(at).toISOString().slice(0, 10) !== new Date(day).toISOString().slice(0, 10))
    return false;
  if (before !== undefined && at > Date.parse(before)) return false;
  return after === undefined || at >= Date.parse(after);
}

/** True when the filter is absent or equals the value. */
export function isEqual(query: unknown, name: string, value: string | null): boolean {
  const wanted = textField(query, name);
  return wanted === undefined || wanted === value;
}
