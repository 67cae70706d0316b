import type { Disagreement, Opinion } from './corrections.queries.js';

/** A corrected call in the format of libs/domain/src/triage/corpus, without the contractor's name. */
export const corpusLine = (call: Disagreement, human: Opinion) => ({
  id: `call-${call.callId}`,
  turns: call.turns,
  ...(call.voiceAgent ? { llmClassification: call.voiceAgent.classification } : {}),
  label: { classification: human.classification },
  tags: ['corrected', `rules:${call.rules?.classification ?? 'silent'}`],
});
