import type { ScheduleDraft } from '@domain/on-call/check-schedule';
import type { ScheduleLayer } from '@domain/on-call/schedule.types';
import type { AccountTx } from '@platform/tenancy/account-tx';

export async function activeContactIds(tx: AccountTx): Promise<Set<string>> {
  const rows = await tx.query<{ id: string }>(`select id from contacts where account_id = $1 and is_active`, [
    tx.accountId,
  ]);
  return new Set(rows.map((row) => row.id));
}

/** The roster keeps the owner, and who would be on call if the layers were taken away. */
export async function saveRosterOf(tx: AccountTx, draft: ScheduleDraft, version: number): Promise<void> {
  await tx.query(
    `insert into on_call_rosters (account_id, version, primary_contact_id, backup_contact_id, owner_contact_id, has_layers)
     values ($1, $2, $3, $4, $5, true)
     on conflict (account_id) do update set version = excluded.version, primary_contact_id = excluded.primary_contact_id,
       backup_contact_id = excluded.backup_contact_id, owner_contact_id = excluded.owner_contact_id, has_layers = true, updated_at = app_now()`,
    [tx.accountId, version, draft.layers[0]?.turns[0]?.[0] ?? draft.ownerId, draft.backups[0] ?? null, draft.ownerId],
  );
}

/** Layers that are not named any more go, and their overrides with them. */
export async function saveLayers(tx: AccountTx, layers: ScheduleLayer[]): Promise<void> {
  const kept = layers.map((layer) => layer.layerId);
  await tx.query(`delete from on_call_layers where account_id = $1 and id <> all($2)`, [tx.accountId, kept]);
  await tx.query(`delete from on_call_turns where account_id = $1`, [tx.accountId]);
  for (const [position, layer] of layers.entries()) await saveLayer(tx, layer, position);
}

async function saveLayer(tx: AccountTx, layer: ScheduleLayer, position: number): Promise<void> {
  const { startsOn = null, handOff = null, every = null, unit = null } = layer.rotation ?? {};
  await tx.query(
    `insert into on_call_layers (account_id, id, position, name, rank, starts_on, hand_off, every, unit, trades, zips, windows, holidays)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     on conflict (account_id, id) do update set position = excluded.position, name = excluded.name, rank = excluded.rank,
       starts_on = excluded.starts_on, hand_off = excluded.hand_off, every = excluded.every, unit = excluded.unit,
       trades = excluded.trades, zips = excluded.zips, windows = excluded.windows, holidays = excluded.holidays`,
    [
      ...[tx.accountId, layer.layerId, position, layer.name, layer.rank, startsOn, handOff, every, unit],
      ...[layer.trades, layer.zips, JSON.stringify(layer.windows), layer.holidays],
    ],
  );
  await tx.query(
    `insert into on_call_turns (account_id, layer_id, position, seat, contact_id)
     select $1, $2, (s ->> 'position')::int, (s ->> 'seat')::int, (s ->> 'contact')::uuid from jsonb_array_elements($3) s`,
    [tx.accountId, layer.layerId, JSON.stringify(seatsOf(layer))],
  );
}

const seatsOf = (layer: ScheduleLayer) =>
  layer.turns.flatMap((people, position) => people.map((contact, seat) => ({ position, seat, contact })));

export async function saveBackups(tx: AccountTx, contactIds: string[]): Promise<void> {
  await tx.query(`delete from on_call_backups where account_id = $1`, [tx.accountId]);
  await tx.query(
    `insert into on_call_backups (account_id, position, contact_id)
     select $1, place, contact from unnest($2::uuid[]) with ordinality as wanted (contact, place)`,
    [tx.accountId, contactIds],
  );
}

/** Back to the roster form. */
export async function clearLayers(tx: AccountTx, version: number): Promise<void> {
  await tx.query(`delete from on_call_layers where account_id = $1`, [tx.accountId]);
  await tx.query(`delete from on_call_backups where account_id = $1`, [tx.accountId]);
  await tx.query(
    `update on_call_rosters set has_layers = false, version = $2, updated_at = app_now() where account_id = $1`,
    [tx.accountId, version],
  );
}
