import { plainPhrase } from '../language/reading.js';
import type { Evidence, TriageContext } from '../triage.types.js';
import { first, says } from './call.js';
import type { Call, Heard } from './call.js';
import { judged, vulnerable } from './judgement.js';
import type { Judgement } from './judgement.js';

const REPEAT_WINDOW_MINUTES = 240;
const OFFICE_TOPICS = new Set([
  'maintenance',
  'quote',
  'scheduling',
  'inquiry',
  'howMuch',
  'justAsking',
  'laterDate',
  'workingFine',
  'wrongNumber',
  'nonService',
]);
const NO_SERVICE = new Set(['nonService', 'wrongNumber', 'spam']);

/** What weighs beside the words, and the circumstances that turned the scale. */
export interface Weighed {
  judgement: Judgement;
  evidence: Evidence[];
}

/** Tone, the caller's own answer and wish, earlier calls, the voice agent and the hour, in the order of the labelling paper. */
export function weighCircumstances(found: Judgement, call: Call, context: TriageContext): Weighed {
  const words = minded(found, call);
  if (words.firmness === 'hazard' || words.classification === 'spam') return { judgement: words, evidence: [] };
  const own = ownPhrase(call, context);
  if (own) return raised(words, circumstance("the account's own phrase", own));
  if (context.tone === 'panicked' && !NO_SERVICE.has(words.topic))
    return raised(words, circumstance('tone: panicked', 'panicked'));
  if (call.answer)
    return { judgement: answered(words, call.answer), evidence: [circumstance('clarifying question', call.answer)] };
  const request = requestFor(call, words);
  if (request)
    return { judgement: { ...words, classification: 'emergency', because: [request, ...words.because] }, evidence: [] };
  return weighTheRest(waiting(words, call), context);
}

/** What a carbon monoxide alarm reads is believed, and one that only chirps is never routine, whatever its battery (labelling rule 2). */
function minded(words: Judgement, call: Call): Judgement {
  if (words.classification === 'emergency' || words.classification === 'spam') return words;
  const reading = readingOf(call);
  if (reading && isBelieved(reading, words)) return judged('emergency', 'hazard', 'co', [reading]);
  const alarm = reading ?? first(call, 'coChirps');
  return alarm && words.classification === 'routine' ? judged('ambiguous', 'unclear', 'co', [alarm]) : words;
}

/** Parts per million are a reading of nothing else. */
const isBelieved = ({ rule }: Heard, { classification }: Judgement): boolean =>
  classification === 'ambiguous' || rule.includes('ppmWord');

/** "The thing by the bed says ninety-eight": a number by an alarm is somebody's to explain, not to be talked away. */
const readingOf = (call: Call): Heard | undefined =>
  call.heard
    .get('co')
    ?.find((heard) => heard.standing === 'live' && heard.rule.includes('aNumber') && !isDated(heard, call));

/** "Replace by 2024", "the carbon monoxide one, Friday at ten": a date is no reading. */
const isDated = ({ turn, start, end }: Heard, { turns }: Call): boolean =>
  DATED.some((word) => turns[turn]?.text.slice(start, end).includes(word));

const DATED = ['day', 'replace', 'expire', 'until', 'date', 'year'];

function weighTheRest(judgement: Judgement, context: TriageContext): Weighed {
  if (judgement.classification === 'emergency') return { judgement, evidence: [] };
  if (isRepeat(context) && !OFFICE_TOPICS.has(judgement.topic))
    return raised(judgement, circumstance('repeat caller', 'called within four hours'));
  if (judgement.classification !== 'ambiguous') return { judgement, evidence: [] };
  if (context.voiceAgentClass === 'emergency') return raised(judgement, circumstance('voice agent', 'says emergency'));
  if (isNight(context.localTime))
    return raised(judgement, circumstance('night window 22:00-05:00', context.localTime ?? ''));
  return { judgement, evidence: [] };
}

const raised = (judgement: Judgement, evidence: Evidence): Weighed => ({
  judgement: { ...judgement, classification: 'emergency' },
  evidence: [evidence],
});

const circumstance = (rule: string, words: string): Evidence => ({ turn: -1, words, rule, favours: 'emergency' });

const answered = (words: Judgement, answer: 'tonight' | 'morning'): Judgement => ({
  ...words,
  classification: answer === 'tonight' ? 'emergency' : 'routine',
  firmness: 'clear',
});

/** "No rush": said unasked, it answers the question all the same, but for those whom the heat or the frost harms (labelling rules 6 and 7). */
const waiting = (words: Judgement, call: Call): Judgement =>
  says(call, 'noRush') && words.topic !== 'nonService' && !isUnbearable(words, call)
    ? { ...words, classification: 'routine', because: [...words.because, first(call, 'noRush') as Heard] }
    : words;

/** Lost cooling, or whatever sounds like it, where somebody frail is; a frost waits for nobody. */
function isUnbearable({ classification, topic, because }: Judgement, call: Call): boolean {
  if (classification !== 'emergency') return false;
  if (topic === 'freezingNoHeat') return true;
  const isHeat = topic === 'noCooling' || because.some(({ rule }) => rule === SOUNDS_URGENT);
  return isHeat && vulnerable(call) !== undefined;
}

const SOUNDS_URGENT = 'learned: sounds like other_emergency';

const PRICES = new Set(['quote', 'howMuch']);
const TROUBLES = [
  'waterMinor',
  'minorRepair',
  'outletDead',
  'weirdNoise',
  'partialHeat',
  'itOut',
  'vague',
  'waterLeak',
  'smellSign',
];

/** "I need a price by tomorrow, it can't wait": a price is wanted at once, and nothing is broken. */
const wantsPriceAlone = (call: Call, { classification, topic }: Judgement): boolean =>
  classification === 'routine' && PRICES.has(topic) && !says(call, ...TROUBLES);

/** PRD §3 override 2; not about paperwork, nor in jest, nor "do you have an emergency service?" */
function requestFor(call: Call, words: Judgement): Heard | undefined {
  if (says(call, 'takenBack') || NO_SERVICE.has(words.topic) || wantsPriceAlone(call, words)) return undefined;
  // "Tell the emergency guy to turn around": the emergency is over.
  const isOff = OFFICE_TOPICS.has(words.topic) || says(call, 'calledOff');
  const explicit = isOff ? undefined : first(call, 'explicit');
  return neededNow(call) ?? explicit ?? hasteIn(call, words);
}

/** Letters behind a wish within which it is put off. */
const BREATH = 30;
const PUT_OFF = ['noRush', 'laterDate'];

/** "Send a guy whenever", "could somebody come right now, like this month": what is put off in one breath is not needed now. */
const neededNow = (call: Call): Heard | undefined =>
  (call.heard.get('needNow') ?? []).find(
    (need) => need.standing === 'live' && (cannotWait(call, need) || !isPutOff(call, need)),
  );

/** "It can't wait till Monday" puts nothing off. */
const cannotWait = ({ turns }: Call, { turn, start, end }: Heard): boolean =>
  [' wait', ' not'].some((word) => turns[turn]?.text.slice(start, end + ' wait'.length).includes(word));

const isPutOff = (call: Call, need: Heard): boolean =>
  PUT_OFF.some((signal) => follows(call.heard.get(signal) ?? [], need));

const follows = (later: Heard[], { turn, end }: Heard): boolean =>
  later.some(
    (each) => each.standing === 'live' && each.turn === turn && each.start >= end && each.start <= end + BREATH,
  );

/** "As soon as you can" is haste where nobody knows how bad it is; "no hurry" is none. */
const hasteIn = (call: Call, { classification }: Judgement): Heard | undefined =>
  classification === 'ambiguous' && !says(call, 'noRush') ? first(call, 'soon') : undefined;

const ownPhrase = (call: Call, context: TriageContext): string | undefined =>
  (context.extraEmergencyPhrases ?? []).find((phrase) => {
    const plain = plainPhrase(phrase);
    return (
      plain.trim() !== '' &&
      call.readings.some((reading, turn) => call.turns[turn]?.role === 'caller' && reading.plain.includes(plain))
    );
  });

const isRepeat = (context: TriageContext): boolean =>
  (context.priorCalls ?? []).some((prior) => prior.minutesAgo <= REPEAT_WINDOW_MINUTES);

/** PRD §3: between 22:00 and 05:00 doubt tips towards emergency. */
const isNight = (localTime: string | undefined): boolean =>
  localTime !== undefined && (localTime >= '22:00' || localTime < '05:00');
