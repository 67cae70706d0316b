import type { Token } from '../language/tokens.js';

/**
 * What the learned reading sees of a turn: its words, neighbouring words, and the concepts of the lexicon that were
 * named. Concepts let it carry over what it learned of "spraying" to "gushing".
 */
export function featuresOf(tokens: Token[], named: number[], conceptNames: string[]): string[] {
  const features = new Set<string>();
  let previous = '';
  for (const { lemma } of tokens) {
    const word = isNumber(lemma) ? '#' : lemma;
    features.add(word);
    if (previous !== '') features.add(`${previous} ${word}`);
    previous = word;
  }
  for (const concept of named) features.add(`@${conceptNames[concept] ?? ''}`);
  return [...features];
}

const isNumber = (word: string): boolean => word >= '0' && word < ':';
