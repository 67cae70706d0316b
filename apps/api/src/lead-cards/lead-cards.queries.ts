import type { AccountTx } from '@platform/tenancy/account-tx';
import { newId } from '@platform/tenancy/new-id';
import type { CallMedia, CardDraft, CardOrder, LeadCardFilter } from './lead-cards.types.js';

/**
 * A card with nothing in it yet. Returns its id, or null when the call already has one: two webhooks of one call may
 * arrive at once, and the second must wait for the first instead of failing.
 */
export async function addBlankCard(tx: AccountTx, draft: CardDraft, now: Date): Promise<string | null> {
  const rows = await tx.query<{ id: string }>(
    `insert into lead_cards (account_id, id, call_id, called_at, classification, priority, caller_phone, issue_summary, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, '', $8, $8)
     on conflict (account_id, call_id) do nothing returning id`,
    [tx.accountId, newId(), draft.callId, draft.calledAt, draft.classification, draft.priority, draft.callerPhone, now],
  );
  return rows[0]?.id ?? null;
}

/** Where a card stands in a list. */
export interface CardPlace {
  rank: number;
  calledAt: Date;
  id: string;
}

/** Spam is below everything in any order (VTCR 2.5). Whoever waits is served by urgency, then longest first. */
const ORDERS: Record<CardOrder, { rank: string; by: string; isAfter: '<' | '>' }> = {
  newest: { rank: `(classification = 'spam')::int`, by: 'called_at desc, id desc', isAfter: '<' },
  waiting: {
    rank: `case when classification = 'spam' then 9 when priority = 'routine' and callback_reason is not null then 2
      else array_position(array['emergency', 'same_day', 'routine'], priority) end`,
    by: 'called_at, id',
    isAfter: '>',
  },
};

/** One page and one more. */
export async function pageOfCards(
  tx: AccountTx,
  filter: LeadCardFilter,
  after: CardPlace | null,
): Promise<CardPlace[]> {
  const { rank, by, isAfter } = ORDERS[filter.order ?? 'newest'];
  return tx.query<CardPlace>(
    `select id, ${rank} as rank, called_at as "calledAt" from lead_cards
     where account_id = $1
       and ($2::text is null or callback_status = $2)
       and ($3::text is null or classification = $3)
       and ($4::text is null or caller_name ilike $4 or address ilike $4 or issue_summary ilike $4
            or ($5::text is not null and (caller_phone like $5 or callback_phone like $5)))
       and ($6::int is null or ${rank} > $6 or (${rank} = $6 and (called_at, id) ${isAfter} ($7::timestamptz, $8::uuid)))
     order by ${rank}, ${by} limit $9`,
    [
      tx.accountId,
      filter.callbackStatus ?? null,
      filter.class ?? null,
      wordsPattern(filter.q),
      digitsPattern(filter.q),
      ...(after ? [after.rank, after.calledAt, after.id] : [null, null, null]),
      filter.limit + 1,
    ],
  );
}

/** Routine cards nobody has called back yet (VTCR 4.1). Emergencies are followed in their own list. */
export async function countNeedingCallback(tx: AccountTx): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*)::int as count from lead_cards
     where account_id = $1 and callback_status = 'not_called' and classification = 'routine'
       and (not appointment_booked or callback_reason is not null)`,
    [tx.accountId],
  );
  return row?.count ?? 0;
}

/** Which of these calls have something to hear or read. Their words and recordings stay with the call. */
export async function mediaOfCalls(tx: AccountTx, callIds: string[]): Promise<Map<string, CallMedia>> {
  const rows = await tx.query<CallMedia>(
    `select c.id as "callId", c.recording_sid is not null as "hasRecording",
            c.voicemail_text is not null or exists (
              select from call_turns t where t.account_id = $1 and t.call_id = c.id) as "hasTranscript"
     from calls c where c.account_id = $1 and c.id = any($2)`,
    [tx.accountId, callIds],
  );
  return new Map(rows.map((row) => [row.callId, row]));
}

export const CALLED_BACK = 'lead_card.called_back';

/** Who of the office spoke last with the customer of each of these cards, and when. The journal remembers it. */
export function lastCallbacks(
  tx: AccountTx,
  cardIds: string[],
): Promise<{ cardId: string; userId: string; at: Date }[]> {
  return tx.query(
    `select distinct on (subject_id) subject_id as "cardId", actor ->> 'id' as "userId", at from journal
     where account_id = $1 and subject_id = any ($2::uuid[]) and event = $3 order by subject_id, seq desc`,
    [tx.accountId, cardIds, CALLED_BACK],
  );
}

/** What is typed is looked for as it stands: % and _ are letters here. */
function wordsPattern(q: string | undefined): string | null {
  const words = q?.trim();
  return words ? `%${words.replace(/[\\%_]/g, '\\$&')}%` : null;
}

/** "(312) 555-0141" finds +13125550141. Fewer than three digits would find half the list. */
function digitsPattern(q: string | undefined): string | null {
  const digits = q?.replace(/\D/g, '') ?? '';
  return digits.length >= 3 ? `%${digits}%` : null;
}
