import { replaceWeights } from '../model/likelihood.js';
import { forgetReadings } from '../verdict/call.js';
import { filesOf, readFile } from './corpus.js';
import { isAboutWords, lessonsOf, trainingSentences, weightsFrom } from './lessons.js';
import { trustLessonOf } from './trust-learner.js';
import type { PackedWeights } from '../model/table.js';
import type { TrustLesson } from './trust-learner.js';

/** A few development files, and what is learned without them. */
export interface HeldOut {
  files: string[];
  weights: PackedWeights;
  /** How the rules and those weights read the files' calls: what trust is learned from. */
  trustLessons: TrustLesson[];
}

/** Every tenth file goes together: a tenth of the training, and each file is still judged by what never saw its author. */
const GROUPS = 10;

/** Leaves one group of development files out after the other. The weights in use are others afterwards. */
export function heldOut(): HeldOut[] {
  const files = filesOf('development');
  const lessons = new Map(files.map((file) => [file, lessonsOf(readFile(file))]));
  const groups = Array.from({ length: GROUPS }, (_nothing, group) =>
    files.filter((_file, at) => at % GROUPS === group),
  );
  return groups.map((group) => {
    const others = files.filter((file) => !group.includes(file)).flatMap((file) => lessons.get(file) ?? []);
    const weights = weightsFrom([...others, ...trainingSentences()]);
    replaceWeights(weights);
    forgetReadings();
    const trustLessons = group.flatMap((file) => readFile(file).filter(isAboutWords).map(trustLessonOf));
    return { files: group, weights, trustLessons };
  });
}
