import type { CallClass } from '@domain/triage/triage.types';

/** What the intake can ask for, in the order in which it does. `service`: whether a seeming sales call needs service after all. */
export type IntakeAsk = 'problem' | 'service' | 'urgency' | 'name' | 'address' | 'confirm_number' | 'number' | 'more';

/** A question that was put. `understood` is null while it waits for its answer. */
export interface PutQuestion {
  ask: IntakeAsk;
  understood: boolean | null;
}

/** What is known of the call when the next question is chosen. */
export interface IntakeKnowledge {
  classification: CallClass | null;
  /** The caller has said what it is about. */
  hasProblem: boolean;
  name: string | null;
  address: string | null;
  /** The number they call from; null when it is withheld. */
  callerPhone: string | null;
  /** Another number that they gave. */
  callbackPhone: string | null;
  /** They have agreed to be rung back where they call from. */
  numberConfirmed: boolean;
  /** They have said that the number they call from is not the one. */
  otherNumberWanted: boolean;
}

/**
 * `message`: nothing was understood, or nobody could be rung back: they leave a message. `hold`: an emergency that is being
 * paged, everything asked. `close`: the office rings back. `refuse`: a sales call.
 */
export type IntakeStep =
  { kind: 'ask'; ask: IntakeAsk; isAgain: boolean } | { kind: 'message' | 'hold' | 'close' | 'refuse' };

/** Every question is paid for and costs a caller's patience (decision 9): six, and two asked again. */
const MOST_QUESTIONS = 8;
const MOST_TRIES = 2;
/** Whoever says nothing to the one question will say nothing to the other. */
const MOST_MISSES_IN_EMERGENCY = 3;

/** The next thing the intake does (decision 9; the order is PRD section 4's). Pure: the same rows give the same step. */
export function nextIntakeStep(known: IntakeKnowledge, put: readonly PutQuestion[]): IntakeStep {
  const last = put.at(-1);
  if (last?.understood === false) return afterMiss(known, put, last.ask);
  return onwards(known, put);
}

function afterMiss(known: IntakeKnowledge, put: readonly PutQuestion[], ask: IntakeAsk): IntakeStep {
  const maySayAgain = timesPut(put, ask) < MOST_TRIES && put.length < MOST_QUESTIONS;
  if (maySayAgain) return { kind: 'ask', ask, isAgain: true };
  if (known.classification !== 'emergency') return { kind: 'message' };
  return missesInARow(put) >= MOST_MISSES_IN_EMERGENCY ? ending(known) : onwards(known, put);
}

function onwards(known: IntakeKnowledge, put: readonly PutQuestion[]): IntakeStep {
  if (known.classification === 'spam') return aboutSales(put);
  const ask = put.length < MOST_QUESTIONS ? missing(known).find((each) => timesPut(put, each) === 0) : undefined;
  return ask ? { kind: 'ask', ask, isAgain: false } : ending(known);
}

/** One more question before anybody is sent away: a wrong guess would lose a customer (reference C1 18). */
const aboutSales = (put: readonly PutQuestion[]): IntakeStep =>
  timesPut(put, 'service') === 0 ? { kind: 'ask', ask: 'service', isAgain: false } : { kind: 'refuse' };

function missing(known: IntakeKnowledge): IntakeAsk[] {
  const asks: [IntakeAsk, boolean][] = [
    ['problem', !known.hasProblem],
    ['urgency', known.classification === 'ambiguous'],
    ['name', known.name === null],
    ['address', known.address === null],
    ['confirm_number', canConfirm(known) && !known.numberConfirmed],
    ['number', known.callbackPhone === null && !canConfirm(known)],
    ['more', known.classification === 'emergency'],
  ];
  return asks.filter(([, isMissing]) => isMissing).map(([ask]) => ask);
}

/** The number they call from stands for the one to ring, as long as nobody has said otherwise. */
const canConfirm = (known: IntakeKnowledge): boolean =>
  known.callerPhone !== null && known.callbackPhone === null && !known.otherNumberWanted;

function ending(known: IntakeKnowledge): IntakeStep {
  if (known.callerPhone === null && known.callbackPhone === null) return { kind: 'message' };
  return { kind: known.classification === 'emergency' ? 'hold' : 'close' };
}

const timesPut = (put: readonly PutQuestion[], ask: IntakeAsk): number => put.filter((each) => each.ask === ask).length;

function missesInARow(put: readonly PutQuestion[]): number {
  const lastUnderstood = put.findLastIndex((each) => each.understood !== false);
  return put.length - 1 - lastUnderstood;
}
