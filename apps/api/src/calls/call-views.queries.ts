import type { CallHandler, CallStage, CallStatus } from '@domain/call/call-status';
import type { CallClass, Priority } from '@domain/triage/triage.types';
import type { AccountTx } from '@platform/tenancy/account-tx';

/** A call as lists show it, without the words spoken in it. */
export interface ShownCallRow {
  id: string;
  callerPhone: string | null;
  calledAt: Date;
  answeredAt: Date | null;
  endedAt: Date | null;
  durationSeconds: number | null;
  status: CallStatus;
  handledBy: CallHandler | null;
  stage: CallStage;
  classification: CallClass | null;
  priority: Priority | null;
  serviceType: string | null;
  category: string | null;
  summary: string | null;
  isAfterHours: boolean;
  isRepeatCaller: boolean;
  hasRecording: boolean;
  voicemailText: string | null;
  isTest: boolean;
  direction: 'inbound' | 'outbound';
}

const COLUMNS = `id, caller_phone as "callerPhone", called_at as "calledAt", answered_at as "answeredAt", ended_at as "endedAt",
  duration_seconds as "durationSeconds", status, handled_by as "handledBy", stage, classification, priority,
  service_type as "serviceType", category, summary, is_after_hours as "isAfterHours", is_repeat_caller as "isRepeatCaller",
  recording_sid is not null as "hasRecording", voicemail_text as "voicemailText", is_test as "isTest", direction`;

export interface CallFilter {
  limit: number;
  class: CallClass | null;
  liveOnly: boolean;
  aboutCardId: string | null;
  after: { calledAt: Date; id: string } | null;
}

/** One page and one row more, newest first. */
export function pageOfCalls(tx: AccountTx, filter: CallFilter): Promise<ShownCallRow[]> {
  return tx.query<ShownCallRow>(
    `select ${COLUMNS} from calls
     where account_id = $1 and ($2::text is null or classification = $2)
       and (not $3::boolean or (status in ('ringing', 'in_progress') and (direction = 'inbound' or is_test)))
       and ($4::timestamptz is null or (called_at, id) < ($4::timestamptz, $5::uuid))
     and ($7::uuid is null or about_card_id = $7)
     order by called_at desc, id desc limit $6`,
    [
      ...[tx.accountId, filter.class, filter.liveOnly],
      ...[filter.after?.calledAt ?? null, filter.after?.id ?? null, filter.limit + 1],
      filter.aboutCardId,
    ],
  );
}

export async function shownCall(tx: AccountTx, callId: string): Promise<ShownCallRow | null> {
  const [row] = await tx.query<ShownCallRow>(`select ${COLUMNS} from calls where account_id = $1 and id = $2`, [
    tx.accountId,
    callId,
  ]);
  return row ?? null;
}
