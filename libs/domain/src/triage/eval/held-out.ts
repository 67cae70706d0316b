import { replaceWeights } from '../model/likelihood.js';
import { forgetReadings } from '../verdict/call.js';
import { filesOf, readFile } from './corpus.js';
import { isAboutWords, lessonsOf, trainingSentences, weightsFrom } from './lessons.js';
import { trustLessonOf } from './trust-learner.js';
import type { TrustLesson } from './trust-learner.js';

/** One development file, and what is learned without it. */
export interface HeldOut {
  file: string;
  weights: string;
  /** How the rules and those weights read the file's calls: what trust is learned from. */
  trustLessons: TrustLesson[];
}

/** Leaves one development file out after the other. The weights in use are others afterwards. */
export function heldOut(): HeldOut[] {
  const files = filesOf('development');
  return files.map((file) => {
    const others = files.filter((name) => name !== file).flatMap((name) => lessonsOf(readFile(name)));
    const weights = weightsFrom([...others, ...trainingSentences()]);
    replaceWeights(weights);
    forgetReadings();
    return { file, weights, trustLessons: readFile(file).filter(isAboutWords).map(trustLessonOf) };
  });
}
