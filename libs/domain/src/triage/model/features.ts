import type { Passage } from '../language/guards.js';

/** What a turn says, as far as the learned reading looks: words, concepts, which words are denied, and the rules' findings. */
export interface Said extends Pick<Passage, 'tokens' | 'marks' | 'named'> {
  denied: Uint8Array;
  findings: { signal: string; standing: string }[];
  /** By concept number, made once: the feature of a concept, and of one that is denied. */
  conceptFeatures: ConceptFeature[];
}

export interface ConceptFeature {
  plain: string;
  denied: string;
}

export const conceptFeaturesOf = (names: string[]): ConceptFeature[] =>
  names.map((name) => ({ plain: `@${name}`, denied: `@-${name}` }));

// The beginnings of long words stand for all their forms, and for most of what speech recognition makes of their ends.
export const LONG_WORD = 5;
export const STEM = 4;

/**
 * What the learned reading sees of a turn: its words, neighbouring words, the beginnings of long ones, the concepts of
 * the lexicon that were named, and what the rules found. Concepts let it carry over what it learned of "spraying" to
 * "gushing"; a denied word is marked as such.
 */
export function featuresOf(said: Said): string[] {
  const features = new Set<string>();
  addWords(features, said);
  addConcepts(features, said);
  for (const finding of said.findings) features.add(findingFeature(finding));
  return [...features];
}

export const findingFeature = ({ signal, standing }: Said['findings'][number]): string => `!${signal} ${standing}`;

function addWords(features: Set<string>, { tokens, denied }: Said): void {
  let previous = '';
  tokens.forEach(({ lemma }, at) => {
    const word = wordFor(lemma);
    features.add(word);
    if (previous !== '') features.add(`${previous} ${word}`);
    if (denied[at]) features.add(`-${word}`);
    if (word.length >= LONG_WORD) features.add(`^${word.slice(0, STEM)}`);
    previous = word;
  });
}

function addConcepts(features: Set<string>, { named, marks, denied, conceptFeatures }: Said): void {
  for (const concept of named) {
    const feature = conceptFeatures[concept];
    if (!feature) continue;
    features.add(feature.plain);
    if (marks[concept]?.some((mark) => denied[mark.start])) features.add(feature.denied);
  }
}

const isNumber = (word: string): boolean => word >= '0' && word < ':';

/** All numbers are one word. */
export const wordFor = (lemma: string): string => (isNumber(lemma) ? '#' : lemma);
