import { assess } from '../assess.js';
import { replaceWeights } from '../model/likelihood.js';
import { replaceOwnerWeights } from '../model/owner.js';
import { forgetReadings } from '../verdict/call.js';
import { replaceTrust } from '../verdict/trust.js';
import { filesOf, readFile } from './corpus.js';
import { heldOut } from './held-out.js';
import { ownerLessonsOf, ownerWeightsFrom } from './lessons.js';
import type { LabelledCall } from './corpus.js';
import type { HeldOut } from './held-out.js';
import { confusionLines, missLines, scoreLines } from './report.js';
import { confusion, score, worstMisses } from './score.js';
import type { Verdict } from './score.js';
import { trustFrom } from './trust-learner.js';

const MISSES_SHOWN = process.argv.includes('--misses') ? 40 : 0;

const print = (lines: string[]): void => console.log(`${lines.join('\n')}\n`);

/** The verdicts on each file of a group by what never saw it. The lexicon and the rules have: only the learned half is held out. */
function verdictsOn({ files, weights }: HeldOut, others: HeldOut[]): [file: string, verdicts: Verdict[]][] {
  replaceWeights(weights);
  replaceOwnerWeights(ownerWeightsFrom(ownerLessonsOf(callsBut(files))));
  replaceTrust(trustFrom(others.flatMap(({ trustLessons }) => trustLessons)));
  forgetReadings();
  return files.map((file) => [file, readFile(file).map((call) => ({ call, said: assess(call.turns, call.context) }))]);
}

const callsBut = (files: string[]): LabelledCall[] =>
  filesOf('development').flatMap((file) => (files.includes(file) ? [] : readFile(file)));

function show(file: string, verdicts: Verdict[]): void {
  print([...scoreLines(`held out: ${file}`, score(verdicts)), ...confusionLines(confusion(verdicts))]);
  print(missLines(worstMisses(verdicts, MISSES_SHOWN), true));
}

/** Leaves one group of development files out after the other: how the engine does among callers it was not trained on. */
function run(): void {
  const groups = heldOut();
  const all = groups.flatMap((group) => {
    const judged = verdictsOn(
      group,
      groups.filter((other) => other !== group),
    );
    for (const [file, verdicts] of judged) show(file, verdicts);
    return judged.flatMap(([, verdicts]) => verdicts);
  });
  print([...scoreLines('all files, each held out', score(all)), ...confusionLines(confusion(all))]);
}

run();
