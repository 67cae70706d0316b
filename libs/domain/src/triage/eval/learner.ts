import { OUTCOMES } from '../model/likelihood.js';
import type { Outcome } from '../model/likelihood.js';

/** One call to learn from. */
export interface Lesson {
  features: string[];
  outcome: Outcome;
}

export type Weights = Map<string, number[]>;

const EPOCHS = 60;
const RATE = 0.15;
const SHRINK = 1e-3;
const BIAS_RATE = 0.05;
/** Each time a lesson is seen half of its features are hidden, that none may rely on the company of the others. */
const HIDDEN = 0.5;
/**
 * Concepts and findings are hidden apart: the lexicon grew on the development part, so there they look surer than they
 * are among strangers, and the plain words must learn to carry the meaning too.
 */
const FINDINGS_HIDDEN = 0.3;

const COUNT = OUTCOMES.length;

/** A lesson by numbers: its features, how often each is hidden, and what is right. */
interface Numbered {
  features: number[];
  hidden: number[];
  right: number;
}

/** What is learned so far, by feature number; feature 0 is the bias. */
interface Learned {
  weights: Float64Array;
  speeds: Float64Array;
  errors: Float64Array;
}

/** Multinomial logistic regression by adaptive gradient steps. Same lessons, same weights: chance is drawn from a fixed seed. */
export function learn(lessons: Lesson[]): Weights {
  const numbers = numbered(lessons);
  const size = numbers.size * COUNT;
  const learned = {
    weights: new Float64Array(size),
    speeds: new Float64Array(size),
    errors: new Float64Array(COUNT),
  };
  const random = seeded(7);
  const all = lessons.map((lesson) => inNumbers(lesson, numbers));
  for (let epoch = 0; epoch < EPOCHS; epoch++) for (const each of shuffled(all, random)) step(learned, each, random);
  return new Map(
    [...numbers].map(([feature, at]) => [feature, [...learned.weights.subarray(at * COUNT, (at + 1) * COUNT)]]),
  );
}

function numbered(lessons: Lesson[]): Map<string, number> {
  const numbers = new Map([['', 0]]);
  for (const feature of lessons.flatMap(({ features }) => features))
    if (!numbers.has(feature)) numbers.set(feature, numbers.size);
  return numbers;
}

const inNumbers = ({ features, outcome }: Lesson, numbers: Map<string, number>): Numbered => ({
  features: features.map((feature) => numbers.get(feature) ?? 0),
  hidden: features.map((feature) => (/^[@!]/.test(feature) ? FINDINGS_HIDDEN : HIDDEN)),
  right: OUTCOMES.indexOf(outcome),
});

function step(learned: Learned, lesson: Numbered, random: () => number): void {
  const seen = lesson.features.filter((_feature, index) => random() > (lesson.hidden[index] ?? 0));
  const norm = 1 / Math.sqrt(Math.max(1, seen.length));
  setErrors(learned, { seen, norm, right: lesson.right });
  const { weights, errors } = learned;
  for (let k = 0; k < COUNT; k++) weights[k] = at(weights, k) - BIAS_RATE * at(errors, k);
  for (const feature of seen) move(learned, feature * COUNT, norm);
}

interface Seen {
  seen: number[];
  norm: number;
  right: number;
}

const at = (numbers: Float64Array, index: number): number => numbers[index] ?? 0;

/** The probabilities of now, less what would have been right. */
function setErrors({ weights, errors }: Learned, { seen, norm, right }: Seen): void {
  for (let k = 0; k < COUNT; k++) errors[k] = at(weights, k);
  for (const feature of seen)
    for (let k = 0; k < COUNT; k++) errors[k] = at(errors, k) + at(weights, feature * COUNT + k) * norm;
  const powers = errors.map((score) => Math.exp(score));
  const total = powers.reduce((sum, power) => sum + power, 0);
  powers.forEach((power, k) => (errors[k] = power / total - (k === right ? 1 : 0)));
}

function move({ weights, speeds, errors }: Learned, row: number, norm: number): void {
  for (let k = 0; k < COUNT; k++) {
    const weight = at(weights, row + k);
    const gradient = at(errors, k) * norm + SHRINK * weight;
    const speed = at(speeds, row + k) + gradient * gradient + 1e-9;
    speeds[row + k] = speed;
    weights[row + k] = weight - (RATE * gradient) / Math.sqrt(speed);
  }
}

/** The same in an order drawn by chance. */
export function shuffled<Each>(lessons: Each[], random: () => number): Each[] {
  return lessons
    .map((lesson) => ({ lesson, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ lesson }) => lesson);
}

/** Park and Miller's minimal standard generator: the weights must come out the same on every machine. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
