import type { Standing } from '../language/guards.js';
import { kept } from '../language/kept-readings.js';
import { names } from '../language/reading.js';
import type { Finding, TurnReading } from '../language/reading.js';
import { answersIn, chosenSide, isAskedWithNot, lastSentence, repliedTo } from './answers.js';
import type { AskedQuestion, Replied, Stretch, YesOrNo } from './answers.js';
import { isDeniedBy, isOfSide, isOtherThanSmell } from './alternatives.js';
import { householdIn } from './household.js';
import { offersBoth } from './clarifying.js';

/** What was made of a reply to a question, for as long as both are kept: a talk is assessed again with every turn. */
const known = new WeakMap<TurnReading, WeakMap<TurnReading, Replied[]>>();

/** What the caller makes theirs of the agent's question by answering it. */
export function heardInReply(asked: AskedQuestion, reply: TurnReading): Replied[] {
  const replies = known.get(asked.reading) ?? new WeakMap<TurnReading, Replied[]>();
  known.set(asked.reading, replies);
  const heard = replies.get(reply) ?? readReply(asked, reply);
  replies.set(reply, heard);
  return heard;
}

function readReply(asked: AskedQuestion, reply: TurnReading): Replied[] {
  const replied = repliedTo(asked, reply);
  // "Smell anything?" "I smell lasagna.", "You said there was smoke?" "There was, I burnt the rice."
  if (names(reply, 'cookSmoke') && !names(reply, 'nowCue')) return [];
  return [
    ...affirmed(asked, reply, replied),
    ...(replied === 'no' || isWorking(reply) ? [] : presupposed(asked.reading)),
    ...(replied === 'no' ? refused(asked, reply) : []),
    ...householdIn(asked, reply, replied),
    ...impliedBy(asked.reading, reply, replied),
    ...completed(asked, reply, replied),
  ];
}

/** "Do you smell gas?" "Yes." — the agent's words become the caller's. */
function affirmed(asked: AskedQuestion, reply: TurnReading, replied: YesOrNo | undefined): Replied[] {
  const { questions, findings } = asked.reading;
  if (offersBoth(asked) || questions.length === 0 || isOfMending(asked.reading)) return [];
  if (isMended(reply)) return [];
  const { stretches, meant } = agreement(asked, reply, replied);
  const own = findings.filter(
    (finding) =>
      meant(finding) &&
      !isDeniedBy(reply, finding) &&
      stretches.some(([from, to]) => finding.end > from && finding.end <= to),
  );
  return [...own.map(({ signal, rule }) => ({ signal, rule })), ...unnamedSmell(own)];
}

/** The parts of the agent's turn that were agreed to, and what of them is meant. */
interface Agreement {
  stretches: Stretch[];
  meant: (finding: Finding) => boolean;
}

function agreement(asked: AskedQuestion, reply: TurnReading, replied: YesOrNo | undefined): Agreement {
  const side = chosenSide(asked, reply);
  if (side) return { stretches: [side], meant: (finding) => isOfSide(finding, asked, side) };
  const isPlain = replied === 'yes' || answersIn(reply).length > 1;
  return { stretches: agreedStretches(asked, reply, replied), meant: isPlain ? () => true : isSign };
}

/** "No, just the garage" corrects the agent, and agrees to nothing. */
const LONGEST_NO = 3;
const LOST = new Set(['noHeat', 'noCooling', 'noWater', 'noHotWater', 'noPower']);
const WHAT_IS_KNOWN =
  'flicker halfPower breakerTrips outletDead toiletDown onlyToilet allDrains waterLeak heatNamed coolNamed waterNamed hotWaterNamed placeNamed dripNamed';
const KNOWN = new Set([...LOST, ...WHAT_IS_KNOWN.split(' ')]);

const RECAPS = ['so ', 'okay, so ', 'okay so ', 'and so '];

/** "How long has the air been out?" "So the heat is out.": the agent goes by what the caller said, unless a no corrects it. */
const presupposed = (question: TurnReading): Replied[] =>
  names(question, 'recap') || RECAPS.some((so) => question.text.toLowerCase().startsWith(so))
    ? question.findings
        .filter(({ signal, standing }) => KNOWN.has(signal) && !OVER.has(standing))
        .map(({ signal, rule }) => ({ signal, rule }))
    : [];

/** "We did, this morning. The gas company found it and tightened it." */
const isMended = (reply: TurnReading): boolean => names(reply, 'repaired') && !names(reply, 'nowCue');

/** "Is it leaking anywhere?" "No." is heard as a denial, "You have no heat?" "None." as the loss. */
function refused({ text, reading }: AskedQuestion, reply: TurnReading): Replied[] {
  const from = firstChained({ text, reading });
  const asked = reading.findings.filter(({ end }) => end > from);
  if (isAskedWithNot({ text, reading }))
    return isWorking(reply) || reply.wordCount > LONGEST_NO
      ? []
      : asked.filter(({ signal }) => LOST.has(signal)).map(({ signal, rule }) => ({ signal, rule }));
  return asked
    .filter(({ signal }) => COMPLETED.has(signal) || LESSER.has(signal))
    .map(({ signal, rule }) => ({ signal, rule, standing: 'denied' }));
}

const LESSER = new Set(['waterLeak', 'itMoves', 'smellSign', 'crackleSign', 'soundSign']);

const isWorking = ({ findings }: TurnReading): boolean =>
  findings.some(({ signal }) => signal === 'workingFine' || signal === 'stillHolding');

/** "Do you still smell it?" "I do.": what a contractor's line asks the smell of, before it is known, is gas, or wiring. */
function unnamedSmell(own: Finding[]): Replied[] {
  const asked = (...signals: string[]): boolean => own.some(({ signal }) => signals.includes(signal));
  if (!asked('smellSign') || asked('gas', 'electrical', 'drainSmell')) return [];
  const signal = asked('placeNamed') ? 'electrical' : 'gas';
  return [{ signal, rule: `${signal}: a smell nobody has named`, unnamed: true }];
}

/** "Did the gas company fix the leak?" asks after a leak that was. */
const isOfMending = (question: TurnReading): boolean =>
  names(question, 'repaired') || [' fix ', ' repair '].some((verb) => question.plain.includes(verb));

/** Who tells where or when agrees to the danger asked about, and to no wish to wait; what was mended is none. */
const isSign = ({ signal, standing }: Finding): boolean =>
  (COMPLETED.has(signal) || SIGNS.has(signal)) && !OVER.has(standing);

const SIGNS = new Set(
  'smellSign soundSign sickSign coNamed placeNamed crackleSign noHeat noCooling itMoves runningAsk'.split(' '),
);

const LONGEST_KIND = 12;
const KIND_ASKED = ['electric', 'electrico', 'propane', 'oil', 'kind', 'type', 'fuel', 'tipo'].map(
  (word) => ` ${word} `,
);

/** "Is it gas or electric?" "It's gas.": what kind of appliance it is, told in as many words as a leak would be. */
export function tellsKind({ reading }: AskedQuestion, reply: TurnReading): boolean {
  const asksKind = KIND_ASKED.some((word) => reading.plain.includes(word)) && !reading.findings.some(isDanger);
  return asksKind && reply.wordCount <= LONGEST_KIND && !reply.findings.some(isSign);
}

/** "What's the address?" "12 Dogwood Court.": who and where somebody is sounds like nothing. */
export const givesParticulars = ({ reading }: AskedQuestion, reply: TurnReading): boolean =>
  names(reading, 'whoAsk') &&
  reply.wordCount <= LONGEST_PARTICULARS &&
  !reply.findings.some((finding) => isDanger(finding) || finding.signal === 'needNow');

const LONGEST_PARTICULARS = 14;

/** "Electric" is a kind as well as a place of danger. */
const isDanger = ({ signal }: Finding): boolean =>
  COMPLETED.has(signal) || (SIGNS.has(signal) && signal !== 'placeNamed');

/** The parts of the agent's turn that the caller said yes to. */
function agreedStretches(asked: AskedQuestion, reply: TurnReading, replied: YesOrNo | undefined): Stretch[] {
  const { questions } = asked.reading;
  const answers = answersIn(reply);
  if (answers.length > 1 && answers.length === questions.length)
    return questions.flatMap((from, at): Stretch[] =>
      answers[at] === 'yes' ? [[from, questions[at + 1] ?? asked.text.length]] : [],
    );
  const agrees = replied === 'yes' || (replied === undefined && !isAskedWithNot(asked) && hasPlace(reply));
  return agrees ? [[firstChained(asked), asked.text.length]] : [];
}

/** "Do you smell gas, and are you outside?" is one question to whoever says yes. */
function firstChained({ reading: { questions }, text }: AskedQuestion): number {
  let first = questions.length - 1;
  while (
    first > 0 &&
    text
      .slice(questions[first - 1], questions[first])
      .trimEnd()
      .endsWith(' and')
  )
    first--;
  return questions[first] ?? 0;
}

const OPENING = 6;

/** "From the switch, for a second", "by the closet": where or when it is, nobody tells of what is not. */
const hasPlace = (reply: TurnReading): boolean =>
  reply.findings.some(({ signal, start }) => signal === 'placeAnswer' && start < OPENING) && !names(reply, 'deny');

/** What a bare yes or no says beside the question: "Is the heat running?" "No." */
function impliedBy(question: TurnReading, reply: TurnReading, replied: YesOrNo | undefined): Replied[] {
  if (question.questions.length === 0) return [];
  const said = isRunning(reply) ? 'yes' : (replied ?? (isBarely(reply) ? 'barely' : undefined));
  return IMPLIED.flatMap(([asked, answer, signal]) =>
    answer === said && isAskedAlone(question, asked) && !(LOST.has(signal) && isWorking(reply))
      ? [{ signal, rule: `${signal}: answer to the agent's question` }]
      : [],
  );
}

/** "Any heat, smoke or a burning odor?" asks after a hot thing, not after the heating. */
const isAskedAlone = (question: TurnReading, asked: string): boolean =>
  question.findings.some(({ signal }) => signal === asked) && !(asked === 'heatAsk' && isHeatOfThing(question));

const isHeatOfThing = (question: TurnReading): boolean =>
  names(question, 'heatOfThing') || question.findings.some(({ signal }) => OTHER_HEAT.has(signal));

const OTHER_HEAT = new Set(['smellSign', 'electrical', 'placeNamed', 'noHeat']);

/** "Is it cooling at all?" "Barely." */
const isBarely = (reply: TurnReading): boolean => reply.wordCount < 4 && names(reply, 'barely');

/** "Is it dripping or running?" "Running." */
const isRunning = (reply: TurnReading): boolean => reply.wordCount < 4 && names(reply, 'runningWord');

const IMPLIED: [asked: string, answer: YesOrNo | 'barely', signal: string][] = [
  ['heatAsk', 'no', 'noHeat'],
  ['coolAsk', 'no', 'noCooling'],
  ['coolAsk', 'barely', 'noCooling'],
  ['runningAsk', 'yes', 'waterMoving'],
  ['runningAsk', 'no', 'waterStopped'],
  ['stoppedAsk', 'yes', 'waterStopped'],
  ['stoppedAsk', 'no', 'itMoves'],
  ['waterAsk', 'no', 'noWater'],
  ['hotWaterAsk', 'no', 'noHotWater'],
  ['powerAsk', 'no', 'noPower'],
];

const COMPLETED = new Set(['gas', 'co', 'electrical', 'waterMoving', 'sewage', 'burstPipe', 'pipesFrozen']);
const LONGEST_COMPLETION = 8;

/** "What number does the detector show?" "Sixty-eight.": half of the sentence is the agent's. */
function completed({ text, reading }: AskedQuestion, reply: TurnReading, replied?: YesOrNo): Replied[] {
  if (reading.questions.length === 0 && !text.includes('?')) return [];
  if (reply.wordCount > LONGEST_COMPLETION || replied === 'no' || names(reply, 'deny')) return [];
  if (isOtherThanSmell({ text, reading }, reply)) return [];
  const question = text.slice(lastSentence(text));
  return kept
    .of(`${question}${LINK}${reply.text}`)
    .findings.filter(
      ({ signal, standing, start, end }) =>
        COMPLETED.has(signal) && !OVER.has(standing) && start < question.length && end > question.length + LINK.length,
    )
    .map(({ signal, rule }) => ({ signal, rule }));
}

/** Keeps a word of the question that the reply repeats from being taken for a stutter. */
const LINK = ' it ';
/** That it is asked about is the agent's manner, and says nothing against the reply. */
const OVER = new Set<Standing>(['denied', 'past', 'repaired', 'explained']);
