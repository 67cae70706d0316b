import type { Token } from '../language/tokens.js';
import { weightOf } from './likelihood.js';
import type { Outcome } from './likelihood.js';

/** So many words are read at a glance. */
const WINDOW = 4;

/** Offsets of the few neighbouring words that spoke most for an outcome, so that a learned verdict can be shown. */
export function tellingWords(tokens: Token[], outcome: Outcome): { start: number; end: number } {
  const weights = tokens.map(({ lemma }) => weightOf(lemma, outcome));
  const sumFrom = (at: number): number => weights.slice(at, at + WINDOW).reduce((sum, weight) => sum + weight, 0);
  const places = tokens.slice(0, Math.max(1, tokens.length - WINDOW + 1)).map((_token, at) => at);
  const best = places.reduce((most, at) => (sumFrom(at) > sumFrom(most) ? at : most), 0);
  const words = tokens.slice(best, best + WINDOW);
  return { start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 };
}
