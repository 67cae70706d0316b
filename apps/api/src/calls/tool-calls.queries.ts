import type { ToolReply, ToolRequest } from '@domain/call/agent-events';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { newId } from '@platform/tenancy/new-id';

interface StoredCall {
  name: string;
  result: string | null;
}

/** What this very tool call was answered before: a second delivery is told the same and does nothing (law 4). */
export async function earlierReply(
  tx: AccountTx,
  providerCallId: string,
  request: ToolRequest,
): Promise<ToolReply | null> {
  const [row] = await tx.query<StoredCall>(
    `select name, result from tool_calls where account_id = $1 and provider_call_id = $2 and tool_call_id = $3`,
    [tx.accountId, providerCallId, request.id],
  );
  return row ? { toolCallId: request.id, name: row.name, outcome: { kind: 'result', text: row.result ?? '' } } : null;
}

export interface DoneToolCall {
  callId: string;
  providerCallId: string;
  request: ToolRequest;
  result: string;
  at: Date;
}

export async function insertToolCall(tx: AccountTx, done: DoneToolCall): Promise<void> {
  const { request } = done;
  await tx.query(
    `insert into tool_calls (account_id, id, call_id, provider_call_id, tool_call_id, name, arguments, result, called_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (account_id, provider_call_id, tool_call_id) do nothing`,
    [
      ...[tx.accountId, newId(), done.callId, done.providerCallId, request.id, request.name.slice(0, 64)],
      ...[JSON.stringify(request.arguments ?? {}).replaceAll('\\u0000', ''), done.result, done.at],
    ],
  );
}

export async function toolCallsMade(tx: AccountTx, callId: string): Promise<{ count: number; savedDetails: boolean }> {
  const [row] = await tx.query<{ count: number; savedDetails: boolean }>(
    `select count(*)::int as count, coalesce(bool_or(name = 'collect_caller_details'), false) as "savedDetails"
     from tool_calls where account_id = $1 and call_id = $2`,
    [tx.accountId, callId],
  );
  return row ?? { count: 0, savedDetails: false };
}

/** Whether the caller has been given this instruction: the agent was handed it, or was heard saying how it begins. */
export async function wasToldToCaller(tx: AccountTx, callId: string, words: string): Promise<boolean> {
  const rows = await tx.query(
    `select 1 from tool_calls where account_id = $1 and call_id = $2 and position($3 in result) > 0
     union all
     select 1 from call_turns where account_id = $1 and call_id = $2 and role = 'agent' and position(left($3, 30) in text) > 0
     limit 1`,
    [tx.accountId, callId, words],
  );
  return rows.length > 0;
}
