import type { Laid } from './ground.js';
import type { CarrierLog } from './log.js';
import type { Verdict } from './verdict.js';
import { nightsOf, type Run } from './laid-nights.js';
import { violationsOf, type Violation } from '../night/invariants.js';

/** A verdict's counts, and every named invariant that did not hold for one of the laid emergencies. */
export interface Judgement extends Verdict {
  violations: Violation[];
}

/** The counts say how much; the invariants of a night (reference/oncall 5.8) say what went wrong, and for whom. */
export const judged = (verdict: Verdict, laid: readonly Laid[], log: CarrierLog, run: Run): Judgement => ({
  ...verdict,
  violations: nightsOf(laid, log, run).flatMap(violationsOf),
});
