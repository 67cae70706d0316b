import type { Assessment, Evidence } from './triage.types.js';

/** Whether the agent must ask "does this need attention tonight, or can it wait until morning?" (PRD §4, stage 2). */
export const needsClarifying = (assessment: Assessment): boolean => assessment.classification === 'ambiguous';

/** One line for the card and the text message: `EMERGENCY: "smell gas" (turn 1) + children`. Turns count from one. */
export function reasoning(assessment: Assessment): string {
  const said = assessment.evidence.slice(0, 3).map(spoken);
  const verdict = assessment.classification.toUpperCase();
  return said.length > 0 ? `${verdict}: ${said.join(' + ')}` : `${verdict}: nothing in the call says more`;
}

const spoken = (evidence: Evidence): string =>
  evidence.turn < 0 ? evidence.rule : `"${evidence.words}" (turn ${evidence.turn + 1})`;
