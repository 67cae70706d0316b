import { firstFrom } from '../rules/rule.js';
import type { Mark } from './phrase-trie.js';
import type { Token } from './tokens.js';

/** A turn's words with the phrases found in them; `covered` words are parts of longer phrases. */
export interface Passage {
  tokens: Token[];
  marks: (Mark[] | undefined)[];
  covered: Uint8Array;
  named: number[];
}

/** A concept stands at most so many words before or after the span, or in it. */
export interface Reach {
  before: number;
  after: number;
}

// A phrase of the lexicon has at most so many words: a mark that reaches into a window begins this close before it.
const LONGEST_PHRASE = 10;

/** The marks that begin in a window or reach into it. Ten thousand guards in a turn cost no more than the ones nearby. */
export function near(marks: Mark[] | undefined, from: number, to: number): Mark[] {
  if (!marks) return NONE;
  const start = firstFrom(marks, from - LONGEST_PHRASE);
  let end = start;
  while (end < marks.length && (marks[end] as Mark).start < to) end++;
  return start === 0 && end === marks.length ? marks : marks.slice(start, end);
}

const NONE: Mark[] = [];

export const around = (concept: number, span: Mark, passage: Passage, reach: Reach): boolean =>
  near(passage.marks[concept], span.start - reach.before, span.end + reach.after).some((mark) =>
    within(mark, span, reach),
  );

export const within = (mark: Mark, span: Mark, reach: Reach): boolean =>
  mark.end > span.start - reach.before && mark.start < span.end + reach.after;

export const startsAt = (concept: number, position: number, marks: (Mark[] | undefined)[]): boolean =>
  near(marks[concept], position, position + 1).some((mark) => mark.start === position);

export const startsIn = (concept: number, position: number, marks: (Mark[] | undefined)[]): boolean =>
  near(marks[concept], position, position + 1).some((mark) => mark.start <= position && position < mark.end);

/** Does a word of the concept stand between two places? */
export const crosses = (concept: number, from: number, to: number, marks: (Mark[] | undefined)[]): boolean =>
  near(marks[concept], from, to).some((mark) => mark.start >= from && mark.end <= to);
