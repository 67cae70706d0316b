import type { CallClass } from '../triage.types.js';
import { judgeWords } from '../verdict/content.js';
import { hearCall } from '../verdict/call.js';
import { learnedView } from '../verdict/learned-view.js';
import { CLASSES, learnedSigns, ruleSigns } from '../verdict/trust.js';
import type { Sign } from '../verdict/trust.js';
import type { LabelledCall } from './corpus.js';
import { seeded, shuffled } from './learner.js';

/** What the rules and the learned reading said of a call that neither was taught, and what it was. */
export interface TrustLesson {
  signs: Sign[];
  right: CallClass;
}

type Trust = Map<string, { weights: number[]; speeds: number[] }>;

const EPOCHS = 40;
const RATE = 0.15;
const SHRINK = 3e-3;

/** To be taken while the weights in use have not seen the call. */
export function trustLessonOf(call: LabelledCall): TrustLesson {
  const heard = hearCall(call.turns);
  const words = judgeWords(heard, call.context);
  return {
    signs: [...ruleSigns(words, heard), ...learnedSigns(learnedView(heard), words)],
    right: call.label.classification,
  };
}

/** How far each sign is to be trusted, as the text that verdict/trust.ts reads. */
export function trustFrom(lessons: TrustLesson[]): string {
  const trust: Trust = new Map();
  const random = seeded(7);
  for (let epoch = 0; epoch < EPOCHS; epoch++) for (const lesson of shuffled(lessons, random)) step(trust, lesson);
  return [...trust]
    .map(([sign, { weights }]) => `${sign}=${weights.map((weight) => Math.round(weight * 100)).join(',')}`)
    .join(';');
}

function step(trust: Trust, { signs, right }: TrustLesson): void {
  const sums = CLASSES.map(() => 0);
  const rows = signs.map(([name, strength]) => ({ row: rowOf(trust, name), strength }));
  for (const { row, strength } of rows)
    row.weights.forEach((weight, index) => (sums[index] = (sums[index] ?? 0) + weight * strength));
  const powers = sums.map((sum) => Math.exp(sum));
  const total = powers.reduce((sum, power) => sum + power, 0);
  const errors = powers.map((power, index) => power / total - (CLASSES[index] === right ? 1 : 0));
  for (const { row, strength } of rows) move(row, errors, strength);
}

function move({ weights, speeds }: { weights: number[]; speeds: number[] }, errors: number[], strength: number): void {
  errors.forEach((error, index) => {
    const gradient = error * strength + SHRINK * (weights[index] ?? 0);
    speeds[index] = (speeds[index] ?? 0) + gradient * gradient + 1e-9;
    weights[index] = (weights[index] ?? 0) - (RATE * gradient) / Math.sqrt(speeds[index] ?? 1);
  });
}

function rowOf(trust: Trust, name: string): { weights: number[]; speeds: number[] } {
  const known = trust.get(name);
  if (known) return known;
  const fresh = { weights: CLASSES.map(() => 0), speeds: CLASSES.map(() => 0) };
  trust.set(name, fresh);
  return fresh;
}
