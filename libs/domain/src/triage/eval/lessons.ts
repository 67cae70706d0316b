import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { lessonFeatures } from '../language/reading.js';
import { OUTCOMES } from '../model/likelihood.js';
import type { Outcome } from '../model/likelihood.js';
import { SCALE } from '../model/table.js';
import type { LabelledCall } from './corpus.js';
import { learn } from './learner.js';
import type { Lesson, Weights } from './learner.js';

export const SOURCE = fileURLToPath(new URL('../', import.meta.url)).replace('/dist/libs/', '/libs/');
/** Smaller weights than these tenths decide nothing. */
const LEAST_WEIGHT = 2;

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

/** A label that rests on the hour, the tone, the weather or an earlier call teaches nothing about words. */
export const isAboutWords = ({ context }: LabelledCall): boolean =>
  context.tone !== 'panicked' &&
  context.outdoorTempF === undefined &&
  !context.priorCalls?.length &&
  !/^(2[23]|0[0-4])/.test(context.localTime ?? '');

function lessonOf(call: LabelledCall): Lesson {
  const said = call.turns
    .filter((turn) => turn.role === 'caller')
    .map((turn) => turn.text)
    .join(' ');
  return { features: lessonFeatures(said), outcome: outcomeOf(call) };
}

function outcomeOf({ label }: LabelledCall): Outcome {
  if (label.classification !== 'emergency') return label.classification;
  return OUTCOMES.find((outcome) => outcome === label.safetyInstruction) ?? 'other_emergency';
}

function asText(weights: Weights): string {
  const entries = [...weights].map(([feature, row]): [string, number[]] => [
    feature,
    row.map((weight) => Math.round(weight * SCALE)),
  ]);
  return entries
    .filter(([feature, row]) => feature === '' || row.some((weight) => Math.abs(weight) >= LEAST_WEIGHT))
    .map(([feature, row]) => `${feature}:${row.map((weight) => (weight === 0 ? '' : weight)).join(',')}`)
    .join(';');
}

/** Two words that stood together once teach the sentence they were in, not the language. */
function withoutChancePairs(lessons: Lesson[]): Lesson[] {
  const seen = new Map<string, number>();
  for (const feature of lessons.flatMap((lesson) => lesson.features)) seen.set(feature, (seen.get(feature) ?? 0) + 1);
  return lessons.map(({ features, outcome }) => ({
    outcome,
    features: features.filter((feature) => !feature.includes(' ') || (seen.get(feature) ?? 0) > 1),
  }));
}

/** What a part of the labelled calls teaches. */
export const lessonsOf = (calls: LabelledCall[]): Lesson[] => calls.filter(isAboutWords).map(lessonOf);

/** The weights these lessons teach, as the text that model/likelihood.ts reads. */
export const weightsFrom = (lessons: Lesson[]): string => asText(learn(withoutChancePairs(lessons)));
