import type { WakePage } from '@domain/escalation/wake';
import type { AccountTx } from '@platform/tenancy/account-tx';

/** Each contact's part in each emergency since `since`. Drills wake nobody for nothing: they are left out. */
export function wakePages(tx: AccountTx, since: Date): Promise<WakePage[]> {
  return tx.query<WakePage>(
    `select a.contact_id as "contactId", c.name, min(a.sent_at) as "pagedAt",
            case when i.accepted_by = a.contact_id then i.accepted_at end as "acceptedAt",
            i.state = 'false_alarm' as "wasFalseAlarm"
     from alerts a
     join incidents i on i.account_id = a.account_id and i.id = a.incident_id
     join contacts c on c.account_id = a.account_id and c.id = a.contact_id
     where a.account_id = $1 and not i.is_drill and a.stops_with_ladder and a.sent_at >= $2
     group by a.contact_id, c.name, i.id, i.accepted_by, i.accepted_at, i.state`,
    [tx.accountId, since],
  );
}
