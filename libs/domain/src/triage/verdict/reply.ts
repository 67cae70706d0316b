import type { Standing } from '../language/guards.js';
import { kept } from '../language/kept-readings.js';
import { names } from '../language/reading.js';
import type { Finding, TurnReading } from '../language/reading.js';
import { lastSentence, offersBoth } from './clarifying.js';
import type { AskedQuestion } from './clarifying.js';

/** What a reply says beside the agent's question: the danger asked about, or one that needs both their words. */
export interface Replied {
  signal: string;
  rule: string;
}

/** What the caller makes theirs of the agent's question by answering it. */
export function heardInReply(asked: AskedQuestion, reply: TurnReading): Replied[] {
  return [...affirmed(asked, reply), ...impliedBy(asked.reading, reply), ...completed(asked, reply)];
}

/** "Do you smell gas?" "Yes." — the agent's words become the caller's. */
function affirmed(asked: AskedQuestion, reply: TurnReading): Replied[] {
  const { questions, findings } = asked.reading;
  if (offersBoth(asked) || questions.length === 0 || isOfMending(asked.reading)) return [];
  const stretches = agreedStretches(asked, reply);
  const meant = saysYes(reply) || answersIn(reply).length > 1 ? () => true : isSign;
  const own = findings.filter(
    (finding) => meant(finding) && stretches.some(([from, to]) => finding.end > from && finding.start < to),
  );
  return [...own.map(({ signal, rule }) => ({ signal, rule })), ...unnamedSmell(own)];
}

/** "Do you still smell it?" "I do.": what a contractor's line asks the smell of, before it is known, is gas, or wiring. */
function unnamedSmell(own: Finding[]): Replied[] {
  const asked = (...signals: string[]): boolean => own.some(({ signal }) => signals.includes(signal));
  if (!asked('smellSign') || asked('gas', 'electrical', 'drainSmell')) return [];
  const signal = asked('placeNamed') ? 'electrical' : 'gas';
  return [{ signal, rule: `${signal}: a smell nobody has named` }];
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

/** "Electric" is a kind as well as a place of danger. */
const isDanger = ({ signal }: Finding): boolean =>
  COMPLETED.has(signal) || (SIGNS.has(signal) && signal !== 'placeNamed');

type Stretch = [from: number, to: number];

/** The parts of the agent's turn that the caller said yes to. */
function agreedStretches(asked: AskedQuestion, reply: TurnReading): Stretch[] {
  const { questions } = asked.reading;
  const answers = answersIn(reply);
  if (answers.length > 1 && answers.length === questions.length)
    return questions.flatMap((from, at): Stretch[] =>
      answers[at] === 'yes' ? [[from, questions[at + 1] ?? asked.text.length]] : [],
    );
  return saysYes(reply) || hasPlace(reply) ? [[firstChained(asked), asked.text.length]] : [];
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

/** "No and yes": as many answers as questions, in their order. */
function answersIn({ findings }: TurnReading): ('yes' | 'no')[] {
  const said = findings.filter(({ signal }) => signal === 'yes' || signal === 'no');
  const separate = said.filter((each) => each.signal === 'no' || !said.some((other) => isNoOver(other, each)));
  return separate
    .sort((a, b) => a.start - b.start)
    .filter(({ start }, at, all) => at === 0 || start >= (all[at - 1]?.end ?? 0))
    .map(({ signal }) => signal as 'yes' | 'no');
}

/** "I don't" holds an "I do". */
const isNoOver = (other: Finding, yes: Finding): boolean => other.signal === 'no' && other.start === yes.start;

/** A yes of sounds or of words that mean nothing elsewhere and are dropped there ("very"), in letters alone. */
const HUMMED = new Set('mhm mmhm mmhmm uhhuh mhmm aha aja yuh very verymuch verymuchso kinda sorta'.split(' '));
const LONGEST_HUM = 12;

const isHummed = ({ text }: TurnReading): boolean =>
  text.length <= LONGEST_HUM &&
  HUMMED.has([...text.toLowerCase()].filter((sign) => sign >= 'a' && sign <= 'z').join(''));

const OPENING = 6;
/** "Yeah, no." */
const SECOND_WORD = 8;

/** The turn begins with a yes or a no. */
const opens = ({ findings }: TurnReading, signal: 'yes' | 'no', before = OPENING): boolean =>
  findings.some((finding) => finding.signal === signal && finding.start < before);

/** "I do", and not "I don't"; "sí, no para" is a yes, "yeah, no" is none. */
const saysYes = (reply: TurnReading): boolean =>
  isHummed(reply) ||
  (opens(reply, 'yes') && (!opens(reply, 'no', SECOND_WORD) || SPANISH_YES.some((si) => opensWith(reply, si))));

const SPANISH_YES = ['si,', 'sí,', 'si no', 'sí no'];

const opensWith = ({ text }: TurnReading, words: string): boolean => text.trimStart().toLowerCase().startsWith(words);

/** "From the switch, for a second", "by the closet": where or when it is, nobody tells of what is not. */
const hasPlace = (reply: TurnReading): boolean =>
  reply.findings.some(({ signal, start }) => signal === 'placeAnswer' && start < OPENING) && !names(reply, 'deny');

/** What a bare yes or no says beside the question: "Is the heat running?" "No." */
function impliedBy(question: TurnReading, reply: TurnReading): Replied[] {
  if (question.questions.length === 0) return [];
  const replied = repliedWith(reply);
  return IMPLIED.flatMap(([asked, answer, signal]) =>
    answer === replied && isAskedAlone(question, asked)
      ? [{ signal, rule: `${signal}: answer to the agent's question` }]
      : [],
  );
}

/** "Any heat, smoke or a burning odor?" asks after a hot thing, not after the heating. */
const isAskedAlone = ({ findings }: TurnReading, asked: string): boolean =>
  findings.some(({ signal }) => signal === asked) &&
  !(asked === 'heatAsk' && findings.some(({ signal }) => signal === 'smellSign' || signal === 'electrical'));

/** "Is it dripping or running?" "Running." */
function repliedWith(reply: TurnReading): 'yes' | 'no' | undefined {
  if (saysYes(reply) || (reply.wordCount < 4 && names(reply, 'runningWord'))) return 'yes';
  return opens(reply, 'no') ? 'no' : undefined;
}

const IMPLIED: [asked: string, answer: 'yes' | 'no', signal: string][] = [
  ['heatAsk', 'no', 'noHeat'],
  ['coolAsk', 'no', 'noCooling'],
  ['runningAsk', 'yes', 'waterMoving'],
  ['runningAsk', 'no', 'waterStopped'],
];

const COMPLETED = new Set(['gas', 'co', 'electrical', 'waterMoving', 'sewage', 'burstPipe', 'pipesFrozen']);
const LONGEST_COMPLETION = 8;

/** "What number does the detector show?" "Sixty-eight.": half of the sentence is the agent's. */
function completed({ text, reading }: AskedQuestion, reply: TurnReading): Replied[] {
  if (reading.questions.length === 0 && !text.includes('?')) return [];
  if (reply.wordCount > LONGEST_COMPLETION || opens(reply, 'no') || names(reply, 'deny')) return [];
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
const OVER = new Set<Standing>(['denied', 'past', 'repaired']);
