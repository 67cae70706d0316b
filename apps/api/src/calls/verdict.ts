import { issueIn } from '@domain/call/caller-words';
import { decideClass } from '@domain/call/decide-class';
import { laterStage } from '@domain/call/call-status';
import { safetyLineFor } from '@domain/persona/safety-lines';
import { speaksSpanish } from '@domain/persona/spoken-language';
import { assess } from '@domain/triage/assess';
import { reasoning } from '@domain/triage/explain';
import type { Assessment, CallerTone, CallClass, TriageContext, Turn } from '@domain/triage/triage.types';
import type { Call } from './call.entity.js';

/** What the agent says of the call, beside the words. */
export interface AgentOpinion {
  classification: Exclude<CallClass, 'ambiguous'>;
  reasoning: string | null;
  tone: CallerTone | null;
}

/** Everything known of a call when it is judged. */
export interface Heard {
  turns: Turn[];
  /** The agent's summary of the problem, judged like the caller's words: transcripts may be late or lost. */
  summary: string | null;
  agent: AgentOpinion | null;
  context: TriageContext;
}

export interface Opinions {
  classification: CallClass | null;
  /** Null while the caller has said nothing: the rules would call silence a robocall. */
  rules: Assessment | null;
  /** What category and safety line come from: the words, or the agent's reason where the words name no hazard. */
  detail: Assessment | null;
}

/** Weighs the words against the agent's opinion (decision 1). Pure. */
export function weigh(current: CallClass | null, heard: Heard): Opinions {
  const rules = ofWords([...heard.turns, ...asCaller(heard.summary)], heard.context);
  const agent = heard.agent?.classification ?? null;
  const classification = decideClass({ current, rules: rules?.classification ?? null, agent });
  return { classification, rules, detail: classification === 'emergency' ? hazardIn(heard, rules) : rules };
}

/** The agent's reason names the hazard where the words do not, e.g. while transcripts are late. */
function hazardIn(heard: Heard, rules: Assessment | null): Assessment | null {
  const reason = asCaller(heard.agent?.reasoning);
  if (reason.length === 0 || (rules && rules.safetyInstruction !== 'none')) return rules;
  return ofWords([...heard.turns, ...reason], heard.context) ?? rules;
}

const asCaller = (text: string | null | undefined): Turn[] => (text ? [{ role: 'caller', text }] : []);

/** Null while nothing has been said that could be judged: "Hello?" alone is no robocall. */
function ofWords(turns: Turn[], context: TriageContext): Assessment | null {
  if (!turns.some((turn) => turn.role === 'caller')) return null;
  const judged = assess(turns, context);
  return judged.classification === 'spam' && judged.evidence.length === 0 ? null : judged;
}

export type JudgedColumns = Pick<Call, 'classification' | 'priority' | 'serviceType' | 'category' | 'stage'>;

/** What the call's row says after the judgement; what is not known now stays as it was. */
export function judgedColumns(call: Call, { classification, rules, detail }: Opinions): JudgedColumns {
  const rulesPriority = rules?.priority ?? call.priority;
  return {
    classification,
    priority: classification === 'emergency' ? 'emergency' : rulesPriority,
    ...(detail ? natureOf(call, detail) : { serviceType: call.serviceType, category: call.category }),
    stage: stageAfter(call, classification),
  };
}

const natureOf = (call: Call, detail: Assessment): Pick<Call, 'serviceType' | 'category'> => ({
  serviceType: detail.serviceType === 'unknown' ? call.serviceType : detail.serviceType,
  category: detail.category,
});

function stageAfter(call: Call, classification: CallClass | null): Call['stage'] {
  if (!classification) return call.stage;
  return laterStage(call.stage, classification === 'emergency' ? 'routing' : 'qualifying');
}

export const isNews = (call: Call, next: JudgedColumns): boolean =>
  (Object.keys(next) as (keyof JudgedColumns)[]).some((column) => call[column] !== next[column]);

export interface Verdict {
  /** The call with the verdict in it. */
  call: Call;
  becameEmergency: boolean;
  /** The instruction for this danger, in the caller's language; null when there is none. */
  safetyLine: string | null;
  /** What the caller needs, in their own words. */
  issue: string | null;
  reasoning: string | null;
  tone: CallerTone | null;
}

export function verdictOf(call: Call, heard: Heard, opinions: Opinions): Verdict {
  const { classification, rules, detail } = opinions;
  return {
    ...asItStands(call, heard),
    issue: issueIn(heard.turns, detail?.evidence),
    call: { ...call, ...judgedColumns(call, opinions) },
    becameEmergency: classification === 'emergency' && call.classification !== 'emergency',
    safetyLine: classification === 'emergency' && detail ? lineOf(detail, heard.turns) : null,
    reasoning: heard.agent?.reasoning ?? (rules ? reasoning(rules) : null),
  };
}

/** No verdict: the call stays what it is. */
export const asItStands = (call: Call, heard: Heard): Verdict => ({
  call,
  becameEmergency: false,
  safetyLine: null,
  issue: issueIn(heard.turns),
  reasoning: null,
  tone: heard.agent?.tone ?? null,
});

function lineOf(detail: Assessment, turns: Turn[]): string | null {
  const line = safetyLineFor(detail.safetyInstruction, detail.category);
  const callerWords = turns.filter((turn) => turn.role === 'caller').map((turn) => turn.text);
  if (!line) return null;
  return speaksSpanish(callerWords.join(' ')) ? line.spanish : line.english;
}

/** Where the rules and the agent disagree: the morning after, somebody wants to know who heard the gas. */
export function disagreement(heard: Heard, { rules }: Opinions): { rules: CallClass; voiceAgent: CallClass } | null {
  if (!rules || !heard.agent || rules.classification === heard.agent.classification) return null;
  return { rules: rules.classification, voiceAgent: heard.agent.classification };
}
