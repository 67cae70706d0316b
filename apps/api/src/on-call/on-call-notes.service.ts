import type { AccountId } from '@domain/ids';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import { Jobs } from '@platform/jobs/jobs';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { newId } from '@platform/tenancy/new-id';
import { ContactTextService } from './contact-text.service.js';
import { claimNote, noteOutcome } from './on-call-notes.queries.js';

const NOTIFY = 'on_call.notify';

/** Tells people what became of their nights. Written with the change, sent after it; a rollback tells nobody. */
@Injectable()
export class OnCallNotesService {
  constructor(
    private readonly db: AccountDb,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly texts: ContactTextService,
  ) {}

  /** `hand_off`: the notice of a shift, which its person can confirm. */
  async tell(tx: AccountTx, contactId: string, body: string, kind: 'news' | 'hand_off' = 'news'): Promise<void> {
    const id = newId();
    await tx.query(
      `insert into on_call_notes (account_id, id, contact_id, body, kind, created_at) values ($1, $2, $3, $4, $5, $6)`,
      [tx.accountId, id, contactId, body, kind, this.clock.now()],
    );
    // The queue keeps one waiting job for each key: without one the second person's news would be dropped.
    await this.jobs.enqueue(tx, NOTIFY, { accountId: tx.accountId, id }, { singletonKey: id });
  }

  /** Job. Claimed before it is sent: news that comes twice is worse here than news that is lost with a crash. */
  async deliver(accountId: AccountId, noteId: string): Promise<void> {
    const note = await this.db.within(accountId, (tx) => claimNote(tx, noteId, this.clock.now()));
    if (!note) return;
    const sent = await this.texts.send(accountId, { contactId: note.contact_id, phone: note.phone }, note.body);
    await this.db.within(accountId, (tx) => noteOutcome(tx, noteId, sent?.kind ?? 'no_line'));
  }
}
