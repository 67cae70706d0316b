import type { Assessment, CallClass, Evidence, Priority, TriageContext, Turn } from './triage.types.js';
import { hearCall } from './verdict/call.js';
import type { Call, Heard } from './verdict/call.js';
import { weighCircumstances } from './verdict/circumstances.js';
import { judgeWords } from './verdict/content.js';
import { instructionFor } from './verdict/instruction.js';
import type { Judgement } from './verdict/judgement.js';
import { weighLearning } from './verdict/learning.js';
import { ownerOf } from './verdict/owner.js';
import { isSilent } from './verdict/spam.js';
import { categoryOf } from './verdict/category.js';

/**
 * Judges a call so far by the rules of PRD §3. Pure: the same turns and context always give the same answer, and giving
 * the turns one by one gives the answer of the whole. Never throws; an empty call is abandoned spam.
 */
export function assess(turns: Turn[], context: TriageContext = {}): Assessment {
  const call = hearCall(turns);
  if (isSilent(call)) return spam(call, []);
  const learned = weighLearning(judgeWords(call, context), call, context);
  if (learned.classification === 'spam') return spam(call, learned.because);
  const { judgement, evidence } = weighCircumstances(learned, call, context);
  return assessment(call, judgement, { context, evidence });
}

interface Circumstances {
  context: TriageContext;
  evidence: Evidence[];
}

function assessment(call: Call, judgement: Judgement, { context, evidence }: Circumstances): Assessment {
  const { classification, firmness, topic } = judgement;
  const reasons = judgement.because.map((heard) => evidenceOf(heard, call, classification));
  return {
    classification,
    priority: priorityOf(classification, context),
    category: categoryOf(topic, call),
    serviceType: ownerOf(call, judgement),
    safetyInstruction: classification === 'emergency' ? instructionFor(judgement, call, context) : 'none',
    confidence: CONFIDENCE[firmness],
    lifeSafety: classification === 'emergency' && firmness === 'hazard',
    evidence: [...reasons, ...evidence],
  };
}

// Shares of right answers among development calls, rounded down.
const CONFIDENCE = { hazard: 0.97, keyword: 0.85, clear: 0.9, unclear: 0.6 };

/** "Frustrated but controlled" is worth the same day (PRD §3, tone table). */
function priorityOf(classification: CallClass, context: TriageContext): Priority {
  if (classification === 'emergency') return 'emergency';
  return context.tone === 'frustrated' && classification !== 'spam' ? 'same_day' : 'routine';
}

const spam = (call: Call, because: Heard[]): Assessment => ({
  classification: 'spam',
  priority: 'routine',
  category: 'spam',
  serviceType: 'unknown',
  safetyInstruction: 'none',
  confidence: CONFIDENCE.clear,
  lifeSafety: false,
  evidence: because.map((heard) => evidenceOf(heard, call, 'spam')),
});

const evidenceOf = (heard: Heard, call: Call, favours: CallClass): Evidence => ({
  turn: heard.turn,
  words: call.turns[heard.turn]?.text.slice(heard.start, heard.end) ?? '',
  rule: heard.rule,
  favours,
  start: heard.start,
  end: heard.end,
});
