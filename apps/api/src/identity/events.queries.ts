import { newId } from '@platform/tenancy/new-id';
import type { PlatformQuery } from '@platform/tenancy/platform-db';
import type { Visitor } from './identity.types.js';

/** What happened to a person's way in. Past tense, dotted, like the journal's names. */
export type IdentityEvent =
  | 'sign_up.asked'
  | 'sign_up.verified'
  | 'sign_in.succeeded'
  | 'sign_in.failed'
  | 'sign_in.code_asked'
  | 'sign_in.code_failed'
  | 'session.ended'
  | 'session.token_reused'
  | 'step_up.succeeded'
  | 'step_up.failed'
  | 'password.reset_asked'
  | 'password.reset'
  | 'password.changed'
  | 'email.change_asked'
  | 'email.changed'
  | 'second_factor.started'
  | 'second_factor.confirmed'
  | 'second_factor.removed'
  | 'recovery_codes.replaced'
  | 'recovery_code.used'
  | 'invitation.sent'
  | 'invitation.revoked'
  | 'invitation.accepted'
  | 'membership.removed'
  | 'access.denied';

export interface IdentityEntry {
  event: IdentityEvent;
  /** Null when nobody is known by the address that was tried; the address itself is never kept. */
  userId: string | null;
  familyId?: string | null;
  visitor?: Visitor;
  /** Ids, states and counts. */
  data?: Record<string, unknown>;
}

/** One row of the append-only record of sign-ins and credentials (AUD-01), in the transaction of the change. */
export async function recordEvent(query: PlatformQuery, entry: IdentityEntry): Promise<void> {
  await query(
    `insert into identity.events (id, event, user_id, family_id, ip_prefix, user_agent, data) values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      newId(),
      entry.event,
      entry.userId,
      entry.familyId ?? null,
      entry.visitor?.network ?? null,
      entry.visitor?.userAgent ?? null,
      JSON.stringify(entry.data ?? {}),
    ],
  );
}
