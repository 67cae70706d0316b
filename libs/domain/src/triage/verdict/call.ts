import { readTurn, names } from '../language/reading.js';
import type { Finding, TurnReading } from '../language/reading.js';
import type { Standing } from '../language/guards.js';
import type { Temperature } from '../language/temperatures.js';
import type { Turn } from '../triage.types.js';
import { answerTo } from './clarifying.js';
import type { Answer } from './clarifying.js';

/** A finding and the turn it was heard in. */
export interface Heard extends Finding {
  turn: number;
}

/** All that the caller said, ready to be judged. */
export interface Call {
  turns: Turn[];
  heard: Map<string, Heard[]>;
  temperatures: Temperature[];
  /** The caller's last answer to the clarifying question. */
  answer: Answer | undefined;
  wordCount: number;
  readings: TurnReading[];
}

// A transcript grows turn by turn and every event assesses it again: a turn already read is not read twice.
const readings = new WeakMap<Turn, TurnReading>();

function readingOf(turn: Turn): TurnReading {
  const known = readings.get(turn);
  if (known?.text === turn.text) return known;
  const reading = readTurn(turn.text);
  readings.set(turn, reading);
  return reading;
}

export function hearCall(turns: Turn[]): Call {
  const call: Call = {
    turns,
    heard: new Map(),
    temperatures: [],
    answer: undefined,
    wordCount: 0,
    readings: turns.map(readingOf),
  };
  turns.forEach((turn, index) => {
    if (turn.role === 'caller') hearTurn(call, index);
  });
  return call;
}

function hearTurn(call: Call, index: number): void {
  const reading = call.readings[index];
  if (!reading) return;
  for (const finding of reading.findings) note(call, { ...finding, turn: index });
  call.temperatures.push(...reading.temperatures);
  call.wordCount += reading.wordCount;
  const question = call.turns[index - 1]?.role === 'agent' ? call.readings[index - 1] : undefined;
  if (!question) return;
  call.answer = answerTo(question, reading) ?? call.answer;
  if (saysYes(reading)) affirm(call, question, index);
}

const saysYes = (reading: TurnReading): boolean =>
  reading.findings.some((finding) => finding.signal === 'yes' && finding.start < 4);

/** "Do you smell gas?" "Yes." — the agent's words become the caller's. */
function affirm(call: Call, question: TurnReading, index: number): void {
  const asked = question.lastQuestion;
  if (asked === undefined) return;
  for (const finding of question.findings) {
    if (finding.start >= asked)
      note(call, { ...finding, standing: 'live', turn: index, start: 0, end: call.turns[index]?.text.length ?? 0 });
  }
}

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

export const callerNames = (call: Call, concept: string): boolean =>
  call.turns.some((turn, index) => turn.role === 'caller' && names(call.readings[index] as TurnReading, concept));
