import { names } from '../language/reading.js';
import type { TurnReading } from '../language/reading.js';
import type { CallClass, TriageContext } from '../triage.types.js';
import { says } from './call.js';
import type { Call } from './call.js';
import { isAboveFreezing } from './climate.js';
import { doubtful, uneventful } from './content.js';
import { judged, vulnerable } from './judgement.js';
import type { Judgement } from './judgement.js';
import { learnedView } from './learned-view.js';
import type { LearnedView } from './learned-view.js';
import { FEWEST_WORDS, heardIn, mostLike, raised, renamed, soundsLikeFrost } from './sounds.js';
import type { Raise } from './sounds.js';
import { hasSpamHint, spamHints } from './spam.js';
import { readingAround } from './stretch.js';
import { CLASSES, groundsOf, opinionOf } from './trust.js';
import type { ClassShares } from './trust.js';

/** What it costs to miss a class, beside a routine call that is missed. Chosen by eval/cross-validate.ts. */
const COST: ClassShares = { emergency: 1.7, ambiguous: 1.2, routine: 1, spam: 0.4 };

const COST_OF_HAZARD = 2.5;

/** Lost heat and cooling are judged by the degrees where they are known. */
const MEASURED = new Set(['noHeat', 'noCooling', 'freezingNoHeat', 'partialHeat', 'stillHolding']);

/**
 * Weighs what the rules found against what was learned from labelled calls, each as far as it proved right on calls it
 * had not seen. The most alarming turn has a voice of its own beside the whole call: a danger told once isn't talked away
 * by a name and an address.
 */
export function weighLearning(words: Judgement, call: Call, context: TriageContext): Judgement {
  if (isSettled(words, call, context)) return words;
  const opinion = opinionOn(words, call);
  const picked = costliest(opinion, costsOf(words, call));
  if (picked === words.classification) return picked === 'emergency' ? renamed(words, call) : words;
  if (picked !== 'spam' && isDangerInAStory(words, call)) return words;
  if (picked === 'emergency') return alarmed(words, call, { share: opinion.emergency, context });
  return picked === 'spam' ? pitchIn(words, call) : calmed(words, call, picked);
}

/** A story is told of many things, and one of its sentences sounds alarming sooner than a call of one sentence does. */
const COST_IN_A_STORY = 0.3;

/** "Before my shift, I thought I'd tick this off…": a long errand takes nothing back from the sentence that tells a danger. */
function isDangerInAStory(words: Judgement, call: Call): boolean {
  if (words.classification !== 'emergency' || words.firmness !== 'hazard') return false;
  const grounds = groundsOf(words, call);
  const costs = { ...COST, emergency: COST_IN_A_STORY };
  return words.because.some((heard) => {
    const reading = readingAround(heard, call);
    return reading !== undefined && costliest(opinionOf(grounds, aloneView(reading)), costs) === 'emergency';
  });
}

/** What sounds like frost is no emergency where a thermometer shows none, unless somebody frail is cold (labelling rule 6). */
function alarmed(words: Judgement, call: Call, raise: Raise): Judgement {
  const isFrost = soundsLikeFrost(call) && isAboveFreezing(call, raise.context) && !vulnerable(call);
  if (!isFrost) return raised(words, call, raise);
  return words.classification === 'ambiguous' ? words : doubted(words, call);
}

function calmed(words: Judgement, call: Call, picked: 'routine' | 'ambiguous'): Judgement {
  if (picked === 'routine') return words.classification === 'ambiguous' ? settled(words) : uneventful(call);
  return wasAsked(call) ? words : doubted(words, call);
}

/** No word weighs against a thermometer, nor against the caller's yes to a danger that the agent named. */
const isSettled = (words: Judgement, call: Call, context: TriageContext): boolean =>
  isMereAnswer(call) ||
  (MEASURED.has(words.topic) && isMeasured(call, context)) ||
  (words.classification === 'emergency' && words.because.some(({ answered }) => answered));

/** "How can I help?" "Yes please.": what a yes means lies in the question (verdict/reply.ts), not in what yes was said to before. */
const isMereAnswer = (call: Call): boolean =>
  call.telling.every(
    ({ reading }) => reading.wordCount < FEWEST_WORDS && reading.findings.some(({ signal }) => ANSWERS.has(signal)),
  );

const ANSWERS = new Set(['yes', 'no']);

const isMeasured = (call: Call, context: TriageContext): boolean =>
  context.outdoorTempF !== undefined || call.temperatures.length > 0;

function opinionOn(words: Judgement, call: Call): ClassShares {
  const grounds = groundsOf(words, call);
  const opinion = opinionOf(grounds, learnedView(call));
  if (words.classification !== 'emergency' || words.firmness !== 'hazard') return opinion;
  const unexplained = words.because.filter(({ turn }) => !isExplained(turn, call));
  const alarms = unexplained.map(({ turn }) => opinionOf(grounds, aloneView(call.readings[turn] as TurnReading)));
  return alarmedBy(opinion, Math.max(0, ...alarms.map(({ emergency }) => emergency)));
}

/** A name, an address, "tomorrow is fine": only an answer about the danger can take it back (labelling rule 2). */
const isExplained = (turn: number, { explaining }: Call): boolean => [...explaining].some((later) => later > turn);

const aloneView = ({ odds }: TurnReading): LearnedView => ({ whole: odds, turns: [] });

/** One turn out of many is alarming by chance, too. */
const TURN_TRUST = 0.75;

/** With the emergency as likely as its most alarming turn makes it by itself. */
function alarmedBy(opinion: ClassShares, alarm: number): ClassShares {
  const emergency = Math.max(opinion.emergency, TURN_TRUST * alarm);
  const rest = emergency > opinion.emergency ? (1 - emergency) / (1 - opinion.emergency) : 1;
  return {
    emergency,
    ambiguous: opinion.ambiguous * rest,
    routine: opinion.routine * rest,
    spam: opinion.spam * rest,
  };
}

const costliest = (shares: ClassShares, costs: ClassShares): CallClass =>
  CLASSES.reduce((worst, name) => (shares[name] * costs[name] > shares[worst] * costs[worst] ? name : worst));

/** A danger that the rules have seen is given up only when nearly all speaks against it. */
const costsOf = (words: Judgement, call: Call): ClassShares => ({
  ...COST,
  emergency: words.classification === 'emergency' && words.firmness === 'hazard' ? COST_OF_HAZARD : COST.emergency,
  spam: costOfPitch(call),
});

/** A caller without a word of a pitch is put aside only when everything sounds like one. */
const UNHINTED_PITCH = 0.3;
const FEWEST_WORDS_OF_A_PITCH = 8;

/** "Hold on please" is no pitch, nor is "this is life threatening, please hurry" (PRD §3, override 2). */
function costOfPitch(call: Call): number {
  if (hasSpamHint(call)) return COST.spam;
  const isService = call.wordCount < FEWEST_WORDS_OF_A_PITCH || says(call, 'explicit', 'needNow');
  return isService ? 0 : UNHINTED_PITCH;
}

/** The words of a pitch, and the turn that sounds most like one: nobody is put aside without a reason. */
function pitchIn(words: Judgement, call: Call): Judgement {
  const likest = mostLike(call, ({ shares }) => shares.spam);
  const because = [...spamHints(call), ...(likest ? [heardIn(call, likest.turn, 'spam')] : [])];
  return { ...words, classification: 'spam', topic: 'spam', because };
}

const settled = ({ topic, because }: Judgement): Judgement => judged('routine', 'clear', topic, because);

const doubted = (words: Judgement, call: Call): Judgement =>
  words.classification === 'routine'
    ? { ...words, classification: 'ambiguous', firmness: 'unclear' }
    : doubtful(call, words);

/** Who was asked "tonight, or can it wait?" and told of a small thing isn't asked again (PRD §12, scenario 12). */
const wasAsked = (call: Call): boolean =>
  call.turns.some(
    (turn, index) => turn.role === 'agent' && names(call.readings[index] as TurnReading, 'clarifyTonight'),
  );
