import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { kept } from '../language/kept-readings.js';
import { lessonFeatures } from '../language/reading.js';
import { askedFeatures } from '../model/asked.js';
import { OUTCOMES } from '../model/likelihood.js';
import type { Outcome } from '../model/likelihood.js';
import { isOfOwner, OWNERS } from '../model/owner.js';
import { SCALE } from '../model/table.js';
import type { PackedWeights } from '../model/table.js';
import type { SafetyInstruction, ServiceType, TriageContext, Turn } from '../triage.types.js';
import { askedBefore } from '../verdict/learned-view.js';
import type { LabelledCall } from './corpus.js';
import { learn } from './learner.js';
import type { Lesson, Weights } from './learner.js';

export const SOURCE = fileURLToPath(new URL('../', import.meta.url)).replace('/dist/libs/', '/libs/');
/** Smaller weights than these twentieths decide nothing. */
const LEAST_WEIGHT = 8;

/** Sentences written for training alone: "outcome|what the caller says". */
export function trainingSentences(): Lesson[] {
  const lines = readFileSync(`${SOURCE}eval/training.txt`, 'utf8')
    .split('\n')
    .filter((line) => line.includes('|'));
  return lines.map((line) => {
    const bar = line.indexOf('|');
    return { outcome: line.slice(0, bar) as Outcome, features: lessonFeatures(line.slice(bar + 1)) };
  });
}

const isNight = (localTime = ''): boolean => /^(2[23]|0[0-4])/.test(localTime);

/** The hour, a panicked voice and an earlier call raise a class whatever the words. */
const isRaisable = ({ localTime, tone, priorCalls }: TriageContext): boolean =>
  tone === 'panicked' || isNight(localTime) || (priorCalls ?? []).length > 0;

const BY_WORDS: SafetyInstruction[] = ['evacuate', 'electrical_stay_away', 'water_shutoff', 'drip_faucets'];

/** No circumstance lowers a call or names the danger: what can wait all the same, or needs its own safety line, says so in its words. */
const isBeyondCircumstances = ({ label }: LabelledCall): boolean =>
  ['routine', 'spam'].includes(label.classification) || BY_WORDS.includes(label.safetyInstruction);

const isMeasured = ({ context, label }: LabelledCall): boolean =>
  context.outdoorTempF !== undefined && ['heat', 'ac'].includes(label.category);

/** A label that rests on the hour, the tone, the weather or an earlier call teaches nothing about words. */
export const isAboutWords = (call: LabelledCall): boolean =>
  !isMeasured(call) && (!isRaisable(call.context) || isBeyondCircumstances(call));

/** A call as it is heard: turn after turn, and what was asked before each. */
function lessonsOfCall(call: LabelledCall): Lesson[] {
  const outcome = outcomeOf(call);
  const readings = call.turns.map(({ text }) => kept.of(text));
  const turns = call.turns.flatMap(({ role, text }) => (role === 'caller' ? [lessonFeatures(text)] : []));
  const asked = call.turns.flatMap((_turn, at) => askedBefore({ turns: call.turns, readings }, at) ?? []);
  const whole = { features: [...turns.flat(), ...asked.flatMap(askedFeatures)], outcome };
  return outcome === 'routine' && turns.length > 1 ? [whole, ...turns.filter(isLong).map(harmless)] : [whole];
}

const FEWEST_FEATURES = 10;
const isLong = (features: string[]): boolean => features.length >= FEWEST_FEATURES;

/** Of a harmless talk every turn is harmless, so each teaches by itself, too; of a danger nobody knows which turn told it. */
const harmless = (features: string[]): Lesson => ({ features, outcome: 'routine', weight: 0.5 });

function outcomeOf({ label }: LabelledCall): Outcome {
  if (label.classification !== 'emergency') return label.classification;
  return OUTCOMES.find((outcome) => outcome === label.safetyInstruction) ?? 'other_emergency';
}

/** Softmax minds differences alone, so a row is kept around its middle. */
function centred(row: number[]): number[] {
  const middle = row.reduce((sum, weight) => sum + weight, 0) / row.length;
  return row.map((weight) => Math.max(-127, Math.min(127, Math.round((weight - middle) * SCALE))));
}

function packed(weights: Weights): PackedWeights {
  const entries = [...weights]
    .map(([feature, row]): [string, number[]] => [feature, centred(row)])
    .filter(([feature, row]) => feature === '' || row.some((weight) => Math.abs(weight) >= LEAST_WEIGHT));
  return {
    features: entries.map(([feature]) => feature).join(';'),
    rows: Buffer.from(Int8Array.from(entries.flatMap(([, row]) => row)).buffer).toString('base64'),
  };
}

/** Two words that stood together once teach the sentence they were in, not the language. */
function withoutChancePairs(lessons: Lesson[]): Lesson[] {
  const seen = new Map<string, number>();
  for (const lesson of lessons) for (const feature of lesson.features) seen.set(feature, (seen.get(feature) ?? 0) + 1);
  return lessons.map((lesson) => ({
    ...lesson,
    features: lesson.features.filter((feature) => !feature.includes(' ') || (seen.get(feature) ?? 0) > 1),
  }));
}

/** What a part of the labelled calls teaches. */
export const lessonsOf = (calls: LabelledCall[]): Lesson[] => calls.filter(isAboutWords).flatMap(lessonsOfCall);

/** The weights these lessons teach, as model/table.ts reads them. */
export const weightsFrom = (lessons: Lesson[]): PackedWeights => packed(learn(withoutChancePairs(lessons), OUTCOMES));

/** Whose matter a call is: no circumstance changes it, so every call teaches it. */
export const ownerLessonsOf = (calls: LabelledCall[]): Lesson<ServiceType>[] =>
  calls.map(({ turns, label }) => ({ features: turns.flatMap(ownerFeatures), outcome: label.serviceType }));

const ownerFeatures = ({ role, text }: Turn): string[] =>
  role === 'caller' ? lessonFeatures(text).filter(isOfOwner) : [];

/** The weights these lessons teach, as model/owner.ts reads them. */
export const ownerWeightsFrom = (lessons: Lesson<ServiceType>[]): PackedWeights => packed(learn(lessons, OWNERS));
