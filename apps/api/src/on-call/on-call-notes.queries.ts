import type { AccountTx } from '@platform/tenancy/account-tx';

export interface ClaimedNote {
  contact_id: string;
  phone: string;
  body: string;
}

/** Marks the note as being sent; null when it was already, or when its person takes no texts any more. */
export async function claimNote(tx: AccountTx, noteId: string, at: Date): Promise<ClaimedNote | null> {
  const [row] = await tx.query<ClaimedNote>(
    `update on_call_notes n set sent_at = $3 from contacts c
     where n.account_id = $1 and n.id = $2 and n.sent_at is null and c.account_id = $1 and c.id = n.contact_id
       and c.can_text
     returning n.contact_id, c.phone, n.body`,
    [tx.accountId, noteId, at],
  );
  return row ?? null;
}

export async function noteOutcome(tx: AccountTx, noteId: string, outcome: string): Promise<void> {
  await tx.query(`update on_call_notes set outcome = $3 where account_id = $1 and id = $2`, [
    tx.accountId,
    noteId,
    outcome,
  ]);
}

/** A shift's notice answered after this is hardly meant. */
const ANSWERED_WITHIN_HOURS = 12;

/** The newest notice of a shift that this person has not confirmed yet, confirmed; null when there is none. */
export async function confirmHandOff(tx: AccountTx, contactId: string, at: Date): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>(
    `update on_call_notes set confirmed_at = $3 where account_id = $1 and id = (
       select id from on_call_notes where account_id = $1 and contact_id = $2 and kind = 'hand_off'
         and sent_at > $3::timestamptz - make_interval(hours => ${ANSWERED_WITHIN_HOURS})
       order by sent_at desc limit 1) and confirmed_at is null
     returning id`,
    [tx.accountId, contactId, at],
  );
  return row?.id ?? null;
}
