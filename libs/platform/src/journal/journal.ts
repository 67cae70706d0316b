import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import type { AccountTx } from '../tenancy/account-tx.js';
import type { Statement } from '../tenancy/entity-sql.js';
import { newId } from '../tenancy/new-id.js';

/** Who did it: a person, a third party’s key, a technician's phone, a provider's webhook, or the system's own clock. */
export type Actor =
  | { type: 'user'; id: string }
  | { type: 'api_key'; id: string }
  | { type: 'contact'; id: string }
  | { type: 'voice_agent' }
  | { type: 'provider'; name: string }
  | { type: 'system' };

export interface JournalEntry {
  /** Past tense, dotted: `incident.accepted`. */
  event: string;
  /** The row it is about: a call, lead card, incident or digest. */
  subjectId: string | null;
  callId?: string | null;
  actor: Actor;
  /** Ids, states and times; no name, number, address or word of a caller. */
  data?: Record<string, unknown>;
}

/** One append-only table behind the audit trail, the live stream and outbound webhooks (law 6). */
@Injectable()
export class Journal {
  constructor(private readonly clock: Clock) {}

  /** Written in the transaction of the change it tells of: both happen or neither. */
  record(tx: AccountTx, entry: JournalEntry): Promise<void> {
    return tx.together([this.entry(tx, entry)]);
  }

  /**
   * The same for the row of `source`, a change of the same `AccountTx.together` that returns `subject_id`, `call_id` and
   * `data`; nothing is written when it returns none. Returns the entry's id.
   */
  entryOf(tx: AccountTx, source: string, entry: Pick<JournalEntry, 'event' | 'actor'>): Statement {
    return {
      sql: `insert into journal (account_id, id, at, event, subject_id, call_id, actor, data)
            select $1, $2, $3, $4, subject_id, call_id, $5, data from ${source} returning id`,
      parameters: [tx.accountId, newId(), this.clock.now(), entry.event, JSON.stringify(entry.actor)],
    };
  }

  /** The same as a change that goes with others (`AccountTx.together`). */
  entry(tx: AccountTx, entry: JournalEntry): Statement {
    return {
      sql: `insert into journal (account_id, id, at, event, subject_id, call_id, actor, data) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      parameters: [
        tx.accountId,
        newId(),
        this.clock.now(),
        entry.event,
        entry.subjectId,
        entry.callId ?? null,
        JSON.stringify(entry.actor),
        JSON.stringify(entry.data ?? {}),
      ],
    };
  }
}
