import type { AccountTx } from '@platform/tenancy/account-tx';

export type TextKind = 'confirmed' | 'moved' | 'called_off';

export interface NewText {
  id: string;
  appointmentId: string;
  kind: TextKind;
  phone: string;
  body: string;
}

/** False when this appointment has had a text of the kind. */
export async function insertText(tx: AccountTx, text: NewText, at: Date): Promise<boolean> {
  const rows = await tx.query(
    `insert into appointment_texts (account_id, id, appointment_id, kind, phone, body, created_at)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning id`,
    [tx.accountId, text.id, text.appointmentId, text.kind, text.phone, text.body, at],
  );
  return rows.length === 1;
}

/** `wasSending`: a process took it up before and nobody knows whether it was sent. */
export interface ClaimedText {
  phone: string;
  body: string;
  createdAt: Date;
  wasSending: boolean;
}

/** Marks it as being sent; null when it was sent, or will never be. */
export async function claimText(tx: AccountTx, id: string, at: Date): Promise<ClaimedText | null> {
  const [row] = await tx.query<ClaimedText>(
    `update appointment_texts t set state = 'sending', sending_at = coalesce(t.sending_at, $3)
     from appointment_texts before
     where t.account_id = $1 and t.id = $2 and t.state in ('waiting', 'sending')
       and before.account_id = $1 and before.id = t.id
     returning t.phone, t.body, t.created_at as "createdAt", before.state = 'sending' as "wasSending"`,
    [tx.accountId, id, at],
  );
  return row ?? null;
}

export type TextEnd = { state: 'sent'; sid: string; at: Date } | { state: 'refused' | 'unsendable'; reason: string };

export async function endText(tx: AccountTx, id: string, end: TextEnd): Promise<void> {
  const [sid, at, reason] = end.state === 'sent' ? [end.sid, end.at, null] : [null, null, end.reason];
  await tx.query(
    `update appointment_texts set state = $3, sid = $4, sent_at = $5, reason = $6 where account_id = $1 and id = $2`,
    [tx.accountId, id, end.state, sid, at, reason],
  );
}

/** How the newest text about each appointment stands. */
export async function textsAbout(
  tx: AccountTx,
  ids: string[],
): Promise<Map<string, { kind: TextKind; state: string }>> {
  const rows = await tx.query<{ appointmentId: string; kind: TextKind; state: string }>(
    `select distinct on (appointment_id) appointment_id as "appointmentId", kind, state from appointment_texts
     where account_id = $1 and appointment_id = any ($2::uuid[]) order by appointment_id, id desc`,
    [tx.accountId, ids],
  );
  return new Map(rows.map(({ appointmentId, kind, state }) => [appointmentId, { kind, state }]));
}
