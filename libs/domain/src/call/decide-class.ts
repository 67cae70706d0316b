import type { CallClass } from '@domain/triage/triage.types';

export interface ClassOpinions {
  /** What the call holds now; null at its start. */
  current: CallClass | null;
  /** What the rules make of the words so far; null while the caller has said nothing. */
  rules: CallClass | null;
  /** What the voice agent said last, if it has. */
  agent: CallClass | null;
}

/**
 * Decision 1: an emergency is one as soon as either side says so, and stays one; below that the agent, who hears the tone,
 * is believed over the rules. Only a person can lower an emergency.
 */
export function decideClass({ current, rules, agent }: ClassOpinions): CallClass | null {
  if (current === 'emergency' || rules === 'emergency' || agent === 'emergency') return 'emergency';
  return agent ?? rules ?? current;
}
