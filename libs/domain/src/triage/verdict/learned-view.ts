import { names } from '../language/reading.js';
import type { TurnReading } from '../language/reading.js';
import type { Asked, Reply } from '../model/asked.js';
import { askedLeaning, joined, likelihoods } from '../model/likelihood.js';
import type { Shares } from '../model/likelihood.js';
import type { Call } from './call.js';
import { callerReadings } from './sounds.js';

/** What the learned reading makes of a call: of everything together, and of each of the caller's turns by itself. */
export interface LearnedView {
  whole: Shares;
  turns: Shares[];
}

/** Of what the caller told, and of what was asked before it. */
export function learnedView(call: Call): LearnedView {
  const spoken = callerReadings(call);
  const leanings = spoken.map(({ reading }) => reading.leaning);
  const asked = spoken.flatMap(({ turn }) => askedBefore(call, turn) ?? []).map(askedLeaning);
  return { whole: likelihoods(joined([...leanings, ...asked])), turns: spoken.map(({ reading }) => reading.shares) };
}

/**
 * The agent's question before a caller's turn, where the turn is too short to say what it is about. The opening asks after
 * no matter yet ("How can I help?" "Just a quote."), and a name or a day is none.
 */
export function askedBefore({ turns, readings }: Pick<Call, 'turns' | 'readings'>, at: number): Asked | undefined {
  const [question, answer] = [readings[at - 1], readings[at]];
  if (turns[at - 1]?.role !== 'agent' || !question || !answer || !isOfTheMatter(question)) return undefined;
  const reply = turns.slice(0, at).some(({ role }) => role === 'caller') ? replyIn(answer) : undefined;
  return reply && { concepts: question.named, reply };
}

const isOfTheMatter = (question: TurnReading): boolean =>
  question.questions.length > 0 && !names(question, 'whoAsk') && !names(question, 'arrangeAsk');

const FEWEST_WORDS_OF_A_STATEMENT = 5;

function replyIn({ findings, wordCount }: TurnReading): Reply | undefined {
  for (const { signal } of findings) if (signal === 'yes' || signal === 'no') return signal;
  return wordCount < FEWEST_WORDS_OF_A_STATEMENT ? 'short' : undefined;
}
