import { tokenise } from '../language/tokens.js';
import type { TurnReading } from '../language/reading.js';
import type { Outcome, Shares } from '../model/likelihood.js';
import { tellingWords } from '../model/telling-words.js';
import type { TellingWords } from '../model/telling-words.js';
import { lexicon } from '../rules/grammar.js';
import type { TriageContext } from '../triage.types.js';
import { callerNames, isNamed, says } from './call.js';
import type { Call, Heard } from './call.js';
import { isAboveFreezing, isFreezingOutside } from './climate.js';
import { judged } from './judgement.js';
import type { Judgement } from './judgement.js';
import type { Spoken } from './telling.js';

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

const EMERGENCIES: Outcome[] = ['evacuate', 'electrical_stay_away', 'water_shutoff', 'drip_faucets', 'other_emergency'];

/** From here on water or cold that only sounds like a danger outranks the caller's own wish to wait. */
const SURE = 0.7;

/** The kind of emergency the words are most like, if they are like any. */
export const likeliest = (shares: Shares): Outcome =>
  EMERGENCIES.reduce((best, each) => (shares[each] > shares[best] ? each : best));

/** How likely the emergency is, and what else is known. */
export interface Raise {
  share: number;
  context: TriageContext;
}

/** It freezes outside, and the talk is of what keeps a house warm and of no gas, smoke or water. */
const isColdHouse = (call: Call, context: TriageContext): boolean =>
  isFreezingOutside(call, context) &&
  WARMTH.some((concept) => isNamed(call, concept)) &&
  !OTHER_DANGERS.some((concept) => callerNames(call, concept));

const WARMTH = ['heatSystem', 'senseHeatSystem', 'senseCold'];
const OTHER_DANGERS = ['smell', 'gas', 'coName', 'detector', 'smoke', 'spark', 'water', 'sick'];

const HEARD_AS: Record<string, Outcome> = {
  gas: 'evacuate',
  co: 'evacuate',
  electrical: 'electrical_stay_away',
  waterMoving: 'water_shutoff',
  burstPipe: 'water_shutoff',
  sewage: 'water_shutoff',
  pipesFrozen: 'drip_faucets',
  freezingNoHeat: 'drip_faucets',
  noHeat: 'other_emergency',
};

const SURELY = 0.6;
const HARDLY = 0.15;

/** "It fell out of the wall" is a leak to a rule; when all the words say wiring, the line for wiring is spoken. */
export function renamed(words: Judgement, call: Call): Judgement {
  const own = HEARD_AS[words.topic];
  const worst = mostAlarming(call);
  if (!own || !worst) return words;
  const { shares } = worst.reading;
  const outcome = likeliest(shares);
  if (outcome === 'other_emergency' || shares[outcome] < SURELY || shares[own] > HARDLY) return words;
  if (FATAL.includes(own) && isHeardToo(outcome, call)) return words;
  const heard = { ...heardIn(call, worst.turn, outcome), signal: topicOf(outcome, call) };
  return { ...words, topic: heard.signal, because: [heard] };
}

/** Sparks and water on the floor: both were heard, and the worse one's line is spoken. */
const isHeardToo = (outcome: Outcome, call: Call): boolean =>
  !FATAL.includes(outcome) &&
  Object.keys(HEARD_AS).some((signal) => HEARD_AS[signal] === outcome && says(call, signal));

const mostAlarming = (call: Call): Spoken | undefined => mostLike(call, ({ alarm }) => alarm);

/** What nobody may wish to wait for (labelling rule 2). */
const FATAL: Outcome[] = ['evacuate', 'electrical_stay_away'];

/** An emergency without a named danger is the caller's to call one: it is raised, but no safety line would fit. */
export function raised(words: Judgement, call: Call, { share, context }: Raise): Judgement {
  const worst = mostAlarming(call);
  if (!worst) return { ...words, classification: 'emergency', firmness: 'keyword' };
  const outcome = needOf(worst.reading.shares, call, context);
  const heard = { ...heardIn(call, worst.turn, outcome), signal: topicOf(outcome, call) };
  const firmness = share >= SURE || FATAL.includes(outcome) ? 'hazard' : 'keyword';
  if (outcome !== 'other_emergency') return judged('emergency', firmness, heard.signal, [heard]);
  return judged('emergency', 'keyword', words.topic, [heard, ...words.because]);
}

/** Of all emergencies the words are most like lost heat or a frozen pipe. */
export function soundsLikeFrost(call: Call): boolean {
  const worst = mostAlarming(call);
  return worst !== undefined && likeliest(worst.reading.shares) === 'drip_faucets';
}

/** The thermometer tells whether it is the cold. */
function needOf(shares: Shares, call: Call, context: TriageContext): Outcome {
  if (isColdHouse(call, context)) return 'drip_faucets';
  const outcome = likeliest(shares);
  return outcome === 'drip_faucets' && isAboveFreezing(call, context) ? 'other_emergency' : outcome;
}

const OF_MONOXIDE = ['coName', 'detector', 'combustion', 'senseIll', 'senseDetector'];

const OF_GAS =
  'smell gas rotten hiss gasLine gasLeakWord groundSigns burner senseGasThing senseSmellGas senseSmellWord senseHiss'.split(
    ' ',
  );

/** The same line is spoken for gas and for carbon monoxide, for a cold house and for a frozen pipe; another trade comes for each. */
function topicOf(outcome: Outcome, call: Call): string {
  if (outcome === 'evacuate' && isOfMonoxide(call)) return 'co';
  return outcome === 'drip_faucets' && isOfPipes(call) ? 'pipesFrozen' : TOPIC[outcome];
}

const isOfPipes = (call: Call): boolean =>
  OF_PIPES.some((concept) => callerNames(call, concept)) &&
  !WARMTH.slice(0, 2).some((concept) => callerNames(call, concept));

const OF_PIPES = ['pipe', 'basin', 'water', 'noWater', 'drain', 'sensePipes', 'senseFixture'];

/** Monoxide is never smelled: where nobody speaks of a smell or a gas line, it is what makes a house ill. */
const isOfMonoxide = (call: Call): boolean =>
  OF_MONOXIDE.some((concept) => callerNames(call, concept)) || !OF_GAS.some((concept) => callerNames(call, concept));

/** "It quit" leans by a single word. */
export const FEWEST_WORDS = 3;
/** The caller's turn that is most like something; the first of equals, and short ones only when there is no other. */
export function mostLike({ telling }: Call, likeness: (reading: TurnReading) => number): Spoken | undefined {
  const long = telling.filter(({ reading }) => reading.wordCount >= FEWEST_WORDS);
  let best: Spoken | undefined;
  let most = -Infinity;
  for (const spoken of long.length > 0 ? long : telling) {
    const like = likeness(spoken.reading);
    if (like > most) [best, most] = [spoken, like];
  }
  return best;
}

/** A finding of the learned reading, with the words that spoke most for it. */
export function heardIn(call: Call, turn: number, outcome: Outcome): Heard {
  const words = tellingIn(call.readings[turn] as TurnReading, outcome);
  return { signal: TOPIC[outcome], rule: `learned: sounds like ${outcome}`, standing: 'live', turn, ...words };
}

/** A line is told by the same words, however often the talk is assessed. */
const tellings = new WeakMap<TurnReading, Map<Outcome, TellingWords>>();

function tellingIn(reading: TurnReading, outcome: Outcome): TellingWords {
  const known = tellings.get(reading) ?? new Map<Outcome, TellingWords>();
  const words = known.get(outcome) ?? tellingWords(tokenise(reading.text, lexicon().vocabulary), outcome);
  tellings.set(reading, known.set(outcome, words));
  return words;
}
