import type { LayerWindow, HolidayRule, RotationUnit } from '@domain/on-call/schedule.types';
import type { PagerLanguage } from '@domain/on-call/pager-language';
import type { ContactChannel, LineType } from '@domain/on-call/roster';
import type { Trade } from '@domain/triage/triage.types';
import type { BusyRow } from './busy.queries.js';
import type { AccountTx } from '@platform/tenancy/account-tx';

export interface LayerRow {
  id: string;
  name: string;
  rank: number;
  starts_on: string | null;
  hand_off: string | null;
  every: number | null;
  unit: RotationUnit | null;
  trades: Trade[];
  zips: string[];
  windows: LayerWindow[];
  holidays: HolidayRule;
  /** Contact ids, turn by turn. */
  turns: string[][];
}

export interface OverrideRow {
  id: string;
  layer_id: string | null;
  out_contact_id: string | null;
  in_contact_id: string;
  starts_at: string;
  ends_at: string;
  reason: string;
}

export interface TimeOffRow {
  id: string;
  contact_id: string;
  starts_at: string;
  ends_at: string;
  reason: string;
}

export interface ContactRow {
  id: string;
  name: string;
  phone: string;
  channels: ContactChannel[];
  sms_opted_out_at: string | null;
  line_type: LineType;
  is_active: boolean;
  language: PagerLanguage;
}

export interface ScheduleRows {
  version: number;
  business: string;
  time_zone: string;
  primary_contact_id: string;
  backup_contact_id: string | null;
  owner_contact_id: string;
  has_layers: boolean;
  layers: LayerRow[];
  backups: string[];
  overrides: OverrideRow[];
  time_off: TimeOffRow[];
  busy: BusyRow[];
  contacts: ContactRow[];
  /** Local dates, YYYY-MM-DD, on which the office is closed all day. */
  holidays: string[];
}

/**
 * Everything that decides who is on call from `since` on, in one round trip: a ladder asks at every step. The hours
 * that are over are left out, so that years of swaps cost nothing. Null before the account has a roster.
 */
export async function scheduleRows(tx: AccountTx, since: Date): Promise<ScheduleRows | null> {
  const [row] = await tx.query<ScheduleRows>(
    `select r.version, a.name as business, a.time_zone, r.primary_contact_id, r.backup_contact_id, r.owner_contact_id, r.has_layers,
       (select coalesce(json_agg(l order by l.position), '[]') from (
          select id, position, name, rank, starts_on, hand_off, every, unit, trades, zips, windows, holidays,
            (select coalesce(json_agg(t.people order by t.position), '[]') from (
               select position, json_agg(contact_id order by seat) as people from on_call_turns
               where account_id = $1 and layer_id = on_call_layers.id group by position) t) as turns
          from on_call_layers where account_id = $1) l) as layers,
       (select coalesce(json_agg(contact_id order by position), '[]') from on_call_backups where account_id = $1) as backups,
       (select coalesce(json_agg(o order by o.created_at, o.id), '[]') from (
          select id, layer_id, out_contact_id, in_contact_id, starts_at, ends_at, reason, created_at from on_call_overrides
          where account_id = $1 and ends_at > $2 and starts_at < ends_at) o) as overrides,
       (select coalesce(json_agg(t order by t.starts_at, t.id), '[]') from (
          select id, contact_id, starts_at, ends_at, reason from on_call_time_off
          where account_id = $1 and ends_at > $2 and starts_at < ends_at) t) as time_off,
       (select coalesce(json_agg(b order by b.starts_at, b.id), '[]') from (
          select id, contact_id, starts_at, ends_at from on_call_busy
          where account_id = $1 and ends_at > $2 and starts_at < ends_at) b) as busy,
       (select coalesce(json_agg(c), '[]') from (
          select id, name, phone, channels, sms_opted_out_at, line_type, is_active, language from contacts where account_id = $1) c) as contacts,
       (select coalesce(json_agg(to_char(day, 'YYYY-MM-DD')), '[]')
        from after_hours_configs f, jsonb_array_elements(f.closures) d,
          generate_series((d ->> 'date')::date, coalesce(d ->> 'lastDate', d ->> 'date')::date, interval '1 day') day
        where f.account_id = $1 and d -> 'intervals' = '[]' and d -> 'closed' is null) as holidays
     from on_call_rosters r join accounts a on a.account_id = $1 where r.account_id = $1`,
    [tx.accountId, since],
  );
  return row ?? null;
}

/** Members of a ring group in the order they are rung; no rows for an unknown group. */
export async function ringGroupMembers(tx: AccountTx, groupId: string): Promise<string[]> {
  const rows = await tx.query<{ contact_id: string }>(
    `select contact_id from ring_group_members where account_id = $1 and group_id = $2 order by position`,
    [tx.accountId, groupId],
  );
  return rows.map((row) => row.contact_id);
}
