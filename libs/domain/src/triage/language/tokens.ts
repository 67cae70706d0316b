import { CONTRACTIONS, FILLERS, IRREGULAR, MISHEARD } from './word-forms.js';

/** One word of a turn, in its dictionary form, with the place it was spoken at. */
export interface Token {
  lemma: string;
  word: string;
  start: number;
  end: number;
  /** Said twice in a row: a stutter, kept once. */
  repeated?: boolean;
}

/** The dictionary form or the spoken word at a place; empty beyond the ends. */
export const lemmaAt = (tokens: Token[], at: number): string => tokens[at]?.lemma ?? '';
export const wordAt = (tokens: Token[], at: number): string => tokens[at]?.word ?? '';

const APOSTROPHE = 39;
const CURLY_APOSTROPHE = 0x2019;
// A real word is never this long; a megabyte of one letter is one token that means nothing.
const LONGEST_WORD = 40;
const ACCENTS: Record<string, string> = {
  á: 'a',
  é: 'e',
  í: 'i',
  ó: 'o',
  ú: 'u',
  ü: 'u',
  ñ: 'n',
  à: 'a',
  è: 'e',
  ç: 'c',
};

const isWordCode = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 48 && code <= 57) ||
  code === APOSTROPHE ||
  code === CURLY_APOSTROPHE ||
  (code >= 0xc0 && code < 0x250);

/**
 * Words of a turn, lower-cased, contractions opened ("won't" is "will not"), known mishearings put right, fillers and
 * stutters dropped. Punctuation is ignored on purpose: speech recognition invents it, so no decision may rest on it.
 */
export function tokenise(text: string, vocabulary: ReadonlySet<string>): Token[] {
  const lower = lowered(text);
  const tokens: Token[] = [];
  let at = 0;
  while (at < lower.length) {
    if (!isWordCode(lower.charCodeAt(at))) {
      at++;
      continue;
    }
    let end = at + 1;
    while (end < lower.length && isWordCode(lower.charCodeAt(end))) end++;
    if (end - at <= LONGEST_WORD) addWord(tokens, plain(lower.slice(at, end)), { start: at, end }, vocabulary);
    at = end;
  }
  return tokens;
}

/** Same length as the text, always: offsets of the evidence must point into what the caller said. */
function lowered(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length
    ? lower
    : text.replaceAll('İ', 'i').toLowerCase().padEnd(text.length).slice(0, text.length);
}

function plain(word: string): string {
  let ascii = true;
  for (let index = 0; index < word.length; index++) if (word.charCodeAt(index) > 122) ascii = false;
  if (ascii) return word;
  let out = '';
  for (const letter of word) out += ACCENTS[letter] ?? (letter === '’' ? "'" : letter);
  return out;
}

interface Span {
  start: number;
  end: number;
}

function addWord(tokens: Token[], word: string, span: Span, vocabulary: ReadonlySet<string>): void {
  const opened = CONTRACTIONS.get(word);
  if (opened) {
    for (const part of opened) push(tokens, part, span, vocabulary);
    return;
  }
  push(tokens, word.includes("'") ? withoutPossessive(word) : word, span, vocabulary);
}

function withoutPossessive(word: string): string {
  const bare = word.endsWith("'s") ? word.slice(0, -2) : word;
  return bare.replaceAll("'", '');
}

function push(tokens: Token[], word: string, span: Span, vocabulary: ReadonlySet<string>): void {
  const previous = tokens[tokens.length - 1];
  if (isUnsaid(word, previous?.word)) return;
  if (endsFiller(tokens, word)) dropOpener(tokens);
  else if (previous?.word === word && !isDigits(word)) previous.repeated = true;
  else tokens.push({ lemma: lemmaOf(word, vocabulary), word, start: span.start, end: span.end });
}

const isUnsaid = (word: string, previous: string | undefined): boolean =>
  word === '' || (FILLERS.has(word) && !isSpelled(word, previous));

/** The "oh" of "one oh eight" and of "see oh alarm". */
export const isSpelled = (word: string, previous: string | undefined): boolean =>
  word === 'oh' && SPELLED_BEFORE.has(previous ?? '');

const SPELLED_BEFORE = new Set(['one', 'see', 'sea', 'c', 'cee']);

/** The "you" of "you know" goes with it, unless it was said before it too. */
function dropOpener(tokens: Token[]): void {
  if (!tokens[tokens.length - 1]?.repeated) tokens.pop();
}

/** "you know", "I mean"; but "do you know" is said with meaning. */
function endsFiller(tokens: Token[], word: string): boolean {
  const opener = word === 'know' ? 'you' : word === 'mean' ? 'i' : undefined;
  if (opener === undefined || tokens[tokens.length - 1]?.word !== opener) return false;
  return !ASKING.has(tokens[tokens.length - 2]?.word ?? '');
}

const ASKING = new Set(['do', 'did', 'if', 'let', 'would', 'as', 'far']);

const isDigits = (word: string): boolean => word.charCodeAt(0) >= 48 && word.charCodeAt(0) <= 57;

/** The dictionary form, as far as the lexicon knows the word; other words stay as they are. */
export function lemmaOf(word: string, vocabulary: ReadonlySet<string>): string {
  const found = remembered(vocabulary).get(word);
  if (found !== undefined) return found;
  const lemma = lookedUp(word, vocabulary);
  memory.lemmas.set(word, lemma);
  return lemma;
}

/** Callers share most of their words, so a word is looked up once; bounded, as nonsense has no end. */
const MOST_REMEMBERED = 20_000;

let memory = { vocabulary: new Set() as ReadonlySet<string>, lemmas: new Map<string, string>() };

function remembered(vocabulary: ReadonlySet<string>): Map<string, string> {
  if (memory.vocabulary !== vocabulary || memory.lemmas.size >= MOST_REMEMBERED)
    memory = { vocabulary, lemmas: new Map() };
  return memory.lemmas;
}

function lookedUp(word: string, vocabulary: ReadonlySet<string>): string {
  const known = IRREGULAR.get(word) ?? MISHEARD.get(word) ?? noiseIn(word);
  if (known !== undefined) return known;
  if (vocabulary.has(word)) return word;
  for (const stem of stems(word)) if (stem.length >= 3 && vocabulary.has(stem)) return stem;
  return word;
}

/** "Psssst", "bzzzt": noises that the caller imitates, each letter once. */
const NOISES = new Map(
  Object.entries({
    hiss: ['s', 'st', 'ps', 'pst', 'psh', 'ts', 'tst', 'fs', 'fst', 'pf', 'pft', 'phst', 'pfs'],
    buzz: ['z', 'bz', 'ziz', 'bziz'],
    sizzle: ['bzt', 'zt'],
  }).flatMap(([noise, spellings]) => spellings.map((spelling): [string, string] => [spelling, noise])),
);

/** The noise that a word of drawn out letters stands for. */
function noiseIn(word: string): string | undefined {
  let once = '';
  for (const letter of word) if (!once.endsWith(letter)) once += letter;
  return once.length < word.length && word.length > 2 ? NOISES.get(once) : undefined;
}

/** Candidates in the order of how much they keep: "pipes" → pipe, "spraying" → spray, "dripped" → drip, "leakin" → leak. */
export function stems(word: string): string[] {
  const ending = ENDINGS.find(([suffix]) => word.endsWith(suffix));
  return ending && !(ending[0] === 'ed' && word.length <= 4) ? ending[1](word.slice(0, -ending[0].length)) : [];
}

const asVerbs = (stem: string): string[] => verbStems(stem);
const ENDINGS: [suffix: string, stemsOf: (stem: string) => string[]][] = [
  ['ing', asVerbs],
  ['ied', (stem) => [`${stem}y`]],
  ['ed', asVerbs],
  ['ies', (stem) => [`${stem}y`]],
  ['es', (stem) => [`${stem}e`, stem]],
  ['ss', () => []],
  ['s', (stem) => [stem]],
  ['in', asVerbs],
];

function verbStems(stem: string): string[] {
  const last = stem[stem.length - 1];
  const doubled = last !== undefined && last === stem[stem.length - 2];
  return doubled ? [stem, stem.slice(0, -1)] : [stem, `${stem}e`];
}
