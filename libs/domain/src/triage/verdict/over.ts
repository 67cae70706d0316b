import { names } from '../language/reading.js';
import type { TurnReading } from '../language/reading.js';
import { conceptOf } from '../rules/grammar.js';
import type { Turn } from '../triage.types.js';
import { repliedTo as replied } from './answers.js';
import type { YesOrNo } from './answers.js';

/** What is told of in a turn; of these, nothing may be going on when earlier turns are said to be over. */
const DANGERS = 'gas co electrical waterMoving burstPipe sewage sumpFailed pipesFrozen noHeat noCooling'.split(' ');
const SIGNS = ['unrepaired', 'smellSign', 'soundSign', 'sickSign'];

/** What can be over: the dangers of a call. */
export const PASSING: ReadonlySet<string> = new Set(DANGERS);
/** What can come back: heat, cooling, water, power. */
export const RETURNING: ReadonlySet<string> = new Set('noHeat noCooling noWater noHotWater noPower'.split(' '));
const GOING_ON: ReadonlySet<string> = new Set([...DANGERS, ...SIGNS]);

/** The first turn of which nothing before it goes on any more; 0 when there is none. */
export type End = (turns: Turn[], readings: TurnReading[]) => number;

/** A line of the caller's and what was asked before it. */
interface Exchange {
  question: TurnReading | undefined;
  reply: TurnReading;
}

/**
 * "I had a gas leak." "Is it leaking now?" "No, that was in August, your man fixed it.": the first turn of which nothing
 * before it goes on any more; 0 when there is none. What goes on in that turn or after it beats every such word (issue 3).
 */
export const overBefore = (turns: Turn[], readings: TurnReading[]): number => lastEnd(turns, readings, isOver);

/** "We had no heat." "You still have none?" "No, it kicked back on.": the same of what was lost and is back. */
export const backBefore = (turns: Turn[], readings: TurnReading[]): number =>
  lastEnd(turns, readings, ({ reply }) => names(reply, 'worksAgain'));

/** "Something smelled burnt." "From where?" "My daughter's curling iron, on her bangs." The cause was told, and it is none of the wiring. */
const burntBefore = (turns: Turn[], readings: TurnReading[]): number =>
  lastEnd(turns, readings, (exchange) => isCauseTold(exchange, BURNERS));

/** "I keep getting shocked." "By what?" "The car door, only static." */
const staticBefore = (turns: Turn[], readings: TurnReading[]): number =>
  lastEnd(turns, readings, (exchange) => isCauseTold(exchange, STATIC));

const isCauseTold = ({ question, reply }: Exchange, causes: number[]): boolean =>
  namesAny(reply, causes) &&
  (names(reply, 'workingFine') || !namesAny(reply, WIRING)) &&
  !isLikened(question, reply) &&
  !isDeniedCause({ question, reply });

/** "Were you cooking?" "No, the toaster has been off all day." */
const isDeniedCause = ({ question, reply }: Exchange): boolean =>
  answerTo(question, reply) === 'no' && COOKING.some((word) => question?.plain.includes(word));

const COOKING = ' cook , bake , burn , candle , grill , fry , toast , food , oven , carpet , static '.split(',');

const namesAny = ({ named }: TurnReading, concepts: number[]): boolean => named.hasAny(concepts);

/** "Water all over the floor." "From where?" "The mop bucket, the dog knocked it over." */
const spiltBefore = (turns: Turn[], readings: TurnReading[]): number =>
  lastEnd(turns, readings, ({ reply }) => names(reply, 'spilt'));

/** "It stinks by the stove." "Like gas?" "It was a mouse, I threw it out." */
const removedBefore = (turns: Turn[], readings: TurnReading[]): number =>
  lastEnd(turns, readings, ({ reply }) => names(reply, 'rotCause') && names(reply, 'removed'));

/** "What does it sound like?" "Bacon in a pan.": a likeness is no cause. */
const isLikened = (question: TurnReading | undefined, reply: TurnReading): boolean =>
  LIKE.some((word) => unwished(reply.text).includes(word)) ||
  LIKENESS_ASKED.some((word) => question?.text.toLowerCase().includes(word) ?? false);

/** Without the "like" of "I'd like". */
const unwished = (text: string): string => text.toLowerCase().replaceAll("'d like", '').replaceAll('would like', '');

const LIKE = ['like ', 'kind of', 'sort of', 'same as', 'como '];
const LIKENESS_ASKED = [' like', 'what kind', 'what sort', 'describe', 'a qué', 'cómo'];

const BURNERS = 'cookSmoke grooming fireworks merelySteam fishSupper toolSparks phoneWire firstDust'
  .split(' ')
  .map(conceptOf);
const STATIC = [conceptOf('staticCharge')];
const WIRING = ['outletWord', 'panel', 'wall'].map(conceptOf);

/** Signals that may be over, by which of their rules they were heard, and where they end. */
export interface Ending {
  signals: ReadonlySet<string>;
  endOf: End;
  isMeant?: (rule: string) => boolean;
}

const ofShock = (rule: string): boolean => rule.includes('shock');
const ofSpark = (rule: string): boolean => rule.includes('spark');
const CURRENT = new Set(['electrical', 'crackleSign']);

/** What a cause explains that is named a turn later. A supper burns, and shocks nobody. */
export const EXPLAINED: Ending[] = [
  { signals: CURRENT, endOf: burntBefore, isMeant: (rule) => !ofShock(rule) },
  { signals: CURRENT, endOf: staticBefore, isMeant: (rule) => ofShock(rule) || ofSpark(rule) },
  { signals: new Set(['waterMoving', 'itMoves']), endOf: spiltBefore },
  { signals: new Set(['gas', 'gasSaid']), endOf: removedBefore },
];

function lastEnd(turns: Turn[], readings: TurnReading[], isEnd: (exchange: Exchange) => boolean): number {
  for (let at = turns.length - 1; at > 0; at--) {
    if (turns[at]?.role !== 'caller') continue;
    if (goesOn(readings[at] as TurnReading)) return 0;
    const question = turns[at - 1]?.role === 'agent' ? readings[at - 1] : undefined;
    if (isEnd({ question, reply: readings[at] as TurnReading })) return at;
  }
  return 0;
}

/** A line goes on saying the same, however often the talk is assessed. */
const going = new WeakMap<TurnReading, boolean>();

function goesOn(reading: TurnReading): boolean {
  const known = going.get(reading);
  if (known !== undefined) return known;
  const goes = reading.findings.some(({ signal, standing }) => standing === 'live' && GOING_ON.has(signal));
  going.set(reading, goes);
  return goes;
}

const asks = (question: TurnReading | undefined, concept: string): boolean =>
  question !== undefined && names(question, concept);

const answerTo = (question: TurnReading | undefined, reply: TurnReading): YesOrNo | undefined =>
  question && replied({ reading: question, text: question.text }, reply);

function isOver(exchange: Exchange): boolean {
  const { reply } = exchange;
  if (namesAny(reply, SETTLED) || isMeasuredZero(reply)) return true;
  if (namesAny(reply, UNSETTLED)) return false;
  return isMendedBy(exchange) || isPastAsked(exchange) || deniesHere(exchange);
}

const SETTLED = ['allClear', 'mereJoke'].map(conceptOf);
/** Nobody has seen to it, or it is back. */
const UNSETTLED = ['needRepair', 'comesAgain', 'unrepaired'].map(conceptOf);

/** "Have you had that before?" "Which day suits you?" "Nobody has looked at it", "No, I wasn't cooking": the danger stays as it was. */
export const leavesOpen = (exchange: Exchange): boolean =>
  asks(exchange.question, 'beforeAsk') ||
  asks(exchange.question, 'arrangeAsk') ||
  namesAny(exchange.reply, UNSETTLED) ||
  isDeniedCause(exchange);

const isMendedBy = (exchange: Exchange): boolean =>
  isEnded(exchange.reply) && (names(exchange.reply, 'thatWas') || deniesNow(exchange) || isByExpert(exchange));

/** "The fire department read zero", "low battery, it says, and zero"; of an alarm that sounds, a zero alone says nothing. */
const isMeasuredZero = (reply: TurnReading): boolean =>
  names(reply, 'zeroRead') && ZERO_SAYERS.some((concept) => names(reply, concept));

const ZERO_SAYERS = ['rescuers', 'utilityPeople', 'lowBattery'];

const isEnded = (reply: TurnReading): boolean => namesAny(reply, ENDED);

const ENDED = ['repaired', 'mended', 'distantPast', 'longOver'].map(conceptOf);

/** "Is it still leaking?" "No, your man fixed it." "Was it looked at?" "The gas man tightened it." */
function deniesNow({ question, reply }: Exchange): boolean {
  return (
    (asks(question, 'nowAsk') && answerTo(question, reply) === 'no') ||
    (asks(question, 'safeAsk') && answerTo(question, reply) !== 'no')
  );
}

/** "Where is it?" "Your man swapped the outlet yesterday and tested it."; "since your man swapped it" has begun with that. */
const isByExpert = ({ question, reply }: Exchange): boolean =>
  names(reply, 'expert') && !asks(question, 'beforeAsk') && !['sinceWork', 'onceMore'].some((cue) => names(reply, cue));

/** "When was that?" "In March, your man relined it."; "last week" alone is too near to be over. */
const isPastAsked = ({ question, reply }: Exchange): boolean =>
  asks(question, 'whenAsk') && ['repaired', 'mended', 'distantPast'].some((cue) => names(reply, cue));

/** "Is anything the matter at your place?" "No, all good here.": the neighbour's danger is the neighbour's. */
const deniesHere = ({ question, reply }: Exchange): boolean =>
  asks(question, 'hereAsk') && !LOSSES_ASKED.some((loss) => asks(question, loss)) && answerTo(question, reply) === 'no';

/** "Do you have heat in your house?" "No." */
const LOSSES_ASKED = ['heatAsk', 'coolAsk', 'waterAsk', 'hotWaterAsk', 'powerAsk'];
