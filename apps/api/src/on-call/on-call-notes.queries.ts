import type { Said } from '@domain/on-call/pager-language';
import type { AccountTx } from '@platform/tenancy/account-tx';

/** `test`: its receipt is shown on screen. `hand_off`: the notice of a shift, which its person can confirm. */
export type NoteAbout = { kind: 'news' | 'test' } | { kind: 'hand_off'; startsAt: Date; endsAt: Date };

export interface NewNote {
  id: string;
  contactId: string;
  /** In both languages; the contact's own is kept. */
  said: Said;
  about: NoteAbout;
}

export async function insertNote(tx: AccountTx, { id, contactId, said, about }: NewNote, at: Date): Promise<void> {
  const shift = about.kind === 'hand_off' ? [about.startsAt, about.endsAt] : [null, null];
  await tx.query(
    `insert into on_call_notes (account_id, id, contact_id, body, kind, created_at, shift_starts_at, shift_ends_at)
     select account_id, $2, id, case language when 'es' then $9 else $4 end, $5, $6, $7, $8
     from contacts where account_id = $1 and id = $3`,
    [tx.accountId, id, contactId, said.en, about.kind, at, ...shift, said.es],
  );
}

export interface ClaimedNote {
  contact_id: string;
  phone: string;
  body: string;
  kind: NoteAbout['kind'];
}

/**
 * Marks the note as being sent; null when it was already, or when its person takes no texts any more. From then on the
 * notice of a shift waits for its answer until `confirmBy`.
 */
export async function claimNote(tx: AccountTx, noteId: string, at: Date, confirmBy: Date): Promise<ClaimedNote | null> {
  const [row] = await tx.query<ClaimedNote>(
    `update on_call_notes n set sent_at = $3, confirm_by = case when n.kind = 'hand_off' then $4::timestamptz end
     from contacts c
     where n.account_id = $1 and n.id = $2 and n.sent_at is null and c.account_id = $1 and c.id = n.contact_id
       and c.can_text
     returning n.contact_id, c.phone, n.body, n.kind`,
    [tx.accountId, noteId, at, confirmBy],
  );
  return row ?? null;
}

/** Without a line nobody was asked anything, so no answer is waited for. */
export async function noteOutcome(tx: AccountTx, noteId: string, outcome: string): Promise<void> {
  await tx.query(
    `update on_call_notes set outcome = $3, confirm_by = case when $3 <> 'no_line' then confirm_by end
     where account_id = $1 and id = $2`,
    [tx.accountId, noteId, outcome],
  );
}
