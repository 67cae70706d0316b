import { writeFileSync } from 'node:fs';
import { readPart } from './corpus.js';
import { heldOut } from './held-out.js';
import { SOURCE, lessonsOf, ownerLessonsOf, ownerWeightsFrom, trainingSentences, weightsFrom } from './lessons.js';
import { trustFrom } from './trust-learner.js';
import type { PackedWeights } from '../model/table.js';

const quoted = (text: string): string => `'${text.replaceAll("'", "\\'")}'`;

function write(file: string, { comment, code }: { comment: string; code: string }): void {
  writeFileSync(`${SOURCE}model/${file}`, `/** ${comment} */\n${code}`);
  console.log(`${file}: ${code.length} characters`);
}

const codeOf = (name: string, { features, rows }: PackedWeights): string =>
  `export const ${name} = {\n  features:\n    ${quoted(features)},\n  rows: ${quoted(rows)},\n};\n`;

/** Writes model/weights.ts, model/owner-weights.ts and model/trust.ts anew. Run after the lexicon, the rules, a development file or the training sentences change. */
function run(): void {
  write('trust.ts', {
    comment: 'Learned from verdicts on held-out calls by eval/train.ts; never edited by hand.',
    code: `export const TRUST =\n  ${quoted(trustFrom(heldOut().flatMap(({ trustLessons }) => trustLessons)))};\n`,
  });
  const calls = readPart('development');
  write('weights.ts', {
    comment: 'Learned from the development part and the training sentences by eval/train.ts; never edited by hand.',
    code: codeOf('WEIGHTS', weightsFrom([...lessonsOf(calls), ...trainingSentences()])),
  });
  write('owner-weights.ts', {
    comment: 'Learned from the development part by eval/train.ts; never edited by hand.',
    code: codeOf('OWNER_WEIGHTS', ownerWeightsFrom(ownerLessonsOf(calls))),
  });
}

run();
