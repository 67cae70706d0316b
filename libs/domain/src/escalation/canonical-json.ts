/** Anything JSON can hold. Dates are given as RFC 3339 strings. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/**
 * One text for one value, whatever order its keys were written in: keys sorted by code unit, no spaces, nothing left out
 * (the subset of RFC 8785 that needs no floating-point rules, because proofs hold whole numbers). A hash over it can be
 * checked by anybody with the JSON in hand.
 */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const keys = Object.keys(value).toSorted();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] ?? null)}`).join(',')}}`;
}
