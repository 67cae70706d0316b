import { lemmaAt, wordAt } from './tokens.js';
import type { Token } from './tokens.js';

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const HUNDRED = new Set(['hundred', 'ciento', 'hunnerd', 'hunnert', 'hundert']);
const SPANISH: Record<string, number> = {
  cero: 0,
  cinco: 5,
  diez: 10,
  quince: 15,
  veinte: 20,
  treinta: 30,
  cuarenta: 40,
  cincuenta: 50,
  sesenta: 60,
  setenta: 70,
  ochenta: 80,
  noventa: 90,
  cien: 100,
};
/** As they are pronounced, and written down by a machine. */
const SPOKEN: Record<string, number> = {
  thirdy: 30,
  fourty: 40,
  fiddy: 50,
  fitty: 50,
  sixdy: 60,
  ninty: 90,
  ninedy: 90,
};
const WORDS = new Map<string, number>([
  ...Object.entries(SPOKEN),
  ...UNITS.map((word, value): [string, number] => [word, value]),
  ...TENS.map((word, index): [string, number] => [word, 20 + 10 * index]),
  ...Object.entries(SPANISH),
]);

/** Only behind an "y": alone, "uno" and "dos" are no readings. */
const SPANISH_UNITS = new Map(
  ['uno', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve'].map((word, index): [string, number] => [
    word,
    index + 1,
  ]),
);

/** The number that starts at a word, in digits or words ("ninety eight", "a hundred and two"), and where it ends. */
export function numberAt(tokens: Token[], at: number): { value: number; end: number } | undefined {
  const word = wordAt(tokens, at);
  if (word >= '0' && word < ':') return digits(word, at);
  if (HUNDRED.has(word)) return hundreds(tokens, at, 1);
  const value = WORDS.get(word);
  if (value === undefined) return undefined;
  if (wordAt(tokens, at + 1) === 'hundred') return hundreds(tokens, at + 1, value);
  if (value === 1 && wordAt(tokens, at + 1) === 'oh') return ohAnd(tokens, at);
  return tensAndUnits(tokens, at, value);
}

/** "One oh eight." */
function ohAnd(tokens: Token[], at: number): { value: number; end: number } {
  const unit = unitAt(tokens, at + 2);
  return unit && unit.value < 10 ? { value: 100 + unit.value, end: unit.end } : { value: 1, end: at + 1 };
}

function digits(word: string, at: number): { value: number; end: number } | undefined {
  const value = Number.parseInt(word, 10);
  return Number.isSafeInteger(value) && value < 1000 ? { value, end: at + 1 } : undefined;
}

function hundreds(tokens: Token[], at: number, count: number): { value: number; end: number } {
  const next = tokens[at + 1]?.word === 'and' ? at + 2 : at + 1;
  const rest = WORDS.get(tokens[next]?.word ?? '');
  if (rest === undefined) return { value: count * 100, end: at + 1 };
  const tail = tensAndUnits(tokens, next, rest);
  return { value: count * 100 + tail.value, end: tail.end };
}

function tensAndUnits(tokens: Token[], at: number, value: number): { value: number; end: number } {
  const unit = unitAt(tokens, at + 1);
  const joins = value >= 20 && value < 100 && unit !== undefined && unit.value > 0 && unit.value < 10;
  return joins ? { value: value + unit.value, end: unit.end } : { value, end: at + 1 };
}

/** "forty five", "cuarenta y cinco". */
function unitAt(tokens: Token[], at: number): { value: number; end: number } | undefined {
  const isSpanish = wordAt(tokens, at) === 'y';
  const place = isSpanish ? at + 1 : at;
  const value = (isSpanish ? SPANISH_UNITS : WORDS).get(wordAt(tokens, place));
  return value === undefined ? undefined : { value, end: place + 1 };
}

const LEAST_READING = 9;

/** "Ten minutes" and "forty bucks" are no readings. */
const COUNTED = new Set(
  'year month week day hour minute second time dollar buck percent o oclock am pm mile foot feet inch gallon unit people kid family'.split(
    ' ',
  ),
);

/** Where numbers are said that an instrument could show: a zero or a "one" is none. */
export function numbersIn(tokens: Token[]): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const number = numberAt(tokens, at);
    if (number && number.value > LEAST_READING && !COUNTED.has(lemmaAt(tokens, number.end)))
      found.push({ start: at, end: number.end });
    if (number) at = number.end - 1;
  }
  return found;
}
