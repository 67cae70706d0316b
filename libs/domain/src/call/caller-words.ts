import type { Evidence, Turn } from '@domain/triage/triage.types';

const LONGEST_ISSUE = 300;
/** "Hello?" and "Yes, please" say nothing of the problem. */
const LEAST_WORDS = 3;
const FORMALITY = /\b(?:name|address|number|spell|nombre|direcci[oó]n|n[uú]mero)\b[^.!?]*\?/i;
const HESITATION = /^(?:(?:yeah|yes|hi|hello|hey|ok(?:ay)?|well|so|u[hm]+|er+m?)\b[,.!…\s]*)+(?=\S)/i;

/**
 * What the caller needs, in their own words: the first thing they said that is more than a hello, and the sentence that
 * named the danger, which may come much later. Answers to "your name?" and "the address?" are no problem.
 */
export function issueIn(turns: readonly Turn[], evidence: readonly Evidence[] = []): string | null {
  const need = turns.find(
    (turn, index) => turn.role === 'caller' && saysMore(turn) && !FORMALITY.test(before(turns, index)),
  );
  const dangers = evidence.filter(({ favours }) => favours === 'emergency').map(({ turn }) => turns[turn]);
  const said = [need, ...dangers].flatMap((turn) => (turn?.role === 'caller' ? [withoutHesitation(turn.text)] : []));
  return [...new Set(said)].join(' ').slice(0, LONGEST_ISSUE) || null;
}

const saysMore = ({ text }: Turn): boolean => text.split(/\s+/).length >= LEAST_WORDS;

/** What the agent said just before. */
const before = (turns: readonly Turn[], index: number): string => {
  const previous = turns[index - 1];
  return previous?.role === 'agent' ? previous.text : '';
};

function withoutHesitation(text: string): string {
  const bare = text.trim().replace(HESITATION, '');
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}

const RECOGNISED_BY = 30;

/** Whether the caller hung up before the instruction was read to them: theirs are the last words, and it is in none of the agent's. */
export function leftBeforeHearing(instruction: string, turns: readonly Turn[]): boolean {
  if (turns.at(-1)?.role !== 'caller') return false;
  const beginning = instruction.slice(0, RECOGNISED_BY);
  return !turns.some(({ role, text }) => role === 'agent' && text.includes(beginning));
}
