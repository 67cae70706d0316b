import { assess } from '../assess.js';
import type { CallerTone, Trade, TriageContext, Turn } from '../triage.types.js';

/** One input line of `npm run -s triage`; unknown fields are ignored. */
interface InputLine {
  id?: unknown;
  turns?: unknown;
  localTime?: unknown;
  trade?: unknown;
  tone?: unknown;
  priorCallsMinutesAgo?: unknown;
  outdoorTempF?: unknown;
}

const TONES: readonly string[] = ['calm', 'concerned', 'frustrated', 'worried', 'panicked', 'neutral'];
const TRADES: readonly string[] = ['plumbing', 'hvac', 'electrical'];
const LOCAL_TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** The assessment of one line of JSON as a line of JSON; a malformed line gives `{"id", "error"}` instead. */
export function triageLine(line: string): string {
  let input: InputLine;
  try {
    input = JSON.parse(line) as InputLine;
  } catch {
    return JSON.stringify({ id: null, error: 'not a line of JSON' });
  }
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    return JSON.stringify({ id: null, error: 'not a JSON object' });
  const error = errorIn(input);
  return JSON.stringify(error === undefined ? answer(input) : { id: idOf(input), error });
}

const idOf = (input: InputLine): string | number | null =>
  typeof input.id === 'string' || typeof input.id === 'number' ? input.id : null;

function answer(input: InputLine): object {
  const { classification, priority, category, serviceType, safetyInstruction, confidence, evidence } = assess(
    input.turns as Turn[],
    contextOf(input),
  );
  return { id: idOf(input), classification, priority, category, serviceType, safetyInstruction, confidence, evidence };
}

// The model's class is accepted and not used: this answers what the rules say by themselves.
const contextOf = (input: InputLine): TriageContext => ({
  localTime: (input.localTime ?? undefined) as string | undefined,
  trade: (input.trade ?? undefined) as Trade | undefined,
  tone: (input.tone ?? undefined) as CallerTone | undefined,
  outdoorTempF: (input.outdoorTempF ?? undefined) as number | undefined,
  priorCalls: ((input.priorCallsMinutesAgo ?? []) as number[]).map((minutesAgo) => ({ minutesAgo })),
});

const CHECKS: [keyof InputLine, (value: unknown) => boolean, string][] = [
  ['localTime', (value) => typeof value === 'string' && LOCAL_TIME.test(value), 'localTime must be "HH:MM"'],
  ['trade', (value) => TRADES.includes(value as string), 'trade must be plumbing, hvac or electrical'],
  ['tone', (value) => TONES.includes(value as string), `tone must be one of ${TONES.join(', ')}`],
  ['outdoorTempF', (value) => typeof value === 'number', 'outdoorTempF must be a number'],
  ['priorCallsMinutesAgo', isNumbers, 'priorCallsMinutesAgo must be a list of numbers'],
];

function isNumbers(value: unknown): boolean {
  return Array.isArray(value) && value.every((each) => typeof each === 'number');
}

function errorIn(input: InputLine): string | undefined {
  if (!Array.isArray(input.turns)) return 'turns must be a list';
  if (!input.turns.every(isTurn)) return 'every turn needs a role (caller or agent) and a text';
  return CHECKS.find(
    ([field, holds]) => input[field] !== undefined && input[field] !== null && !holds(input[field]),
  )?.[2];
}

function isTurn(turn: unknown): turn is Turn {
  const { role, text } = (turn ?? {}) as Partial<Turn>;
  return (role === 'caller' || role === 'agent') && typeof text === 'string';
}
