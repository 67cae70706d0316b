import type { AccountTx } from '@platform/tenancy/account-tx';
import { newId } from '@platform/tenancy/new-id';
import type { CardDraft } from './lead-cards.types.js';

/**
 * A card with nothing in it yet. Returns its id, or null when the call already has one: two webhooks of one call may
 * arrive at once, and the second must wait for the first instead of failing.
 */
export async function addBlankCard(tx: AccountTx, draft: CardDraft, now: Date): Promise<string | null> {
  const rows = await tx.query<{ id: string }>(
    `insert into lead_cards (account_id, id, call_id, called_at, classification, priority, caller_phone, issue_summary, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, '', $8, $8)
     on conflict (account_id, call_id) do nothing returning id`,
    [tx.accountId, newId(), draft.callId, draft.calledAt, draft.classification, draft.priority, draft.callerPhone, now],
  );
  return rows[0]?.id ?? null;
}
