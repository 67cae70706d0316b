/** Deeper or longer than any honest request to the API (AUT-23). */
const DEEPEST = 20;
const LONGEST_LIST = 1000;
const PROTOTYPE_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * What is wrong with the shape of a request's JSON, in a sentence; null when nothing is. Walks the value once and stops
 * at the depth it allows, so a bottomless body costs as little as a shallow one. U+0000 is refused here because
 * PostgreSQL cannot store it and would answer for every field separately.
 */
export function shapeFault(value: unknown, depth = 0): string | null {
  if (typeof value === 'string') return value.includes('\0') ? 'Text must not contain the character U+0000' : null;
  if (typeof value !== 'object' || value === null) return null;
  if (depth >= DEEPEST) return `JSON must not be nested deeper than ${DEEPEST} levels`;
  return Array.isArray(value) ? listFault(value, depth) : objectFault(value as Record<string, unknown>, depth);
}

function listFault(list: unknown[], depth: number): string | null {
  if (list.length > LONGEST_LIST) return `A list must not have more than ${LONGEST_LIST} items`;
  return firstFault(list, depth);
}

function objectFault(object: Record<string, unknown>, depth: number): string | null {
  const bad = Object.keys(object).find((key) => PROTOTYPE_KEYS.has(key) || key.includes('\0'));
  return bad === undefined ? firstFault(Object.values(object), depth) : 'A property has a name that is not allowed';
}

function firstFault(values: unknown[], depth: number): string | null {
  for (const value of values) {
    const fault = shapeFault(value, depth + 1);
    if (fault) return fault;
  }
  return null;
}

/** A parameter given twice would be read differently by different readers (AUT-22). */
export const repeatedParameter = (query: Record<string, unknown>): string | undefined =>
  Object.keys(query).find((name) => Array.isArray(query[name]));
