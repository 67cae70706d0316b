import type { CallClass } from '@domain/triage/triage.types';

/** What the caller's line does when the agent's stream has closed while the caller is still there (reference B1). */
export type AfterAgent = 'hang-up' | 'intake';

export interface AfterAgentFacts {
  classification: CallClass | null;
  /** The provider's reason, often not yet known at this moment. */
  endedReason: string | null;
  /** The agent's last words, or null when it never spoke. */
  lastAgentWords: string | null;
  detailsSaved: boolean;
}

const NORMAL_END = /^(assistant-ended|assistant-said-end|customer-ended|exceeded-max-duration|manually-canceled)/;
const FAREWELL =
  /\b(have a (good|great|nice)|take (good )?care|hang tight|goodbye|not interested at this time|let .{1,40} call you back)\b/i;

/** A goodbye ends the call, and so does a crash after everything was said; after any other the intake goes on (decision 9). */
export function afterAgent(facts: AfterAgentFacts): AfterAgent {
  const saidGoodbye = facts.lastAgentWords !== null && FAREWELL.test(facts.lastAgentWords);
  if (saidGoodbye || NORMAL_END.test(facts.endedReason ?? '')) return 'hang-up';
  if (facts.classification === 'emergency') return 'intake';
  return facts.detailsSaved || facts.classification === 'spam' ? 'hang-up' : 'intake';
}
