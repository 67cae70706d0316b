import { writeFileSync } from 'node:fs';
import { readPart } from './corpus.js';
import { heldOut } from './held-out.js';
import { SOURCE, lessonsOf, trainingSentences, weightsFrom } from './lessons.js';
import { trustFrom } from './trust-learner.js';

const quoted = (text: string): string => `'${text.replaceAll("'", "\\'")}'`;

function write(file: string, name: string, { comment, text }: { comment: string; text: string }): void {
  writeFileSync(`${SOURCE}model/${file}`, `/** ${comment} */\nexport const ${name} =\n  ${quoted(text)};\n`);
  console.log(`${file}: ${text.split(';').length} rows, ${text.length} characters`);
}

/** Writes model/weights.ts and model/trust.ts anew. Run after the lexicon, the rules, a development file or the training sentences change. */
function run(): void {
  write('trust.ts', 'TRUST', {
    comment: 'Learned from verdicts on held-out calls by eval/train.ts; never edited by hand.',
    text: trustFrom(heldOut().flatMap(({ trustLessons }) => trustLessons)),
  });
  write('weights.ts', 'WEIGHTS', {
    comment: 'Learned from the development part and the training sentences by eval/train.ts; never edited by hand.',
    text: weightsFrom([...lessonsOf(readPart('development')), ...trainingSentences()]),
  });
}

run();
