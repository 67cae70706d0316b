import type { Token } from '../language/tokens.js';
import { wordFor } from './features.js';
import { weightOf } from './likelihood.js';
import type { Outcome } from './likelihood.js';

/** So many words are read at a glance. */
const WINDOW = 4;

/** Where the words stand in the text. */
export interface TellingWords {
  start: number;
  end: number;
}

/** Offsets of the few neighbouring words that spoke most for an outcome, so that a learned verdict can be shown. */
export function tellingWords(tokens: Token[], outcome: Outcome): TellingWords {
  const weights = tokens.map(({ lemma }) => weightOf(wordFor(lemma), outcome));
  const from = heaviest(weights);
  const to = Math.min(from + WINDOW, tokens.length) - 1;
  return { start: tokens[from]?.start ?? 0, end: tokens[to]?.end ?? 0 };
}

/** Where the heaviest window begins; the first of equals. */
function heaviest(weights: number[]): number {
  let sum = 0;
  let best = 0;
  let most = -Infinity;
  for (let at = 0; at < weights.length; at++) {
    sum += (weights[at] ?? 0) - (weights[at - WINDOW] ?? 0);
    const isWhole = at >= WINDOW - 1 || at === weights.length - 1;
    if (isWhole && sum > most) [best, most] = [Math.max(0, at - WINDOW + 1), sum];
  }
  return best;
}
