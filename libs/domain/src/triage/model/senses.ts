import type { Mark } from '../language/phrase-trie.js';
import { CONCEPT_NUMBERS } from '../rules/grammar.js';

/** A kind of thing that the lexicon knows many words for: what is smelled, who is frail, where it runs. */
export interface Sense {
  name: string;
  concept: number;
}

export const SENSES: readonly Sense[] = [...CONCEPT_NUMBERS]
  .filter(([name]) => name.startsWith('sense'))
  .map(([name, concept]) => ({ name, concept }));

/** Words further apart belong to different thoughts: a smell, and the address of a kitchen. */
const CLOSE = 8;

/**
 * Which kinds of things a turn names within a few words of each other, each pair once: `first * SENSES.length + second`.
 * No single word says that a smell is at the stove; the two together do, whichever words were chosen for them.
 */
export function closePairs(marks: (Mark[] | undefined)[]): number[] {
  const named: number[] = [];
  for (let sense = 0; sense < SENSES.length; sense++) if (marks[conceptAt(sense)]) named.push(sense);
  const pairs: number[] = [];
  for (let index = 1; index < named.length; index++) addPairs(pairs, named, index, marks);
  return pairs;
}

const conceptAt = (sense: number): number => SENSE_CONCEPTS[sense] as number;
const SENSE_CONCEPTS = Int32Array.from(SENSES, ({ concept }) => concept);

function addPairs(pairs: number[], named: number[], index: number, marks: (Mark[] | undefined)[]): void {
  const second = named[index] as number;
  const seconds = marks[conceptAt(second)] as Mark[];
  for (let before = 0; before < index; before++) {
    const first = named[before] as number;
    if (areClose(marks[conceptAt(first)] as Mark[], seconds)) pairs.push(first * SENSES.length + second);
  }
}

/** Marks are in the order they were said, so one walk along both lists is enough. */
function areClose(some: Mark[], others: Mark[]): boolean {
  let one = 0;
  let other = 0;
  while (one < some.length && other < others.length) {
    const gap = (some[one] as Mark).start - (others[other] as Mark).start;
    if (Math.abs(gap) <= CLOSE) return true;
    if (gap < 0) one++;
    else other++;
  }
  return false;
}
