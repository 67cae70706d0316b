import { assess } from '../assess.js';
import { replaceWeights } from '../model/likelihood.js';
import { forgetReadings } from '../verdict/call.js';
import { replaceTrust } from '../verdict/trust.js';
import { readFile } from './corpus.js';
import { heldOut } from './held-out.js';
import type { HeldOut } from './held-out.js';
import { confusionLines, missLines, scoreLines } from './report.js';
import { confusion, score, worstMisses } from './score.js';
import type { Verdict } from './score.js';
import { trustFrom } from './trust-learner.js';

const MISSES_SHOWN = process.argv.includes('--misses') ? 40 : 0;

const print = (lines: string[]): void => console.log(`${lines.join('\n')}\n`);

/** The verdicts on one file by what never saw it. The lexicon and the rules have: only the learned half is held out. */
function verdictsOn({ file, weights }: HeldOut, others: HeldOut[]): Verdict[] {
  replaceWeights(weights);
  replaceTrust(trustFrom(others.flatMap(({ trustLessons }) => trustLessons)));
  forgetReadings();
  return readFile(file).map((call) => ({ call, said: assess(call.turns, call.context) }));
}

/** Leaves one development file out after the other: how the engine does among callers it was not trained on. */
function run(): void {
  const parts = heldOut();
  const all = parts.flatMap((part) => {
    const verdicts = verdictsOn(
      part,
      parts.filter((other) => other !== part),
    );
    print([...scoreLines(`held out: ${part.file}`, score(verdicts)), ...confusionLines(confusion(verdicts))]);
    print(missLines(worstMisses(verdicts, MISSES_SHOWN), true));
    return verdicts;
  });
  print([...scoreLines('all files, each held out', score(all)), ...confusionLines(confusion(all))]);
}

run();
