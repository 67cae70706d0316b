import type { AccountTx } from '@platform/tenancy/account-tx';

export interface AttemptRow {
  alertId: string;
  n: number;
  startedAt: Date;
  finishedAt: Date | null;
  outcome: string | null;
}

/** Every attempt to deliver an alert of one incident, in order. */
export function attemptsOf(tx: AccountTx, incidentId: string): Promise<AttemptRow[]> {
  return tx.query<AttemptRow>(
    `select t.alert_id as "alertId", t.n, t.started_at as "startedAt", t.finished_at as "finishedAt", t.outcome
     from alert_attempts t join alerts a on a.account_id = t.account_id and a.id = t.alert_id
     where t.account_id = $1 and a.incident_id = $2 order by t.alert_id, t.n`,
    [tx.accountId, incidentId],
  );
}
