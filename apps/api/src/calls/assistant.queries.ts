import type { AccountTx } from '@platform/tenancy/account-tx';

/** A line's assistant as it stands at the provider, as far as we know. */
export interface PushState {
  assistantId: string | null;
  /** Null while a push is under way or after one whose end nobody knows. */
  assistantHash: string | null;
  assistantVersion: number | null;
  heldBy: string | null;
  heldUntil: Date | null;
}

/** Lines that take calls. */
export async function liveLines(tx: AccountTx): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select id from lines where account_id = $1 and state <> 'released' order by created_at, id`,
    [tx.accountId],
  );
  return rows.map((row) => row.id);
}

/** Locked until the transaction ends. */
export async function lockPush(tx: AccountTx, lineId: string): Promise<PushState | null> {
  const [row] = await tx.query<PushState>(
    `select assistant_id as "assistantId", assistant_hash as "assistantHash", assistant_version as "assistantVersion",
       push_held_by as "heldBy", push_held_until as "heldUntil"
     from lines where account_id = $1 and id = $2 for update`,
    [tx.accountId, lineId],
  );
  return row ?? null;
}

/** From here on nobody knows what the provider has, until this push ends. */
export async function holdPush(tx: AccountTx, lineId: string, hold: { by: string; until: Date }): Promise<void> {
  await tx.query(
    `update lines set push_held_by = $3, push_held_until = $4, assistant_hash = null where account_id = $1 and id = $2`,
    [tx.accountId, lineId, hold.by, hold.until],
  );
}

export async function dropHold(tx: AccountTx, lineId: string, error: string | null): Promise<void> {
  await tx.query(
    `update lines set push_held_by = null, push_held_until = null, assistant_error = $3 where account_id = $1 and id = $2`,
    [tx.accountId, lineId, error],
  );
}

export interface Pushed {
  assistantId: string;
  hash: string;
  version: number;
  at: Date;
}

export async function storePush(tx: AccountTx, lineId: string, pushed: Pushed): Promise<void> {
  await tx.query(
    `update lines set assistant_id = $3, assistant_hash = $4, assistant_version = $5, assistant_published_at = $6,
       assistant_error = null, push_held_by = null, push_held_until = null
     where account_id = $1 and id = $2`,
    [tx.accountId, lineId, pushed.assistantId, pushed.hash, pushed.version, pushed.at],
  );
}

/** A save that changed nothing the assistant says is published as well: callers hear this version. */
export async function storeVersion(tx: AccountTx, lineId: string, version: number): Promise<void> {
  await tx.query(
    `update lines set assistant_version = $3, assistant_error = null
     where account_id = $1 and id = $2 and assistant_version is distinct from $3`,
    [tx.accountId, lineId, version],
  );
}
