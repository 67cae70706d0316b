import { SourceMap } from 'node:module';
import { runInNewContext } from 'node:vm';
import { inAscii, type MappedCode } from './ascii-program.js';

const LINES = [`const said = 'Café – sí 👍'; const own = () => 1;`, `const thumb = /^[👍✔]$/u; const tail = () => 2;`];
const CODE = LINES.join('\n');
const WORDS = ['said', 'own', 'thumb', 'tail'];

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const inTwoDigits = (columns: number): string =>
  DIGITS.charAt(((columns * 2) & 31) | 32) + DIGITS.charAt((columns * 2) >> 5);
const at = (text: string, word: string): number => text.indexOf(word);

/** Each of the four words stands on a line of its own in the source. */
const MAPPINGS = LINES.map((line, index) => {
  const [first, second] = WORDS.slice(2 * index) as [string, string];
  const start = `${inTwoDigits(at(line, first))}A${index === 0 ? 'A' : 'C'}A`;
  return `${start},${inTwoDigits(at(line, second) - at(line, first))}ACA`;
}).join(';');

const mapOf = (mappings: string): SourceMap =>
  new SourceMap({
    version: 3,
    file: 'p.js',
    sources: ['p.ts'],
    sourcesContent: [],
    names: [],
    mappings,
    sourceRoot: '',
  });

/** Where each word is found by the map that goes with the code. */
const tracesIn = ({ code, mappings }: MappedCode) =>
  WORDS.map((word, index) => {
    const line = index < 2 ? 0 : 1;
    const column = at(code.split('\n')[line] ?? '', word);
    return { wanted: column, entry: mapOf(mappings).findEntry(line, column) };
  });

describe('inAscii', () => {
  it('says the same in ASCII alone: strings, templates and patterns', () => {
    const { code } = inAscii({ code: CODE, mappings: MAPPINGS });
    expect(code).toMatch(/^[\0-\x7f]*$/);
    const all = '; [said, thumb.test("👍"), thumb.test("x"), own(), tail()]';
    expect(runInNewContext(code + all)).toEqual(['Café – sí 👍', true, false, 1, 2]);
  });

  it('leads a trace to the same place of the source as before', () => {
    for (const program of [{ code: CODE, mappings: MAPPINGS }, inAscii({ code: CODE, mappings: MAPPINGS })])
      for (const [originalLine, { wanted, entry }] of tracesIn(program).entries())
        expect(entry).toMatchObject({ originalLine, generatedColumn: wanted });
  });

  it('leaves a program of ASCII as it is', () => {
    const plain = { code: 'const a = 1;\n\nconst b = 2;', mappings: 'MAAA;;MACA' };
    expect(inAscii(plain)).toEqual(plain);
  });

  it('refuses what an escape would change: a character right after a backslash', () => {
    expect(() => inAscii({ code: String.raw`/\’/.test(text)`, mappings: '' })).toThrow('cannot be said in ASCII');
    expect(() => inAscii({ code: String.raw`/\\’/.test(text)`, mappings: '' })).not.toThrow();
  });
});
