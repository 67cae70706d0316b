import { names } from '../language/reading.js';
import type { TurnReading } from '../language/reading.js';
import type { Asked, Reply } from '../model/asked.js';
import { askedLeaning, joined, likelihoods } from '../model/likelihood.js';
import { oddsOf } from '../model/odds.js';
import type { Odds } from '../model/odds.js';
import type { Call } from './call.js';

/** What the learned reading makes of a call: of everything together, and of each of the caller's turns by itself. */
export interface LearnedView {
  whole: Odds;
  turns: Pick<TurnReading, 'alarm' | 'odds'>[];
}

/** Of what the caller told, and of what was asked before it. */
export function learnedView(call: Call): LearnedView {
  const turns = call.telling.map(({ reading }) => reading);
  const leanings = turns.map(({ leaning }) => leaning);
  for (const { turn } of call.telling) {
    const asked = askedBefore(call, turn);
    if (asked) leanings.push(askedLeaning(asked));
  }
  return { whole: oddsOf(likelihoods(joined(leanings))), turns };
}

/**
 * The agent's question before a caller's turn, where the turn is too short to say what it is about. The opening asks after
 * no matter yet ("How can I help?" "Just a quote."), and a name or a day is none.
 */
export function askedBefore({ turns, readings }: Pick<Call, 'turns' | 'readings'>, at: number): Asked | undefined {
  const [question, answer] = [readings[at - 1], readings[at]];
  if (turns[at - 1]?.role !== 'agent' || !question || !answer || !isOfTheMatter(question)) return undefined;
  const isOpening = !turns.some(({ role }, turn) => role === 'caller' && turn < at);
  const reply = isOpening ? undefined : replyIn(answer);
  return reply && { concepts: question.named.numbers, reply };
}

const isOfTheMatter = (question: TurnReading): boolean =>
  question.questions.length > 0 && !names(question, 'whoAsk') && !names(question, 'arrangeAsk');

const FEWEST_WORDS_OF_A_STATEMENT = 5;

function replyIn({ findings, wordCount }: TurnReading): Reply | undefined {
  for (const { signal } of findings) if (signal === 'yes' || signal === 'no') return signal;
  return wordCount < FEWEST_WORDS_OF_A_STATEMENT ? 'short' : undefined;
}
