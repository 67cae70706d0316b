import { CONCEPT_NUMBERS } from '../rules/grammar.js';
import { askedFeature, REPLIES } from './asked.js';
import type { Reply } from './asked.js';
import { LONG_WORD, STEM } from './features.js';
import { PairRows } from './pair-rows.js';
import { SENSES } from './senses.js';

/** Weights as they are published: the features, `;` between them, and a row of signed bytes for each, in base 64. */
export interface PackedWeights {
  features: string;
  rows: string;
}

/** What is known of a word: the rows of the features it takes part in. */
export interface KnownWord {
  /** From 1; 0 for a word that was never taught. */
  number: number;
  word: number;
  denied: number;
  stem: number;
  /** Said late in a long turn. */
  late: number;
}

/** Rows of weights end to end, and where each feature's row is: one block of memory is read faster than many. */
export interface Table {
  rows: Map<string, number>;
  weights: Int8Array;
  words: Map<string, KnownWord>;
  /** By the beginning of a long word, `^` before it. */
  stems: Map<string, number>;
  /** Two words that stand together. */
  pairs: PairRows;
  /** Two words with one between them. */
  pairsApart: PairRows;
  /** By concept number. */
  concepts: Int32Array;
  deniedConcepts: Int32Array;
  /** By how the caller answered, then by the number of a concept in the question. */
  asked: Record<Reply, Int32Array>;
  /** By the pair's number (model/senses.ts). */
  sensePairs: Int32Array;
  /** By signal, then by how it stands. */
  findings: Map<string, Map<string, number>>;
  /** In which reading a row was counted last, so that none is counted twice in one. */
  counted: Uint32Array;
  readings: number;
}

export const NO_ROW = -1;

/** Weights are kept as whole twentieths, so that a row of eight fits eight bytes. */
export const SCALE = 20;

export function tableOf({ features, rows: packed }: PackedWeights): Table {
  const names = features.split(';');
  const rows = new Map(names.map((name, row) => [name, row]));
  const words = wordsOf(names, rows);
  return {
    rows,
    weights: new Int8Array(Buffer.from(packed, 'base64')),
    words,
    stems: new Map([...rows].filter(([name]) => name.startsWith('^'))),
    pairs: pairsOf(names, words, (name) => isOfWords(name) && name.includes(' ')),
    pairsApart: pairsOf(names, words, (name) => name.startsWith('~')),
    concepts: byConcept(rows, (concept) => `@${concept}`),
    deniedConcepts: byConcept(rows, (concept) => `@-${concept}`),
    asked: askedRows(rows),
    sensePairs: bySenses(rows),
    findings: findingsOf(names),
    counted: new Uint32Array(names.length),
    readings: 0,
  };
}

const SPECIAL = '@!^-&~%?';
const isOfWords = (feature: string): boolean => feature !== '' && !SPECIAL.includes(feature.charAt(0));

/** Every word that takes part in a feature, in whatever place. */
function wordsOf(names: string[], rows: Map<string, number>): Map<string, KnownWord> {
  const words = new Map<string, KnownWord>();
  for (const word of names.filter((name) => name !== '' && !/^[@!^&?]/.test(name)).flatMap(wordsIn))
    if (!words.has(word)) words.set(word, knownAs(word, words.size + 1, rows));
  return words;
}

const wordsIn = (feature: string): string[] => feature.replace(/^[-~%]/, '').split(' ');

const knownAs = (word: string, number: number, rows: Map<string, number>): KnownWord => ({
  number,
  word: rowIn(rows, word),
  denied: rowIn(rows, `-${word}`),
  stem: stemOf(word, rows),
  late: rowIn(rows, `%${word}`),
});

/** A word that was never taught; its beginning may be known all the same. */
export const strangerOf = (word: string, stems: Map<string, number>): KnownWord => ({
  number: 0,
  word: NO_ROW,
  denied: NO_ROW,
  stem: stemOf(word, stems),
  late: NO_ROW,
});

const stemOf = (word: string, rows: Map<string, number>): number =>
  word.length >= LONG_WORD ? rowIn(rows, `^${word.slice(0, STEM)}`) : NO_ROW;

const rowIn = (rows: Map<string, number>, feature: string): number => rows.get(feature) ?? NO_ROW;

function pairsOf(names: string[], words: Map<string, KnownWord>, isPair: (name: string) => boolean): PairRows {
  const pairs = new PairRows(names.filter(isPair).length);
  names.forEach((name, row) => {
    const [first = 0, second = 0] = wordsIn(name).map((word) => words.get(word)?.number ?? 0);
    if (isPair(name)) pairs.set(first, second, row);
  });
  return pairs;
}

const byConcept = (rows: Map<string, number>, featureOf: (concept: string) => string): Int32Array =>
  Int32Array.from(CONCEPT_NUMBERS.keys(), (concept) => rowIn(rows, featureOf(concept)));

const askedRows = (rows: Map<string, number>): Record<Reply, Int32Array> => {
  const [yes, no, short] = REPLIES.map((reply) => byConcept(rows, (concept) => askedFeature(concept, reply)));
  return { yes, no, short } as Record<Reply, Int32Array>;
};

const bySenses = (rows: Map<string, number>): Int32Array =>
  Int32Array.from(SENSES.flatMap(({ name }) => SENSES.map((other) => rowIn(rows, `&${name}&${other.name}`))));

function findingsOf(names: string[]): Map<string, Map<string, number>> {
  const findings = new Map<string, Map<string, number>>();
  names.forEach((name, row) => {
    if (!name.startsWith('!')) return;
    const [signal = '', standing = ''] = name.slice(1).split(' ');
    findings.set(signal, (findings.get(signal) ?? new Map<string, number>()).set(standing, row));
  });
  return findings;
}
