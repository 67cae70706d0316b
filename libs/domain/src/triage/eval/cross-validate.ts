import { assess } from '../assess.js';
import { replaceWeights } from '../model/likelihood.js';
import { forgetReadings } from '../verdict/call.js';
import { filesOf, readFile } from './corpus.js';
import { lessonsOf, trainingSentences, weightsFrom } from './lessons.js';
import { confusionLines, missLines, scoreLines } from './report.js';
import { confusion, score, worstMisses } from './score.js';
import type { Verdict } from './score.js';

const MISSES_SHOWN = process.argv.includes('--misses') ? 40 : 0;

const print = (lines: string[]): void => console.log(`${lines.join('\n')}\n`);

/** The verdicts on one file by weights that never saw it. The lexicon and the rules have: only the learned half is held out. */
function heldOut(file: string, others: string[]): Verdict[] {
  replaceWeights(weightsFrom([...others.flatMap((name) => lessonsOf(readFile(name))), ...trainingSentences()]));
  forgetReadings();
  return readFile(file).map((call) => ({ call, said: assess(call.turns, call.context) }));
}

/** Leaves one development file out after the other: how the engine does among callers it was not trained on. */
function run(): void {
  const files = filesOf('development');
  const all = files.flatMap((file) => {
    const others = files.filter((name) => name !== file);
    const verdicts = heldOut(file, others);
    print([...scoreLines(`held out: ${file}`, score(verdicts)), ...confusionLines(confusion(verdicts))]);
    print(missLines(worstMisses(verdicts, MISSES_SHOWN), true));
    return verdicts;
  });
  print([...scoreLines('all files, each held out', score(all)), ...confusionLines(confusion(all))]);
}

run();
