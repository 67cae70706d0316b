import type { HeardAnswer } from './heard-speech.js';
import type { IntakeAsk, IntakeKnowledge } from './intake-step.js';
import { declines } from './spoken-answer.js';

/** An answer, with what is known after it. */
export interface AnswerMoment {
  ask: IntakeAsk;
  heard: HeardAnswer;
  known: IntakeKnowledge;
  /** Asked before: what the machine is unsure of is taken now, because asking a third time helps nobody. */
  isSecondTry: boolean;
}

const GIVES: Partial<Record<IntakeAsk, (known: IntakeKnowledge) => boolean>> = {
  problem: ({ hasProblem, classification }) => hasProblem || classification === 'spam',
  service: ({ hasProblem, classification }) => hasProblem || classification === 'spam',
  name: ({ name }) => name !== null,
  address: ({ address }) => address !== null,
  number: ({ callbackPhone }) => callbackPhone !== null,
};

/**
 * Whether the question need not be put again. Danger that was heard unclearly is acted on all the same, and then asked about.
 * A key answers no question but the one for a number.
 */
export function isUnderstood({ ask, heard, known, isSecondTry }: AnswerMoment): boolean {
  if (heard.words === '') return silenceAnswers(ask, known);
  if (WHOSE_OWN.has(ask) && declines(heard.words)) return true;
  const isSure = heard.isClear || isSecondTry;
  return isSure && (GIVES[ask]?.(known) ?? true);
}

/** To "anything else?" it says no; a number may have been keyed in. */
const silenceAnswers = (ask: IntakeAsk, { callbackPhone }: IntakeKnowledge): boolean =>
  ask === 'more' || (ask === 'number' && callbackPhone !== null);

/** What a caller may keep to themselves. */
const WHOSE_OWN: ReadonlySet<IntakeAsk> = new Set(['name', 'address', 'number']);
