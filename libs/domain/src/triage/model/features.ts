import type { Passage } from '../language/passage.js';
import { lemmaAt } from '../language/tokens.js';
import type { Token } from '../language/tokens.js';
import { CONCEPT_NUMBERS } from '../rules/grammar.js';
import { SENSES, closePairs } from './senses.js';

/** What a turn says, as far as the learned reading looks: words, concepts, which words are denied, and the rules' findings. */
export interface Said extends Pick<Passage, 'tokens' | 'marks' | 'named'> {
  denied: Uint8Array;
  findings: { signal: string; standing: string }[];
}

// The beginnings of long words stand for all their forms, and for most of what speech recognition makes of their ends.
export const LONG_WORD = 5;
export const STEM = 4;

/**
 * What the learned reading sees of a turn: its words, those that stand together and those with one word between them, the
 * beginnings of long ones, which were said late, the concepts of the lexicon that were named, which kinds of things were
 * named close together, and what the rules found. Concepts let it carry over what it learned of "spraying" to "gushing";
 * a denied word is marked as such.
 */
export function featuresOf(said: Said): string[] {
  const features = new Set<string>();
  addWords(features, said);
  addConcepts(features, said);
  for (const pair of closePairs(said.marks)) features.add(pairFeature(pair));
  for (const { signal, standing } of said.findings) features.add(`!${signal} ${standing}`);
  return [...features];
}

function addWords(features: Set<string>, { tokens, denied }: Said): void {
  tokens.forEach(({ lemma }, at) => {
    const word = wordFor(lemma);
    for (const feature of wordFeatures(tokens, at)) features.add(feature);
    if (denied[at]) features.add(`-${word}`);
    if (word.length >= LONG_WORD) features.add(`^${word.slice(0, STEM)}`);
  });
}

/** What a word says by its place: itself, beside the word before, beyond one word ("smell _ gas"), and late in a long turn. */
function wordFeatures(tokens: Token[], at: number): string[] {
  const word = wordFor(lemmaAt(tokens, at));
  const features = [word];
  if (at >= 1) features.push(`${wordFor(lemmaAt(tokens, at - 1))} ${word}`);
  if (at >= 2) features.push(`~${wordFor(lemmaAt(tokens, at - 2))} ${word}`);
  if (at >= lateFrom(tokens.length)) features.push(`%${word}`);
  return features;
}

/** Shorter turns have no end apart from their beginning. */
const LONG_TURN = 12;

/**
 * Where the last two fifths of a long turn begin: who calls about a tune-up and ends with a smell of eggs came to the
 * point late, and who begins with a flood may end with when it was mended.
 */
export const lateFrom = (wordCount: number): number => (wordCount > LONG_TURN ? Math.ceil(wordCount * 0.6) : wordCount);

const CONCEPTS = [...CONCEPT_NUMBERS.keys()];

function addConcepts(features: Set<string>, said: Said): void {
  for (const concept of said.named) {
    const name = CONCEPTS[concept] ?? '';
    features.add(`@${name}`);
    if (isDenied(concept, said)) features.add(`@-${name}`);
  }
}

/** Any mention of the concept begins with a denied word. */
export function isDenied(concept: number, { marks, denied }: Said): boolean {
  for (const mark of marks[concept] ?? []) if (denied[mark.start]) return true;
  return false;
}

/** `&senseSmell&senseStove`. */
const pairFeature = (pair: number): string =>
  `&${SENSES[Math.floor(pair / SENSES.length)]?.name ?? ''}&${SENSES[pair % SENSES.length]?.name ?? ''}`;

const isNumber = (word: string): boolean => word >= '0' && word < ':';

/** All numbers are one word. */
export const wordFor = (lemma: string): string => (isNumber(lemma) ? '#' : lemma);
