import type { Actor } from '@platform/journal/journal';
import type { AccountTx } from '@platform/tenancy/account-tx';
import type { ConfigSnapshot } from './config.types.js';

export interface StoredVersion {
  number: number;
  settings: ConfigSnapshot;
  changed: string[];
  savedBy: Actor;
  /** Null when the person has left, or it was no person. */
  savedByName: string | null;
  savedAt: Date;
  note: string | null;
  restoredFrom: number | null;
}

export type NewVersion = Omit<StoredVersion, 'savedByName'>;

/** Once per number: what is there already is what was in force. */
export async function keepVersion(tx: AccountTx, version: NewVersion): Promise<void> {
  await tx.query(
    `insert into config_versions (account_id, number, settings, changed, saved_by, saved_at, note, restored_from)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (account_id, number) do nothing`,
    [
      ...[tx.accountId, version.number, JSON.stringify(version.settings), version.changed],
      ...[JSON.stringify(version.savedBy), version.savedAt, version.note, version.restoredFrom],
    ],
  );
}

const COLUMNS = `v.number, v.settings, v.changed, v.saved_by as "savedBy", u.name as "savedByName", v.saved_at as "savedAt",
  v.note, v.restored_from as "restoredFrom"`;
const FROM = `config_versions v left join identity.users u on u.id = (v.saved_by ->> 'id')::uuid and v.saved_by ->> 'type' = 'user'`;

/** Newest first, below `before`. */
export function storedVersions(
  tx: AccountTx,
  page: { before: number | null; limit: number },
): Promise<StoredVersion[]> {
  return tx.query<StoredVersion>(
    `select ${COLUMNS} from ${FROM} where v.account_id = $1 and ($2::int is null or v.number < $2)
     order by v.number desc limit $3`,
    [tx.accountId, page.before, page.limit],
  );
}

export async function storedVersion(tx: AccountTx, number: number): Promise<StoredVersion | null> {
  const [row] = await tx.query<StoredVersion>(
    `select ${COLUMNS} from ${FROM} where v.account_id = $1 and v.number = $2`,
    [tx.accountId, number],
  );
  return row ?? null;
}
