import { names } from '../language/reading.js';
import type { TurnReading } from '../language/reading.js';
import { OUTCOMES, joined, likelihoods } from '../model/likelihood.js';
import type { Outcome, Shares } from '../model/likelihood.js';
import type { CallClass } from '../triage.types.js';
import { first, says } from './call.js';
import type { Call, Heard } from './call.js';
import { judged } from './judgement.js';
import type { Judgement } from './judgement.js';
import { hasSpamHint, spamHints } from './spam.js';

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
const EMERGENCIES: Outcome[] = [...DANGERS, 'other_emergency'];

/**
 * How sure the learned reading must be of a danger to overrule what the rules found: the less they found, the less it
 * takes. Chosen by eval/cross-validate.ts.
 */
const DANGER_UNKNOWN = 0.35;
const DANGER_OTHER = 0.55;
const DANGER_MEASURED = 0.9;
const ALARM = 0.85;
const DANGER_DENIED = 0.65;

const MEASURED = new Set(['noHeat', 'noCooling', 'partialHeat', 'stillHolding']);

/**
 * What was learned from labelled calls speaks where the rules found little: it can raise a class, and it can settle a
 * call the rules know nothing of. It never lowers a danger the rules have seen.
 */
export function weighLearning(words: Judgement, call: Call): Judgement {
  const whole = likelihoods(joined(callerReadings(call).map(({ reading }) => reading.leaning)));
  if (whole.spam >= pitchNeededFor(words, call)) return pitchIn(words, call);
  if (words.classification === 'emergency') return words;
  const danger = worstTurn(call);
  if (danger && isRaising(danger, words, call)) return raisedBy(danger, words, call);
  return settle(words, whole, call);
}

// A pitch may name every hazard there is, so a danger alone does not clear it; but taking a danger for a pitch costs most.
const PITCH_WITH_DANGER = { hinted: 0.7, unhinted: 0.97 };
const PITCH = { hinted: 0.55, unhinted: 0.9 };

// "This is life threatening, please hurry" holds no word of a pitch (PRD §3, override 2).
const NEVER = 2;

function pitchNeededFor(words: Judgement, call: Call): number {
  const needed = words.classification === 'emergency' ? PITCH_WITH_DANGER : PITCH;
  if (hasSpamHint(call)) return needed.hinted;
  return says(call, 'explicit', 'needNow') ? NEVER : needed.unhinted;
}

/** The words of a pitch, and the turn that sounds most like one: nobody is put aside without a reason. */
function pitchIn(words: Judgement, call: Call): Judgement {
  const [opening, ...rest] = callerReadings(call);
  const likest = rest.reduce(
    (best, each) => (!best || each.reading.shares.spam > best.reading.shares.spam ? each : best),
    opening,
  );
  const because = [...spamHints(call), ...(likest ? [heardIn(call, likest.turn, 'spam')] : [])];
  return { ...words, classification: 'spam', topic: 'spam', because };
}

/** An emergency without a named danger is the caller's to call one: it is raised, but no safety line would fit. */
function raisedBy(danger: Danger, words: Judgement, call: Call): Judgement {
  const heard = heardIn(call, danger.turn, danger.outcome);
  if (danger.outcome !== 'other_emergency') return judged('emergency', 'hazard', TOPIC[danger.outcome], [heard]);
  return judged('emergency', 'keyword', words.topic, [heard, ...words.because]);
}

/** Lost cooling is measured by whom it strikes: there an emergency without a name counts in full. */
const isRaising = (danger: Danger, words: Judgement, call: Call): boolean =>
  words.topic === 'noCooling' ? danger.alarm >= ALARM : danger.share >= neededFor(words, danger, call);

function neededFor(words: Judgement, danger: Danger, call: Call): number {
  if (isDenied(danger.outcome, call)) return DANGER_DENIED;
  if (words.topic === 'unknown') return DANGER_UNKNOWN;
  return MEASURED.has(words.topic) ? DANGER_MEASURED : DANGER_OTHER;
}

/** Who was asked "tonight, or can it wait?" and told of a small thing isn't asked again (PRD §12, scenario 12). */
const wasAsked = (call: Call): boolean =>
  call.turns.some(
    (turn, index) => turn.role === 'agent' && names(call.readings[index] as TurnReading, 'clarifyTonight'),
  );

const HEARD_AS: Partial<Record<Outcome, string[]>> = {
  evacuate: ['gas', 'co'],
  electrical_stay_away: ['electrical'],
  water_shutoff: ['waterMoving', 'burstPipe', 'sewage'],
};

/** "No gas smell": the rules have read this danger, and read that it is none. */
const isDenied = (outcome: Outcome, call: Call): boolean =>
  (HEARD_AS[outcome] ?? []).some((signal) => first(call, signal, 'denied') !== undefined);

/** A name or an address leans a little towards everything; less than this is no opinion. */
const LEAST_ROUTINE = 0.6;
const LEAST_SPAM = 0.5;

/** Between routine, ambiguous and spam: the rules' finding multiplies the odds of its class. */
function settle(words: Judgement, shares: Shares, call: Call): Judgement {
  if (MEASURED.has(words.topic)) return words;
  const trust = (classification: CallClass): number => (words.classification === classification ? trustIn(words) : 1);
  const odds = { routine: shares.routine * trust('routine'), ambiguous: shares.ambiguous * trust('ambiguous') };
  if (
    shares.spam >= LEAST_SPAM &&
    pitchNeededFor(words, call) < NEVER &&
    shares.spam > Math.max(odds.routine, odds.ambiguous)
  )
    return pitchIn(words, call);
  if (odds.routine > odds.ambiguous) return settleRoutine(words, shares.routine);
  return wasAsked(call) ? words : settleAmbiguous(words);
}

function settleRoutine(words: Judgement, share: number): Judgement {
  if (words.classification !== 'ambiguous' || share < LEAST_ROUTINE) return words;
  return judged('routine', 'clear', words.topic === 'unknown' ? 'inquiry' : words.topic, words.because);
}

const settleAmbiguous = (words: Judgement): Judgement =>
  words.classification === 'routine' ? { ...words, classification: 'ambiguous', firmness: 'unclear' } : words;

function trustIn(words: Judgement): number {
  if (words.topic === 'unknown') return 1;
  return words.classification === 'ambiguous' ? 5 : 3;
}

const callerReadings = (call: Call) =>
  call.readings.flatMap((reading, turn) => (call.turns[turn]?.role === 'caller' ? [{ reading, turn }] : []));

interface Danger {
  outcome: Outcome;
  /** Probability of a danger of any kind; an emergency without a name counts half. */
  share: number;
  /** The same with such an emergency counted in full. */
  alarm: number;
  turn: number;
}

/** "It quit" leans by a single word. */
const FEWEST_WORDS = 3;

/** The most alarming turn: a danger told once isn't diluted by a name and an address. */
function worstTurn(call: Call): Danger | undefined {
  let worst: Danger | undefined;
  for (const { reading, turn } of callerReadings(call)) {
    if (reading.wordCount < FEWEST_WORDS) continue;
    const { shares } = reading;
    const share = DANGERS.reduce((sum, outcome) => sum + shares[outcome], 0) + shares.other_emergency / 2;
    const outcome = EMERGENCIES.reduce((best, each) => (shares[each] > shares[best] ? each : best));
    if (!worst || share > worst.share) worst = { outcome, share, alarm: share + shares.other_emergency / 2, turn };
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
