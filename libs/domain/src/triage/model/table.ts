import { LONG_WORD, STEM } from './features.js';

/** What is known of a word: the rows of the features it begins, -1 for none. */
export interface WordRows {
  word: number;
  denied: number;
  stem: number;
  /** By the word that follows it. */
  pairs: Map<string, number>;
}

/** Rows of weights end to end, and the row of every feature: one block of memory is read faster than many. */
export interface Table {
  rows: Map<string, number>;
  weights: Float64Array;
  /** The same rows by word: a turn is read without gluing its words together. */
  words: Map<string, WordRows>;
  /** In which reading a row was counted last, so that none is counted twice in one. */
  counted: Uint32Array;
  readings: number;
}

export const NO_ROW = -1;

/** Weights are kept as whole tenths. */
export const SCALE = 10;

export function tableOf(text: string, columns: number): Table {
  const entries = text.split(';').map((entry) => entry.split(':'));
  const weights = new Float64Array(entries.length * columns);
  entries.forEach(([, row = ''], index) =>
    weights.set(
      row.split(',').map((weight) => Number(weight) / SCALE),
      index * columns,
    ),
  );
  const rows = new Map(entries.map(([feature = ''], index) => [feature, index]));
  return { rows, weights, words: wordsOf(rows), counted: new Uint32Array(entries.length), readings: 0 };
}

function wordsOf(rows: Map<string, number>): Map<string, WordRows> {
  const words = new Map<string, WordRows>();
  for (const [feature, row] of rows) {
    if (feature === '' || '@!^-'.includes(feature.charAt(0))) continue;
    const [word = '', next] = feature.split(' ');
    const known = words.get(word) ?? { ...rowsOf(word, rows), pairs: new Map<string, number>() };
    words.set(word, known);
    if (next !== undefined) known.pairs.set(next, row);
  }
  return words;
}

/** The rows of a word that begins no pair; its beginning or its denial may be known though the word is not. */
export const rowsOf = (word: string, rows: Map<string, number>): WordRows => ({
  word: rows.get(word) ?? NO_ROW,
  denied: rows.get(`-${word}`) ?? NO_ROW,
  stem: word.length >= LONG_WORD ? (rows.get(`^${word.slice(0, STEM)}`) ?? NO_ROW) : NO_ROW,
  pairs: NO_PAIRS,
});

const NO_PAIRS = new Map<string, number>();
