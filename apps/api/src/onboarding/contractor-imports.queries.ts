import type { AccountId } from '@domain/ids';
import type { PlatformDb, PlatformQuery } from '@platform/tenancy/platform-db';
import type { ContractorImport, ImportRow } from './contractor-imports.types.js';

export async function keepImport(query: PlatformQuery, list: ContractorImport): Promise<void> {
  await query(
    `insert into identity.contractor_imports (id, agency_id, created_by, created_at) values ($1, $2, $3, $4)`,
    [list.id, list.agencyId, list.createdBy, list.createdAt],
  );
  await query(
    `insert into identity.contractor_import_rows (import_id, line, account_id, draft, problems, state)
     select $1, line, "accountId", draft, problems, state
     from jsonb_to_recordset($2::jsonb) as r(line int, "accountId" uuid, draft jsonb, problems jsonb, state text)`,
    [list.id, JSON.stringify(list.rows)],
  );
}

/** Null when the agency has no such import. */
export async function findImport(db: PlatformDb, agencyId: string, id: string): Promise<ContractorImport | null> {
  const [found] = await db.query<Omit<ContractorImport, 'rows'>>(
    `select id, agency_id as "agencyId", created_by as "createdBy", created_at as "createdAt"
     from identity.contractor_imports where id = $1 and agency_id = $2`,
    [id, agencyId],
  );
  return found ? { ...found, rows: await rowsOf(db, id) } : null;
}

function rowsOf(db: PlatformDb, importId: string): Promise<ImportRow[]> {
  return db.query<ImportRow>(
    `select line, account_id as "accountId", draft, problems, state, says from identity.contractor_import_rows
     where import_id = $1 order by line`,
    [importId],
  );
}

export interface WaitingRow extends ImportRow {
  agencyId: string;
  createdBy: string;
}

/** The next row that nobody has added yet. */
export async function nextWaiting(db: PlatformDb, importId: string): Promise<WaitingRow | null> {
  const [row] = await db.query<WaitingRow>(
    `select r.line, r.account_id as "accountId", r.draft, r.problems, r.state, r.says, i.agency_id as "agencyId", i.created_by as "createdBy"
     from identity.contractor_import_rows r join identity.contractor_imports i on i.id = r.import_id
     where r.import_id = $1 and r.state = 'waiting' order by r.line limit 1`,
    [importId],
  );
  return row ?? null;
}

export async function settleRow(
  db: PlatformDb,
  importId: string,
  row: { accountId: AccountId; state: 'added' | 'failed'; says: string | null },
): Promise<void> {
  await db.query(
    `update identity.contractor_import_rows set state = $3, says = $4 where import_id = $1 and account_id = $2`,
    [importId, row.accountId, row.state, row.says],
  );
}
