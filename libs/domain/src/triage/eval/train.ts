import { writeFileSync } from 'node:fs';
import { readPart } from './corpus.js';
import { SOURCE, lessonsOf, trainingSentences, weightsFrom } from './lessons.js';

/** Writes model/weights.ts anew. Run after the lexicon, a development file or the training sentences change. */
function run(): void {
  const lessons = [...lessonsOf(readPart('development')), ...trainingSentences()];
  const text = weightsFrom(lessons);
  const comment =
    '/** Learned from the development part and the training sentences by eval/train.ts; never edited by hand. */';
  writeFileSync(
    `${SOURCE}model/weights.ts`,
    `${comment}\nexport const WEIGHTS =\n  '${text.replaceAll("'", "\\'")}';\n`,
  );
  console.log(`${lessons.length} lessons, ${text.split(';').length} features, ${text.length} characters`);
}

run();
