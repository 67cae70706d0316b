import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { tokenise } from '../language/tokens.js';
import { featuresOf } from '../model/features.js';
import { OUTCOMES } from '../model/likelihood.js';
import type { Outcome } from '../model/likelihood.js';
import { LEXICON } from '../rules/grammar.js';
import type { LabelledCall } from './corpus.js';
import { learn } from './learner.js';
import type { Lesson, Weights } from './learner.js';

export const SOURCE = fileURLToPath(new URL('../', import.meta.url)).replace('/dist/libs/', '/libs/');
const LEAST_WEIGHT = 8;
/** A word seen once teaches the sentence it was in, not the language. */
const LEAST_SEEN = 2;

/** Sentences written for training alone: "outcome|what the caller says". */
export function trainingSentences(): Lesson[] {
  const lines = readFileSync(`${SOURCE}eval/training.txt`, 'utf8')
    .split('\n')
    .filter((line) => line.includes('|'));
  return lines.map((line) => {
    const bar = line.indexOf('|');
    return { outcome: line.slice(0, bar) as Outcome, features: features(line.slice(bar + 1)) };
  });
}

const conceptNames = [...LEXICON.conceptNumber.keys()];

function features(text: string): string[] {
  const tokens = tokenise(text, LEXICON.vocabulary);
  return featuresOf(tokens, LEXICON.trie.scan(tokens, conceptNames.length).named, conceptNames);
}

/** A label that rests on the hour, the tone, the weather or an earlier call teaches nothing about words. */
const isAboutWords = ({ context }: LabelledCall): boolean =>
  context.tone !== 'panicked' &&
  context.outdoorTempF === undefined &&
  !context.priorCalls?.length &&
  !/^(2[23]|0[0-4])/.test(context.localTime ?? '');

function lessonOf(call: LabelledCall): Lesson {
  const said = call.turns
    .filter((turn) => turn.role === 'caller')
    .map((turn) => turn.text)
    .join(' ');
  return { features: features(said), outcome: outcomeOf(call) };
}

function outcomeOf({ label }: LabelledCall): Outcome {
  if (label.classification !== 'emergency') return label.classification;
  return OUTCOMES.find((outcome) => outcome === label.safetyInstruction) ?? 'other_emergency';
}

function asText(weights: Weights): string {
  const entries = [...weights].map(([feature, row]): [string, number[]] => [
    feature,
    row.map((weight) => Math.round(weight * 100)),
  ]);
  return entries
    .filter(([feature, row]) => feature === '' || row.some((weight) => Math.abs(weight) >= LEAST_WEIGHT))
    .map(([feature, row]) => `${feature}:${row.map((weight) => (weight === 0 ? '' : weight)).join(',')}`)
    .join(';');
}

function withoutRarities(lessons: Lesson[]): Lesson[] {
  const seen = new Map<string, number>();
  for (const feature of lessons.flatMap((lesson) => lesson.features)) seen.set(feature, (seen.get(feature) ?? 0) + 1);
  return lessons.map(({ features, outcome }) => ({
    outcome,
    features: features.filter((feature) => (seen.get(feature) ?? 0) >= LEAST_SEEN),
  }));
}

/** What a part of the labelled calls teaches. */
export const lessonsOf = (calls: LabelledCall[]): Lesson[] => calls.filter(isAboutWords).map(lessonOf);

/** The weights these lessons teach, as the text that model/likelihood.ts reads. */
export const weightsFrom = (lessons: Lesson[]): string => asText(learn(withoutRarities(lessons)));
