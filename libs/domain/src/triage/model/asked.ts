import { CONCEPT_NUMBERS } from '../rules/grammar.js';

/** Answers that say little without their question. */
export const REPLIES = ['yes', 'no', 'short'] as const;

export type Reply = (typeof REPLIES)[number];

/** What the agent's question named, by concept number, and how the caller answered it. */
export interface Asked {
  concepts: readonly number[];
  reply: Reply;
}

const CONCEPTS = [...CONCEPT_NUMBERS.keys()];

/** `?gas=no`: gas was asked after, and denied. What an agent asks after and hears denied is a sign like any other. */
export const askedFeatures = ({ concepts, reply }: Asked): string[] =>
  concepts.map((concept) => askedFeature(CONCEPTS[concept] ?? '', reply));

export const askedFeature = (concept: string, reply: Reply): string => `?${concept}=${reply}`;
