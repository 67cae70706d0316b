import type { Passage } from '../language/passage.js';
import { CONCEPT_NUMBERS } from '../rules/grammar.js';
import type { ServiceType } from '../triage.types.js';
import { LONG_WORD, STEM, wordFor } from './features.js';
import { OWNER_WEIGHTS } from './owner-weights.js';
import { NO_ROW, SCALE } from './table.js';
import type { PackedWeights } from './table.js';

/** Whose matter a call can be, in the order of the weights. */
export const OWNERS = ['plumbing', 'hvac', 'electrical', 'general', 'unknown'] as const satisfies ServiceType[];

/** Evidence for each owner in whole twentieths, added up over the features of a turn, and their number. */
export interface OwnerLeaning {
  sums: number[];
  features: number;
}

/** The rows of a word and of its beginning. */
interface WordRows {
  word: number;
  stem: number;
}

interface OwnerTable {
  weights: Int8Array;
  rows: Map<string, number>;
  concepts: Int32Array;
  /** Rows of the words that were looked up so far. */
  words: Map<string, WordRows>;
  /** In which reading a row was counted last, so that none is counted twice in one. */
  counted: Uint32Array;
  readings: number;
}

const COUNT = OWNERS.length;

function tableOf({ features, rows: packed }: PackedWeights): OwnerTable {
  const rows = new Map(features.split(';').map((name, row) => [name, row]));
  return {
    weights: new Int8Array(Buffer.from(packed, 'base64')),
    rows,
    concepts: Int32Array.from(CONCEPT_NUMBERS.keys(), (concept) => rows.get(`@${concept}`) ?? NO_ROW),
    words: new Map(),
    counted: new Uint32Array(rows.size),
    readings: 0,
  };
}

let table: OwnerTable | undefined;

/** Unpacked with the first call that is judged: a worker that only pages never needs it. */
const learned = (): OwnerTable => (table ??= tableOf(OWNER_WEIGHTS));

/** Other weights than the published ones, for cross-validation alone. */
export function replaceOwnerWeights(weights: PackedWeights): void {
  table = tableOf(weights);
}

/** What tells whose matter a turn is: its words, the beginnings of long ones, and the things the lexicon knows. */
export const isOfOwner = (feature: string): boolean => !/^@-|^[!&~%?-]| /.test(feature);

const nowhere = (): OwnerLeaning => ({ sums: [0, 0, 0, 0, 0], features: 0 });

/** How a turn leans by those of its features that were learned; unknown ones lean nowhere. */
export function ownerLeaning({ tokens, named }: Pick<Passage, 'tokens' | 'named'>): OwnerLeaning {
  const table = startReading();
  const leaning = nowhere();
  for (const { lemma } of tokens) {
    const { word, stem } = rowsOf(lemma, table);
    addRow(leaning, word, table);
    addRow(leaning, stem, table);
  }
  for (const concept of named) addRow(leaning, table.concepts[concept] as number, table);
  return leaning;
}

/** Callers share most of their words; bounded, as nonsense has no end. */
const MOST_REMEMBERED = 20_000;

function rowsOf(lemma: string, { words, rows }: OwnerTable): WordRows {
  const known = words.get(lemma);
  if (known) return known;
  if (words.size >= MOST_REMEMBERED) words.clear();
  const word = wordFor(lemma);
  const stem = word.length >= LONG_WORD ? rows.get(`^${word.slice(0, STEM)}`) : undefined;
  const found = { word: rows.get(word) ?? NO_ROW, stem: stem ?? NO_ROW };
  words.set(lemma, found);
  return found;
}

function startReading(): OwnerTable {
  const all = learned();
  all.readings++;
  return all;
}

function addRow(leaning: OwnerLeaning, row: number, { counted, weights, readings }: OwnerTable): void {
  if (row === NO_ROW || counted[row] === readings) return;
  counted[row] = readings;
  leaning.features++;
  for (let owner = 0; owner < COUNT; owner++) addTo(leaning.sums, owner, weights[row * COUNT + owner]);
}

/** How likely each is the owner, by what was said in these turns together. The row of no feature comes first: the bias. */
export function ownerShares(turns: OwnerLeaning[]): number[] {
  const { sums, features } = joined(turns);
  const length = Math.sqrt(Math.max(1, features));
  const { weights } = learned();
  const powers = sums.map((sum, owner) => Math.exp(((weights[owner] ?? 0) + sum / length) / SCALE));
  const total = powers.reduce((all, power) => all + power, 0);
  return powers.map((power) => power / total);
}

function joined(turns: OwnerLeaning[]): OwnerLeaning {
  const all = nowhere();
  for (const { sums, features } of turns) {
    all.features += features;
    for (let owner = 0; owner < COUNT; owner++) addTo(all.sums, owner, sums[owner]);
  }
  return all;
}

function addTo(sums: number[], owner: number, weight = 0): void {
  sums[owner] = (sums[owner] ?? 0) + weight;
}
