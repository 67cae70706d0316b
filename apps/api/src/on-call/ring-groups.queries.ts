import type { AccountTx } from '@platform/tenancy/account-tx';

export function ringGroups(tx: AccountTx): Promise<{ id: string; name: string; contactIds: string[] }[]> {
  return tx.query(
    `select id, name, (select coalesce(json_agg(contact_id order by position), '[]') from ring_group_members
                       where account_id = $1 and group_id = ring_groups.id) as "contactIds"
     from ring_groups where account_id = $1 order by name`,
    [tx.accountId],
  );
}

export async function saveRingGroup(tx: AccountTx, id: string, name: string): Promise<void> {
  await tx.query(
    `insert into ring_groups (account_id, id, name) values ($1, $2, $3) on conflict (account_id, id) do update set name = excluded.name`,
    [tx.accountId, id, name],
  );
}

export async function saveMembers(tx: AccountTx, groupId: string, contactIds: string[]): Promise<void> {
  await tx.query(`delete from ring_group_members where account_id = $1 and group_id = $2`, [tx.accountId, groupId]);
  await tx.query(
    `insert into ring_group_members (account_id, group_id, position, contact_id)
     select $1, $2, place, contact from unnest($3::uuid[]) with ordinality as wanted (contact, place)`,
    [tx.accountId, groupId, contactIds],
  );
}

/** False when there is no such group. */
export async function deleteRingGroup(tx: AccountTx, id: string): Promise<boolean> {
  const rows = await tx.query(`delete from ring_groups where account_id = $1 and id = $2 returning id`, [
    tx.accountId,
    id,
  ]);
  return rows.length > 0;
}
