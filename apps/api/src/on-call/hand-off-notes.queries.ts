import type { QuietHours } from '@domain/on-call/hand-off-silence';
import type { AccountTx } from '@platform/tenancy/account-tx';

/** A shift's notice answered after this is hardly meant. */
const ANSWERED_WITHIN_HOURS = 12;

/** The newest notice of a shift, as far as it waits for an answer. */
const WAITING = `select id from on_call_notes where account_id = $1 and contact_id = $2 and kind = 'hand_off'
  and sent_at > $3::timestamptz - make_interval(hours => ${ANSWERED_WITHIN_HOURS}) order by sent_at desc limit 1`;

/** The newest notice that this person has not confirmed yet, confirmed, and who was told meanwhile; null: there is none. */
export async function confirmHandOff(
  tx: AccountTx,
  contactId: string,
  at: Date,
): Promise<{ toldId: string | null } | null> {
  const [row] = await tx.query<{ toldId: string | null }>(
    `update on_call_notes set confirmed_at = $3, confirm_by = null
     where account_id = $1 and id = (${WAITING}) and confirmed_at is null returning next_told_id as "toldId"`,
    [tx.accountId, contactId, at],
  );
  return row ?? null;
}

/** Somebody has said no to the notice: the next in line need not wait. False when no notice waits for an answer. */
export async function refuseHandOff(tx: AccountTx, contactId: string, at: Date): Promise<boolean> {
  const rows = await tx.query(
    `update on_call_notes set confirm_by = case when confirm_by is not null then $3::timestamptz end
     where account_id = $1 and id = (${WAITING}) and confirmed_at is null returning id`,
    [tx.accountId, contactId, at],
  );
  return rows.length > 0;
}

/** A notice whose time to answer is up. */
export interface SilentNote {
  contactId: string;
  startsAt: Date;
  endsAt: Date;
}

/** Locked; null when it was answered meanwhile, or seen to. */
export async function silentNote(tx: AccountTx, noteId: string, now: Date): Promise<SilentNote | null> {
  const [row] = await tx.query<SilentNote>(
    `select contact_id as "contactId", shift_starts_at as "startsAt", shift_ends_at as "endsAt" from on_call_notes
     where account_id = $1 and id = $2 and confirm_by <= $3 for update`,
    [tx.accountId, noteId, now],
  );
  return row ?? null;
}

/** `later`: asked again then. Null: the silence is settled. */
export async function settleSilence(tx: AccountTx, noteId: string, later: Date | null): Promise<void> {
  await tx.query(`update on_call_notes set confirm_by = $3 where account_id = $1 and id = $2`, [
    tx.accountId,
    noteId,
    later,
  ]);
}

export async function rememberTold(tx: AccountTx, noteId: string, toldId: string | null, at: Date): Promise<void> {
  await tx.query(
    `update on_call_notes set confirm_by = null, next_told_id = $3::uuid,
       next_told_at = case when $3::uuid is not null then $4::timestamptz end
     where account_id = $1 and id = $2`,
    [tx.accountId, noteId, toldId, at],
  );
}

/** Null before the account has a roster. */
export async function quietHoursOf(tx: AccountTx): Promise<QuietHours | null> {
  const [row] = await tx.query<QuietHours>(
    `select quiet_from as "from", quiet_to as "to" from on_call_rosters where account_id = $1`,
    [tx.accountId],
  );
  return row ?? null;
}

/** Silence that is still to be told of is looked at now, or once it has lasted as long as it may. */
export async function lookAtSilenceAgain(tx: AccountTx, now: Date, patienceMs: number): Promise<void> {
  await tx.query(
    `update on_call_notes set confirm_by = greatest($2::timestamptz, sent_at + make_interval(secs => $3 / 1000.0))
     where account_id = $1 and confirm_by is not null`,
    [tx.accountId, now, patienceMs],
  );
}

/** How the notice of a shift that is not over stands. */
export interface HandOffRow extends SilentNote {
  askedAt: Date;
  confirmBy: Date | null;
  confirmedAt: Date | null;
  toldId: string | null;
  toldAt: Date | null;
}

/** Notices that went out, of shifts that are not over at `at`, one for each person, the newest; soonest shift first. */
export async function handOffsAt(tx: AccountTx, at: Date): Promise<HandOffRow[]> {
  const rows = await tx.query<HandOffRow>(
    `select distinct on (contact_id) contact_id as "contactId", shift_starts_at as "startsAt", shift_ends_at as "endsAt",
       sent_at as "askedAt", confirm_by as "confirmBy", confirmed_at as "confirmedAt", next_told_id as "toldId",
       next_told_at as "toldAt"
     from on_call_notes where account_id = $1 and kind = 'hand_off' and sent_at <= $2 and shift_ends_at > $2
       and coalesce(outcome, '') <> 'no_line'
     order by contact_id, sent_at desc`,
    [tx.accountId, at],
  );
  return rows.toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
}
