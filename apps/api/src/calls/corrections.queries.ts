import type { CallClass, Evidence } from '@domain/triage/triage.types';
import type { AccountTx } from '@platform/tenancy/account-tx';

/** One side's last word on a call. */
export interface Opinion {
  classification: CallClass;
  reasoning: string;
  evidence: Evidence[];
}

export interface Disagreement {
  callId: string;
  calledAt: Date;
  rules: Opinion | null;
  voiceAgent: Opinion | null;
  human: Opinion | null;
  turns: { role: 'caller' | 'agent'; text: string }[];
}

const OPINION = `json_build_object('classification', a.classification, 'reasoning', a.reasoning, 'evidence', a.evidence)`;
const lastBy = (who: string): string => `(select ${OPINION} from assessments a
  where a.account_id = c.account_id and a.call_id = c.id and a.decided_by = '${who}' order by a.assessed_at desc, a.id desc limit 1)`;

/** Newest calls on which the rules, the voice agent and people were not of one mind. */
export function disagreements(tx: AccountTx, page: { limit: number; before: string | null }): Promise<Disagreement[]> {
  return tx.query<Disagreement>(
    `select id as "callId", called_at as "calledAt", rules, voice_agent as "voiceAgent", human,
            (select coalesce(json_agg(json_build_object('role', t.role, 'text', t.text) order by t.said_at, t.id), '[]') from call_turns t
             where t.account_id = $1 and t.call_id = judged.id) as turns
     from (select c.id, c.called_at, ${lastBy('rules')} as rules, ${lastBy('voice_agent')} as voice_agent, ${lastBy('human')} as human
           from calls c where c.account_id = $1 and c.direction = 'inbound' and ($3::uuid is null or c.id < $3)) judged
     where human is not null or (rules ->> 'classification' <> voice_agent ->> 'classification')
     order by id desc limit $2`,
    [tx.accountId, page.limit, page.before],
  );
}

/** Whether a person has had the last word on the call: nothing automatic may change it any more. */
export async function wasCorrected(tx: AccountTx, callId: string): Promise<boolean> {
  const rows = await tx.query(
    `select 1 from assessments where account_id = $1 and call_id = $2 and decided_by = 'human' limit 1`,
    [tx.accountId, callId],
  );
  return rows.length > 0;
}
