import { lemmaAt, wordAt } from './tokens.js';
import type { Token } from './tokens.js';

export const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

export const DEGREE = words('degree degrees f fahrenheit grados');
export const BELOW_ZERO = words('negative minus');

/** The number with its sign, in Fahrenheit. */
export function fahrenheit(tokens: Token[], at: number, { value, end }: { value: number; end: number }): number {
  const unitEnd = DEGREE.has(lemmaAt(tokens, end)) ? end + 1 : end;
  if (isCelsius(tokens, end)) return Math.round((value * 9) / 5 + 32);
  return lemmaAt(tokens, unitEnd) === 'below' || BELOW_ZERO.has(lemmaAt(tokens, at - 1)) ? -value : value;
}

/** "Thirty-six, how you say, Celsius." */
export const isCelsius = (tokens: Token[], end: number): boolean =>
  [0, 1, 2, 3].some((after) => CELSIUS.has(wordAt(tokens, end + after)));

const CELSIUS = words('celsius centigrade centigrados');
