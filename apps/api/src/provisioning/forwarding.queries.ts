import type { AccountTx } from '@platform/tenancy/account-tx';
import { ForwardingCheck } from './forwarding-check.entity.js';

export async function newestCheck(tx: AccountTx): Promise<ForwardingCheck | null> {
  const [row] = await tx.query<{ id: string }>(
    `select id from forwarding_checks where account_id = $1 order by placed_at desc, id desc limit 1`,
    [tx.accountId],
  );
  return row ? tx.findOne(ForwardingCheck, { id: row.id }) : null;
}

export async function checksToday(tx: AccountTx): Promise<number> {
  const [row] = await tx.query<{ checks: number }>(
    `select count(*)::int as checks from forwarding_checks where account_id = $1 and placed_at > app_now() - interval '24 hours'`,
    [tx.accountId],
  );
  return row?.checks ?? 0;
}

/** The check that waits for exactly this call, now taken as arrived. */
export async function takeArrival(
  tx: AccountTx,
  call: { lineId: string; from: string },
): Promise<{ id: string; callSid: string | null } | null> {
  const [row] = await tx.query<{ id: string; callSid: string | null }>(
    `update forwarding_checks set state = 'arrived', arrived_at = app_now(), due_at = null, error_code = null
     where account_id = $1 and line_id = $2 and caller_number = $3 and state = 'calling'
     returning id, call_sid as "callSid"`,
    [tx.accountId, call.lineId, call.from],
  );
  return row ?? null;
}
