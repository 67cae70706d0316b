import type { AccountTx } from '@platform/tenancy/account-tx';

/** What the call is about: one of the three names the person, and with them the only number that may be rung. */
export interface OfficeCallSubject {
  leadCardId: string | null;
  incidentId: string | null;
  callId: string | null;
}

export interface Customer {
  /** As they are called on the card; null while nobody knows. */
  name: string | null;
  /** Where they want to be called back, else where they called from; null: withheld. */
  phone: string | null;
}

/** Whom a card, an emergency or a call of this account is about; null when there is no such thing. */
export async function customerBehind(tx: AccountTx, subject: OfficeCallSubject): Promise<Customer | null> {
  const [row] = await tx.query<Customer>(
    `select nullif(caller_name, 'Unknown') as name, coalesce(callback_phone, caller_phone) as phone from lead_cards
       where account_id = $1 and id = $2
     union all
     select caller_name, coalesce(callback_phone, caller_phone) from incidents
       where account_id = $1 and id = $3 and not is_drill
     union all
     select null, caller_phone from calls where account_id = $1 and id = $4 and not is_test
     limit 1`,
    [tx.accountId, subject.leadCardId, subject.incidentId, subject.callId],
  );
  return row ?? null;
}

/** How many calls this person has had placed since an instant. */
export async function placedBy(tx: AccountTx, userId: string, since: Date): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::int as count from calls
     where account_id = $1 and asked_by = $2 and direction = 'outbound' and not is_test and called_at > $3`,
    [tx.accountId, userId, since],
  );
  return row?.count ?? 0;
}
