import { PhraseTrie } from './phrase-trie.js';
import type { Force } from './phrase-trie.js';
import { IRREGULAR } from './word-forms.js';
import { isSpelled, lemmaOf, stems, tokenise } from './tokens.js';
import type { Token } from './tokens.js';

/**
 * Concept → phrases, separated by commas. A concept whose name ends in "!" swallows its words: an idiom. One whose name
 * ends in "~" leaves its words what they are: the "not" of the answer "I do not" still denies the gas of "I do not smell
 * any gas".
 */
export type Words = Record<string, string>;

/** A compiled lexicon: the vocabulary, and the phrases by the numbers of their concepts. */
export interface Lexicon {
  vocabulary: ReadonlySet<string>;
  trie: PhraseTrie;
}

export type ConceptNumbers = ReadonlyMap<string, number>;

const NO_WORDS: ReadonlySet<string> = new Set();

/** Every concept of the tables has a number, in the order in which they name them. */
export const numberConcepts = (tables: Words[]): ConceptNumbers =>
  new Map([...new Set(tables.flatMap((table) => Object.keys(table).map(conceptIn)))].map((name, at) => [name, at]));

/** Compiles word tables into one lexicon. */
export function compileLexicon(tables: Words[], numbers: ConceptNumbers): Lexicon {
  const entries = tables.flatMap((table) =>
    Object.entries(table).flatMap(([concept, phrases]) => splitPhrases(concept, phrases)),
  );
  const vocabulary = vocabularyOf(entries.flatMap((entry) => entry.words));
  const trie = new PhraseTrie();
  for (const { concept, words, force } of entries) {
    const number = numbers.get(concept) ?? 0;
    for (const form of forms(lemmas(words, vocabulary))) trie.add({ words: form, concept: number, force });
  }
  return { vocabulary, trie };
}

const FORCES: Record<string, Force> = { '!': 'swallows', '~': 'frees' };
const forceOf = (name: string): Force => FORCES[name.slice(-1)] ?? 'binds';
const conceptIn = (name: string): string => (forceOf(name) === 'binds' ? name : name.slice(0, -1));

interface Entry {
  concept: string;
  words: string[];
  force: Force;
}

function splitPhrases(name: string, phrases: string): Entry[] {
  const [force, concept] = [forceOf(name), conceptIn(name)];
  const listed = phrases.split(',').map((phrase) => phrase.trim().split(/\s/));
  return listed
    .map((written) => ({
      concept,
      words: written.flatMap((word, at) => wordsOf(word, written[at - 1])),
      force,
      written,
    }))
    .filter(saysEnough);
}

/** A phrase that loses its fillers and is left with one word ("so hot") would mean far more than it says. */
const saysEnough = (entry: Entry & { written: string[] }): boolean =>
  entry.words.length > 1 || (entry.words.length === 1 && entry.written.length === 1);

const wordsOf = (written: string, before: string | undefined): string[] =>
  written.startsWith('=') || isSpelled(written, before)
    ? [written]
    : tokenise(written, NO_WORDS).map((token: Token) => token.word);

/** Shorter words first, so that "leak" is a word of its own and "leaking" a form of it. */
function vocabularyOf(words: string[]): Set<string> {
  const vocabulary = new Set<string>(IRREGULAR.values());
  const plainWords = [...new Set(words)].filter((word) => !word.startsWith('=')).sort((a, b) => a.length - b.length);
  for (const word of plainWords)
    if (!stems(word).some((stem) => stem.length >= 3 && vocabulary.has(stem))) vocabulary.add(word);
  return vocabulary;
}

const lemmas = (words: string[], vocabulary: ReadonlySet<string>): string[] =>
  words.map((word) => (word.startsWith('=') ? word : lemmaOf(word, vocabulary)));

/** "heat be out" is also said without its verb: "heat's out", "heat out". */
function forms(phrase: string[]): string[][] {
  const verb = phrase.indexOf('be', 1);
  const telegraphic = phrase.length > 2 && verb > 0 && verb < phrase.length - 1;
  return telegraphic ? [phrase, phrase.toSpliced(verb, 1)] : [phrase];
}
