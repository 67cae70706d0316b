import { writeFileSync } from 'node:fs';
import { readPart } from './corpus.js';
import { heldOut } from './held-out.js';
import { SOURCE, lessonsOf, trainingSentences, weightsFrom } from './lessons.js';
import { trustFrom } from './trust-learner.js';

const quoted = (text: string): string => `'${text.replaceAll("'", "\\'")}'`;

function write(file: string, { comment, code }: { comment: string; code: string }): void {
  writeFileSync(`${SOURCE}model/${file}`, `/** ${comment} */\n${code}`);
  console.log(`${file}: ${code.length} characters`);
}

/** Writes model/weights.ts and model/trust.ts anew. Run after the lexicon, the rules, a development file or the training sentences change. */
function run(): void {
  write('trust.ts', {
    comment: 'Learned from verdicts on held-out calls by eval/train.ts; never edited by hand.',
    code: `export const TRUST =\n  ${quoted(trustFrom(heldOut().flatMap(({ trustLessons }) => trustLessons)))};\n`,
  });
  const { features, rows } = weightsFrom([...lessonsOf(readPart('development')), ...trainingSentences()]);
  write('weights.ts', {
    comment: 'Learned from the development part and the training sentences by eval/train.ts; never edited by hand.',
    code: `export const WEIGHTS = {\n  features:\n    ${quoted(features)},\n  rows: ${quoted(rows)},\n};\n`,
  });
}

run();
