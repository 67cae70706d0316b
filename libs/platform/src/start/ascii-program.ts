/** JavaScript, and the `mappings` of its source map. */
export interface MappedCode {
  code: string;
  mappings: string;
}

/** What stands for one UTF-16 unit in a string, a template or a pattern: five columns more than the unit itself. */
const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
const LONGER_BY = 5;
const BEYOND_ASCII = /[^\0-\x7f]/g;
/** `\’` in a pattern: with the escape in its place the backslash would be escaped instead. */
const AFTER_BACKSLASH = /(?<!\\)(?:\\\\)*\\[^\0-\x7f]/;

/**
 * The same program in ASCII: V8 keeps a text that goes beyond Latin-1 at two bytes a character, all of it, and a single
 * apostrophe makes a program of eight megabytes sixteen. Its map still leads to the same places. Throws for code that says
 * more than ASCII right after a backslash, or in a name.
 */
export function inAscii({ code, mappings }: MappedCode): MappedCode {
  const odd = AFTER_BACKSLASH.exec(code);
  if (odd) throw new Error(`cannot be said in ASCII: ${code.slice(Math.max(0, odd.index - 40), odd.index + 40)}`);
  const lines = code.split('\n');
  const shifted = mappings.split(';').map((line, index) => shiftedLine(line, lines[index] ?? ''));
  return { code: code.replace(BEYOND_ASCII, escaped), mappings: shifted.join(';') };
}

function shiftedLine(mappings: string, text: string): string {
  const wide = Array.from(text.matchAll(BEYOND_ASCII), ({ index }) => index);
  if (wide.length === 0 || mappings === '') return mappings;
  let [column, told, passed] = [0, 0, 0];
  const segments = mappings.split(',').map((segment) => {
    const { value, rest } = firstNumber(segment);
    column += value;
    while (passed < wide.length && (wide[passed] as number) < column) passed++;
    const moved = column + LONGER_BY * passed;
    const step = moved - told;
    told = moved;
    return numberIn64(step) + rest;
  });
  return segments.join(',');
}

/** Source Map v3: base 64 VLQ, five bits a digit, the lowest first; the lowest bit of all is the sign. */
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const MORE = 32;

function firstNumber(segment: string): { value: number; rest: string } {
  let [bits, at] = [0, 0];
  for (let digit = MORE; digit & MORE; at++) {
    digit = DIGITS.indexOf(segment.charAt(at));
    bits |= (digit & (MORE - 1)) << (5 * at);
  }
  return { value: bits & 1 ? -(bits >>> 1) : bits >>> 1, rest: segment.slice(at) };
}

function numberIn64(value: number): string {
  let bits = value < 0 ? (-value << 1) | 1 : value << 1;
  let text = '';
  do {
    const digit = bits & (MORE - 1);
    bits >>>= 5;
    text += DIGITS.charAt(bits > 0 ? digit | MORE : digit);
  } while (bits > 0);
  return text;
}
