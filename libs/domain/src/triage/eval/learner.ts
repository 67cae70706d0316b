import type { Outcome } from '../model/likelihood.js';

/** One call to learn from: what was said, and what it turned out to be. */
export interface Lesson<Kind extends string = Outcome> {
  features: string[];
  outcome: Kind;
  /** Beside a whole call's 1. */
  weight?: number;
}

export type Weights = Map<string, number[]>;

const EPOCHS = 60;
const RATE = 0.15;
const SHRINK = 1.2e-3;
const BIAS_RATE = 0.05;
/** Each time a lesson is seen half of its features are hidden, that none may rely on the company of the others. */
const HIDDEN = 0.5;
/**
 * Concepts and findings are hidden apart: the lexicon grew on the development part, so there they look surer than they
 * are among strangers, and the plain words must learn to carry the meaning too.
 */
const FINDINGS_HIDDEN = 0.3;

/** A lesson by numbers: where its features' weights begin, how often each feature is hidden, and what is right. */
interface Numbered {
  rows: Int32Array;
  hidden: Float64Array;
  right: number;
  weight: number;
}

/** What is learned so far, row by row; row 0 is the bias. */
interface Learned {
  weights: Float64Array;
  speeds: Float64Array;
  /** Of the lesson at hand: what was wrong by outcome, and which rows were seen, `count` of them. */
  errors: Float64Array;
  seen: Int32Array;
  count: number;
}

/** Multinomial logistic regression by adaptive gradient steps. Same lessons, same weights: chance is drawn from a fixed seed. */
export function learn<Kind extends string>(lessons: Lesson<Kind>[], kinds: readonly Kind[]): Weights {
  const numbers = numbered(lessons);
  const width = kinds.length;
  const size = numbers.size * width;
  const all = lessons.map((lesson) => inNumbers(lesson, numbers, kinds));
  const learned = {
    weights: new Float64Array(size),
    speeds: new Float64Array(size),
    errors: new Float64Array(width),
    seen: new Int32Array(Math.max(0, ...all.map(({ rows }) => rows.length))),
    count: 0,
  };
  const random = seeded(7);
  for (let epoch = 0; epoch < EPOCHS; epoch++) for (const each of shuffled(all, random)) step(learned, each, random);
  return new Map(
    [...numbers].map(([feature, at]) => [feature, [...learned.weights.subarray(at * width, (at + 1) * width)]]),
  );
}

function numbered(lessons: Pick<Lesson, 'features'>[]): Map<string, number> {
  const features = new Set(['']);
  for (const lesson of lessons) for (const feature of lesson.features) features.add(feature);
  return new Map([...features].map((feature, at) => [feature, at]));
}

const inNumbers = <Kind extends string>(
  { features, outcome, weight = 1 }: Lesson<Kind>,
  numbers: Map<string, number>,
  kinds: readonly Kind[],
): Numbered => ({
  rows: Int32Array.from(features, (feature) => (numbers.get(feature) ?? 0) * kinds.length),
  hidden: Float64Array.from(features, (feature) => (/^[@!&?]/.test(feature) ? FINDINGS_HIDDEN : HIDDEN)),
  right: kinds.indexOf(outcome),
  weight,
});

function step(learned: Learned, lesson: Numbered, random: () => number): void {
  see(learned, lesson, random);
  const norm = 1 / Math.sqrt(Math.max(1, learned.count));
  setErrors(learned, norm, lesson);
  const { weights, errors, seen } = learned;
  for (let k = 0; k < errors.length; k++) weights[k] = at(weights, k) - BIAS_RATE * at(errors, k);
  for (let index = 0; index < learned.count; index++) move(learned, seen[index] as number, norm);
}

function see(learned: Learned, { rows, hidden }: Numbered, random: () => number): void {
  learned.count = 0;
  for (let index = 0; index < rows.length; index++)
    if (random() > at(hidden, index)) learned.seen[learned.count++] = rows[index] as number;
}

const at = (numbers: Float64Array, index: number): number => numbers[index] as number;

/** The probabilities of now, less what would have been right. */
function setErrors({ weights, errors, seen, count }: Learned, norm: number, { right, weight }: Numbered): void {
  errors.fill(0);
  for (let index = 0; index < count; index++)
    for (let k = 0; k < errors.length; k++) errors[k] = at(errors, k) + at(weights, (seen[index] as number) + k);
  let total = 0;
  for (let k = 0; k < errors.length; k++) {
    errors[k] = Math.exp(at(errors, k) * norm + at(weights, k));
    total += at(errors, k);
  }
  for (let k = 0; k < errors.length; k++) errors[k] = weight * (at(errors, k) / total - (k === right ? 1 : 0));
}

function move({ weights, speeds, errors }: Learned, row: number, norm: number): void {
  for (let k = 0; k < errors.length; k++) {
    const weight = at(weights, row + k);
    const gradient = at(errors, k) * norm + SHRINK * weight;
    const speed = at(speeds, row + k) + gradient * gradient + 1e-9;
    speeds[row + k] = speed;
    weights[row + k] = weight - (RATE * gradient) / Math.sqrt(speed);
  }
}

/** The same in an order drawn by chance. */
export function shuffled<Each>(lessons: Each[], random: () => number): Each[] {
  const order = [...lessons];
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other] as Each, order[last] as Each];
  }
  return order;
}

/** Marsaglia's xorshift: the weights must come out the same on every machine. */
export function seeded(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1);
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
