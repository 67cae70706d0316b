import { OUTCOMES, joined, likelihoods } from '../model/likelihood.js';
import type { Outcome } from '../model/likelihood.js';
import type { Call, Heard } from './call.js';
import { judged } from './judgement.js';
import type { Judgement } from './judgement.js';
import { hasSpamHint } from './spam.js';

const TOPIC: Record<Outcome, string> = {
  evacuate: 'gas',
  electrical_stay_away: 'electrical',
  water_shutoff: 'waterMoving',
  drip_faucets: 'freezingNoHeat',
  other_emergency: 'unknown',
  routine: 'inquiry',
  spam: 'spam',
  ambiguous: 'unknown',
};

const DANGERS: Outcome[] = ['evacuate', 'electrical_stay_away', 'water_shutoff', 'drip_faucets'];

/** How sure the learned reading must be of a danger to overrule what the rules found. The less they found, the less it takes. */
const DANGER_UNKNOWN = 0.38;
const DANGER_DOUBT = 0.6;
const DANGER_ROUTINE = 0.72;
const DANGER_WEAK_ROUTINE = 0.58;

/** Topics the rules know from one specific phrase; the others rest on a word or two. */
const FIRM_TOPICS = new Set(['maintenance', 'quote', 'scheduling', 'nonService', 'waterMinor', 'wrongNumber']);
const MEASURED = new Set(['noHeat', 'noCooling', 'partialHeat', 'stillHolding']);

/**
 * What was learned from labelled calls speaks where the rules found little: it can raise a class, and it can settle a
 * call the rules know nothing of. It never lowers a danger the rules have seen.
 */
export function weighLearning(words: Judgement, call: Call): Judgement {
  if (isPitchByEar(call)) return { ...words, classification: 'spam', topic: 'spam' };
  if (words.classification === 'emergency') return words;
  const danger = worstTurn(call);
  if (danger && danger.share >= neededFor(words))
    return judged('emergency', 'hazard', TOPIC[danger.outcome], [heardIn(call, danger.turn, danger.outcome)]);
  return settle(words, call);
}

const PITCH_ALONE = 0.9;
const PITCH_WITH_A_HINT = 0.45;

/** A pitch may name every hazard there is; a caller's own danger leaves the pitch far behind. */
function isPitchByEar(call: Call): boolean {
  const { spam } = likelihoods(joined(callerReadings(call).map(({ reading }) => reading.leaning)));
  return spam >= (hasSpamHint(call) ? PITCH_WITH_A_HINT : PITCH_ALONE);
}

function neededFor(words: Judgement): number {
  if (words.topic === 'unknown') return DANGER_UNKNOWN;
  if (MEASURED.has(words.topic)) return 0.9;
  if (words.classification !== 'routine') return DANGER_DOUBT;
  return FIRM_TOPICS.has(words.topic) ? DANGER_ROUTINE : DANGER_WEAK_ROUTINE;
}

/** A name or an address leans a little towards everything; less than this is no opinion. */
const LEAST_SHARE = 0.5;

/** Between routine, ambiguous and spam: the rules' finding multiplies the odds of its class. */
function settle(words: Judgement, call: Call): Judgement {
  if (MEASURED.has(words.topic)) return words;
  const shares = likelihoods(joined(callerReadings(call).map(({ reading }) => reading.leaning)));
  const odds = { routine: shares.routine, ambiguous: shares.ambiguous, spam: shares.spam };
  if (words.classification !== 'emergency') odds[words.classification] *= trustIn(words);
  if (odds.spam > odds.routine && odds.spam > odds.ambiguous)
    return { ...words, classification: 'spam', topic: 'spam' };
  if (words.classification === 'ambiguous' && shares.routine >= LEAST_SHARE && odds.routine > odds.ambiguous)
    return judged('routine', 'clear', words.topic === 'unknown' ? 'inquiry' : words.topic, words.because);
  if (words.classification === 'routine' && odds.ambiguous > odds.routine)
    return { ...words, classification: 'ambiguous', firmness: 'unclear' };
  return words;
}

function trustIn(words: Judgement): number {
  if (words.topic === 'unknown') return 1;
  if (words.classification === 'ambiguous') return 5;
  return FIRM_TOPICS.has(words.topic) || MEASURED.has(words.topic) ? 5 : 2.5;
}

const callerReadings = (call: Call) =>
  call.readings.flatMap((reading, turn) => (call.turns[turn]?.role === 'caller' ? [{ reading, turn }] : []));

interface Danger {
  outcome: Outcome;
  /** Probability of a danger of any kind. */
  share: number;
  turn: number;
}

/** The most alarming turn: a danger told once isn't diluted by a name and an address. */
function worstTurn(call: Call): Danger | undefined {
  let worst: Danger | undefined;
  for (const { reading, turn } of callerReadings(call)) {
    const shares = likelihoods(reading.leaning);
    const share = DANGERS.reduce((sum, outcome) => sum + shares[outcome], 0) + shares.other_emergency / 2;
    const outcome = DANGERS.reduce((best, each) => (shares[each] > shares[best] ? each : best), DANGERS[0] as Outcome);
    if (!worst || share > worst.share) worst = { outcome, share, turn };
  }
  return worst;
}

const heardIn = (call: Call, turn: number, outcome: Outcome): Heard => ({
  signal: TOPIC[outcome],
  rule: `learned: sounds like ${OUTCOMES[OUTCOMES.indexOf(outcome)]}`,
  standing: 'live',
  turn,
  start: 0,
  end: call.turns[turn]?.text.length ?? 0,
});
