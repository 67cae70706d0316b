import { OUTCOMES } from '../model/likelihood.js';
import type { Outcome } from '../model/likelihood.js';

/** One call to learn from. */
export interface Lesson {
  features: string[];
  outcome: Outcome;
}

export type Weights = Map<string, number[]>;

const EPOCHS = 30;
const RATE = 0.15;
const SHRINK = 1e-3;
const BIAS_RATE = 0.05;
/**
 * The lexicon grew on the development part, so there its concepts look surer than they are among strangers: each is
 * hidden this often, that the plain words must learn to carry the meaning too.
 */
const CONCEPTS_HIDDEN = 0.2;

/** Multinomial logistic regression by adaptive gradient steps. Same lessons, same weights: the order is drawn from a fixed seed. */
export function learn(lessons: Lesson[]): Weights {
  const weights: Weights = new Map([['', OUTCOMES.map(() => 0)]]);
  const speeds: Weights = new Map();
  const random = seeded(7);
  for (let epoch = 0; epoch < EPOCHS; epoch++)
    for (const lesson of shuffled(lessons, random)) step(weights, speeds, seen(lesson, random));
  return weights;
}

const seen = ({ features, outcome }: Lesson, random: () => number): Lesson => ({
  outcome,
  features: features.filter((feature) => !feature.startsWith('@') || random() > CONCEPTS_HIDDEN),
});

function step(weights: Weights, speeds: Weights, { features, outcome }: Lesson): void {
  const norm = 1 / Math.sqrt(Math.max(1, features.length));
  const errors = probabilities(weights, features, norm).map(
    (share, index) => share - (OUTCOMES[index] === outcome ? 1 : 0),
  );
  const bias = row(weights, '');
  errors.forEach((error, index) => (bias[index] = (bias[index] ?? 0) - BIAS_RATE * error));
  for (const feature of features) move(row(weights, feature), row(speeds, feature), errors, norm);
}

function move(own: number[], speed: number[], errors: number[], norm: number): void {
  errors.forEach((error, index) => {
    const gradient = error * norm + SHRINK * (own[index] ?? 0);
    speed[index] = (speed[index] ?? 0) + gradient * gradient + 1e-9;
    own[index] = (own[index] ?? 0) - (RATE * gradient) / Math.sqrt(speed[index] ?? 1);
  });
}

function probabilities(weights: Weights, features: string[], norm: number): number[] {
  const scores = [...(weights.get('') ?? [])];
  for (const feature of features)
    weights.get(feature)?.forEach((weight, index) => (scores[index] = (scores[index] ?? 0) + weight * norm));
  const powers = scores.map((score) => Math.exp(score));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

function row(weights: Weights, feature: string): number[] {
  const known = weights.get(feature);
  if (known) return known;
  const fresh = OUTCOMES.map(() => 0);
  weights.set(feature, fresh);
  return fresh;
}

function shuffled(lessons: Lesson[], random: () => number): Lesson[] {
  return lessons
    .map((lesson) => ({ lesson, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ lesson }) => lesson);
}

/** Park and Miller's minimal standard generator: the weights must come out the same on every machine. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
