import type { Shares } from './likelihood.js';

/** How strongly a line speaks for an emergency, for routine, for doubt and for spam, in the order of the trust table. */
export type Odds = readonly number[];

const LEAST_SHARE = 1e-3;

/** The share of all kinds of emergency together. */
export const alarmOf = ({ routine, ambiguous, spam }: Shares): number => 1 - routine - ambiguous - spam;

export const oddsOf = (shares: Shares): Odds => [
  halfOdds(alarmOf(shares)),
  halfOdds(shares.routine),
  halfOdds(shares.ambiguous),
  halfOdds(shares.spam),
];

/** Half the logarithm of the odds, so that a share weighs about as much as a sign that is there or not. */
const halfOdds = (share: number): number =>
  Math.log(Math.max(LEAST_SHARE, share) / Math.max(LEAST_SHARE, 1 - share)) / 2;
