import type { AccountTx } from '@platform/tenancy/account-tx';

export interface IncidentPlace {
  openedAt: Date;
  id: string;
}

export interface IncidentFilter {
  state?: 'open' | 'closed';
  limit: number;
  after?: string;
}

/** Ids of one page and one more, newest first. Drills have a list of their own. A merged call is part of the incident it was merged into. */
export async function pageOfIncidents(
  tx: AccountTx,
  filter: IncidentFilter,
  after: IncidentPlace | null,
): Promise<string[]> {
  const states = {
    open: ['alerting', 'accepted', 'contacted', 'unreached'],
    closed: ['resolved', 'false_alarm'],
    all: ['alerting', 'accepted', 'contacted', 'unreached', 'resolved', 'false_alarm'],
  }[filter.state ?? 'all'];
  const rows = await tx.query<{ id: string }>(
    `select id from incidents
     where account_id = $1 and not is_drill and state = any($2) and ($3::timestamptz is null or (opened_at, id) < ($3, $4::uuid))
     order by opened_at desc, id desc limit $5`,
    [tx.accountId, states, after?.openedAt ?? null, after?.id ?? null, filter.limit + 1],
  );
  return rows.map((row) => row.id);
}

export interface TimelineRow {
  id: string;
  at: Date;
  event: string;
  actor: { type: string; id?: string };
  data: Record<string, unknown>;
}

export function timelineRows(tx: AccountTx, incidentId: string): Promise<TimelineRow[]> {
  return tx.query<TimelineRow>(
    `select id, at, event, actor, data from journal where account_id = $1 and subject_id = $2 order by seq`,
    [tx.accountId, incidentId],
  );
}

/** Names of contacts and of the signed-in people in this account's journal, by id. */
export async function contactNames(tx: AccountTx): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; name: string }>(`select id, name from contacts where account_id = $1`, [
    tx.accountId,
  ]);
  return new Map(rows.map((row) => [row.id, row.name]));
}
