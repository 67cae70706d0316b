import { reasoning } from '@domain/triage/explain';
import type { Assessment, CallerTone, CallClass, Evidence } from '@domain/triage/triage.types';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { newId } from '@platform/tenancy/new-id';

export type NewAssessment =
  | { decidedBy: 'rules'; assessment: Assessment; at: Date }
  | {
      decidedBy: 'voice_agent' | 'human';
      classification: CallClass;
      reasoning: string;
      tone?: CallerTone | null;
      userId?: string;
      at: Date;
    };

export async function insertAssessment(tx: AccountTx, callId: string, judged: NewAssessment): Promise<void> {
  await tx.query(
    `insert into assessments (account_id, id, call_id, decided_by, classification, priority, category, service_type,
       safety_instruction, confidence, reasoning, evidence, assessed_at, user_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [tx.accountId, newId(), callId, judged.decidedBy, ...columnsOf(judged)],
  );
}

const columnsOf = (judged: NewAssessment): unknown[] =>
  judged.decidedBy === 'rules' ? ruleColumns(judged.assessment, judged.at) : opinionColumns(judged);

const ruleColumns = (a: Assessment, at: Date): unknown[] => [
  ...[a.classification, a.priority, a.category, a.serviceType, a.safetyInstruction, a.confidence],
  ...[reasoning(a), JSON.stringify(a.evidence), at, null],
];

function opinionColumns(judged: Exclude<NewAssessment, { decidedBy: 'rules' }>): unknown[] {
  const { classification, tone } = judged;
  const priority = classification === 'emergency' ? 'emergency' : 'routine';
  const heard: Evidence[] = tone ? [{ turn: -1, words: '', rule: `tone:${tone}`, favours: classification }] : [];
  return [
    ...[classification, priority, null, null, null, null],
    ...[judged.reasoning, JSON.stringify(heard), judged.at, judged.userId ?? null],
  ];
}

export interface StoredOpinion {
  classification: Exclude<CallClass, 'ambiguous'>;
  reasoning: string | null;
  tone: CallerTone | null;
}

/** What the voice agent said last about the call, or null while it has not. */
export async function lastAgentOpinion(tx: AccountTx, callId: string): Promise<StoredOpinion | null> {
  const [row] = await tx.query<StoredOpinion>(
    `select classification, reasoning, substr(evidence -> 0 ->> 'rule', 6) as tone from assessments
     where account_id = $1 and call_id = $2 and decided_by = 'voice_agent' order by assessed_at desc, id desc limit 1`,
    [tx.accountId, callId],
  );
  return row ?? null;
}

export interface AssessmentRow {
  id: string;
  decidedBy: 'rules' | 'voice_agent' | 'human';
  classification: CallClass;
  priority: string;
  category: string | null;
  serviceType: string | null;
  safetyInstruction: string | null;
  confidence: number | null;
  reasoning: string;
  evidence: Evidence[];
  assessedAt: Date;
}

export function assessmentsOf(tx: AccountTx, callId: string): Promise<AssessmentRow[]> {
  return tx.query<AssessmentRow>(
    `select id, decided_by as "decidedBy", classification, priority, category, service_type as "serviceType",
            safety_instruction as "safetyInstruction", confidence::float8 as confidence, reasoning, evidence, assessed_at as "assessedAt"
     from assessments where account_id = $1 and call_id = $2 order by assessed_at, id`,
    [tx.accountId, callId],
  );
}
