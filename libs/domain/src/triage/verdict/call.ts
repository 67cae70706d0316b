import { conceptOf } from '../rules/grammar.js';
import { kept } from '../language/kept-readings.js';
import { names } from '../language/reading.js';
import type { HeardFinding, TurnReading } from '../language/reading.js';
import type { Standing } from '../language/guards.js';
import type { Temperature } from '../language/temperatures.js';
import type { Turn } from '../triage.types.js';
import { repliedTo } from './answers.js';
import type { Replied } from './answers.js';
import { answerTo } from './clarifying.js';
import type { Answer } from './clarifying.js';
import { backBefore, EXPLAINED, leavesOpen, overBefore, PASSING, RETURNING } from './over.js';
import type { Ending } from './over.js';
import { givesParticulars, heardInReply, tellsKind } from './reply.js';
import { heardAt, tellingTurns } from './telling.js';
import type { Spoken } from './telling.js';

/** A finding as a call knows it. Lines keep theirs, so none is ever changed. */
export interface Heard extends Readonly<HeardFinding> {
  /** The words are the agent's, the caller only said yes or no to them. */
  answered?: true;
}

/** A temperature and the turn it was named in. */
export interface HeardTemperature extends Temperature {
  turn: number;
}

/** All that the caller said, ready to be judged. */
export interface Call {
  turns: Turn[];
  heard: Map<string, Heard[]>;
  temperatures: HeardTemperature[];
  /** The caller's last answer to the clarifying question. */
  answer: Answer | undefined;
  wordCount: number;
  readings: TurnReading[];
  /** Turns that only name the kind of an appliance, or who and where somebody is. */
  kinds: Set<number>;
  /** Turns that answer what the agent asked about the matter, not who, where or when. */
  explaining: Set<number>;
  /** Turns that tell of a danger which is over by now. */
  over: Set<number>;
  /** The caller's turns that tell of what is going on. */
  telling: Spoken[];
}

const WRONG_NUMBER = { signal: 'wrongNumber', rule: 'wrongNumber: the agent says so' };

/** After the weights were replaced, what was read by the old ones is worth nothing. */
export const forgetReadings = (): void => kept.forget();

export function hearCall(turns: Turn[]): Call {
  const call: Call = {
    turns,
    heard: new Map(),
    temperatures: [],
    answer: undefined,
    wordCount: 0,
    readings: turns.map(({ text }) => kept.of(text)),
    kinds: new Set(),
    explaining: new Set(),
    over: new Set(),
    telling: [],
  };
  turns.forEach((turn, index) => {
    if (turn.role === 'caller') hearTurn(call, index);
    else if (names(call.readings[index] as TurnReading, 'wrongNumber'))
      note(call, wholeTurn(call, { ...WRONG_NUMBER, turn: index }));
  });
  for (const ending of EXPLAINED) endBefore(call, ending);
  joinTurns(call);
  setAside(call);
  call.telling = tellingTurns(call);
  return call;
}

/** What was told before it was said to be over, or back, is no danger of now. */
function setAside(call: Call): void {
  endBefore(call, { signals: PASSING, endOf: overBefore });
  endBefore(call, { signals: RETURNING, endOf: backBefore });
}

function endBefore(call: Call, { signals, endOf, isMeant }: Ending): void {
  const told = liveOf(call, signals).filter(({ rule }) => isMeant?.(rule) ?? true);
  const end = told.length > 0 ? endOf(call.turns, call.readings) : 0;
  for (const heard of told) if (heard.turn < end) setOver(call, heard);
}

const isLive = ({ standing }: Heard): boolean => standing === 'live';

function liveOf({ heard }: Call, signals: ReadonlySet<string>): Heard[] {
  const live: Heard[] = [];
  for (const signal of signals) live.push(...(heard.get(signal)?.filter(isLive) ?? NONE));
  return live;
}

const NONE: Heard[] = [];

function setOver(call: Call, heard: Heard): void {
  const all = call.heard.get(heard.signal) ?? [];
  all[all.indexOf(heard)] = { ...heard, standing: 'repaired' };
  call.over.add(heard.turn);
}

/** What no turn says alone: "It's the furnace." … "It won't turn on." In whatever order. */
const ACROSS_TURNS: [signal: string, ...parts: string[]][] = [
  ['noHeat', 'itOut', 'heatNamed'],
  ['noCooling', 'itOut', 'coolNamed'],
  ['heatIdle', 'idleSaid', 'heatNamed'],
  ['coolIdle', 'idleSaid', 'coolNamed'],
  ['waterMoving', 'itMoves', 'waterNamed'],
  ['electrical', 'crackleSign', 'placeNamed'],
  ['co', 'coNamed', 'soundSign'],
  ['co', 'coNamed', 'sickSign'],
  ['co', 'sickSign', 'sinceHeat'],
  ['co', 'sickSign', 'engineInside'],
  ['gas', 'gasSaid', 'smellSign'],
  ['noHotWater', 'itOut', 'hotWaterNamed'],
  ['noWater', 'itOut', 'wellNamed'],
  ['waterMinor', 'dripNamed', 'vesselNamed'],
];

function joinTurns(call: Call): void {
  for (const [signal, ...parts] of ACROSS_TURNS) {
    const heard = parts.flatMap((part) => first(call, part) ?? []);
    if (heard.length < parts.length || isTold(call, signal)) continue;
    if (TOLD_APART.has(signal) && isOneTurn(heard)) continue;
    heard.forEach((part) => note(call, { ...part, signal, rule: `${signal}: ${parts.join(' … ')}` }));
  }
}

const TOLD_APART = new Set(['electrical', 'heatIdle', 'coolIdle']);

/** "Pop a battery in while he is at the porch light": in one breath, the rules know better what belongs together. */
const isOneTurn = (heard: Heard[]): boolean =>
  new Set(heard.map(({ turn }) => turn)).size === 1 && !heard.some(({ answered }) => answered);

/** Told in the caller's own words, or agreed to; a "no" to the agent's question settles less. */
const isTold = (call: Call, signal: string): boolean =>
  (call.heard.get(signal) ?? []).some(({ answered, standing }) => !answered || standing === 'live');

function hearTurn(call: Call, index: number): void {
  const reading = call.readings[index];
  if (!reading) return;
  for (const heard of heardAt(reading, index)) note(call, heard);
  for (const each of reading.temperatures) call.temperatures.push({ ...each, turn: index });
  call.wordCount += reading.wordCount;
  const question = call.turns[index - 1]?.role === 'agent' ? call.readings[index - 1] : undefined;
  if (question) hearReply(call, question, index);
}

function hearReply(call: Call, question: TurnReading, index: number): void {
  const reply = call.readings[index] as TurnReading;
  const asked = { reading: question, text: question.text };
  const answer = answerTo(asked, reply);
  call.answer = answer ?? call.answer;
  if (tellsKind(asked, reply) || givesParticulars(asked, reply)) call.kinds.add(index);
  else if (answer === undefined && question.questions.length > 0 && !leavesOpen({ question, reply }))
    call.explaining.add(index);
  for (const replied of heardInReply(asked, reply))
    note(call, wholeTurn(call, { ...placed(replied, call, index), turn: index }));
  hearTemperature(call, question, index);
}

/** "An outlet in the guest room." … "Any smell?" "When you lean in.": the smell is of the only thing that was named. */
const placed = (replied: Replied, call: Call, turn: number): Replied =>
  replied.unnamed && isNamedBefore(call, turn, OF_CURRENT) && !isNamedBefore(call, turn, OF_FUEL)
    ? { signal: 'electrical', rule: 'electrical: a smell of the outlet, the panel or the lights' }
    : replied;

const OF_CURRENT = ['panel', 'currentPlace', 'lights'].map(conceptOf);
const OF_FUEL = ['gas', 'gasAppliance', 'gasOutlet', 'heatSystem', 'gasHvac', 'gasKitchen', 'gasWaterHeater'].map(
  conceptOf,
);

const isNamedBefore = (call: Call, turn: number, concepts: number[]): boolean =>
  call.readings.slice(0, turn + 1).some(({ named }) => named.hasAny(concepts));

/** "What's the temperature in there?" "Ninety eight." */
function hearTemperature(call: Call, question: TurnReading, turn: number): void {
  const { firstNumber, temperatures, text } = call.readings[turn] as TurnReading;
  if (!names(question, 'tempAsk')) return;
  const place = names(question, 'outdoors') ? 'outdoors' : 'indoors';
  if (temperatures.length > 0) placeTemperatures(call, turn, place);
  else if (firstNumber !== undefined)
    call.temperatures.push({ degrees: firstNumber, place, start: 0, end: text.length, turn });
}

/** "How cold is it inside?" "Fifty-two degrees.": the question tells where. */
function placeTemperatures(call: Call, turn: number, place: Temperature['place']): void {
  for (const each of call.temperatures) if (each.turn === turn && each.place === 'unknown') each.place = place;
}

const wholeTurn = (call: Call, heard: Replied & { turn: number }): Heard => ({
  standing: 'live',
  ...heard,
  answered: true,
  start: 0,
  end: call.turns[heard.turn]?.text.length ?? 0,
});

function note(call: Call, heard: Heard): void {
  const known = call.heard.get(heard.signal);
  if (known) known.push(heard);
  else call.heard.set(heard.signal, [heard]);
}

/** The first finding of a signal with this standing. */
export const first = (call: Call, signal: string, standing: Standing = 'live'): Heard | undefined =>
  call.heard.get(signal)?.find((heard) => heard.standing === standing);

export const says = (call: Call, ...signals: string[]): boolean =>
  signals.some((signal) => first(call, signal) !== undefined);

/** By whoever speaks: what the agent asks after, the caller goes on about. */
export function isNamed(call: Call, concept: string): boolean {
  const number = conceptOf(concept);
  return call.readings.some(({ named }) => named.has(number));
}

export function callerNames({ turns, readings }: Call, concept: string): boolean {
  const number = conceptOf(concept);
  return readings.some(({ named }, index) => named.has(number) && turns[index]?.role === 'caller');
}

/** Where the agent first names a concept in a question that the caller did not answer with a no; greetings name the firm. */
export function firstAsked(call: Call, concept: string): number | undefined {
  const number = conceptOf(concept);
  for (const [index, turn] of call.turns.entries()) {
    const start = turn.role === 'agent' ? call.readings[index]?.named.firstStart(number) : undefined;
    if (start !== undefined && isAnswered(call, index)) return index * 10_000 + start;
  }
  return undefined;
}

function isAnswered(call: Call, index: number): boolean {
  const reading = call.readings[index] as TurnReading;
  const next = call.turns[index + 1]?.role === 'caller' ? call.readings[index + 1] : undefined;
  return next !== undefined && asksOrSays(reading) && repliedTo({ reading, text: reading.text }, next) !== 'no';
}

const asksOrSays = ({ questions, plain }: TurnReading): boolean =>
  (questions.length > 0 || plain.startsWith(' you ')) && !plain.includes(' help ');

/** Where the caller first names a concept: turns before words; undefined when never. */
export function firstPlace(call: Call, concept: string): number | undefined {
  const number = conceptOf(concept);
  for (const [index, turn] of call.turns.entries()) {
    const start = turn.role === 'caller' ? call.readings[index]?.named.firstStart(number) : undefined;
    if (start !== undefined) return index * 10_000 + start;
  }
  return undefined;
}
