import type { AccountId } from '@domain/ids';
import { CONFIRM_WITHIN_MS } from '@domain/on-call/hand-off-silence';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import { Jobs } from '@platform/jobs/jobs';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { newId } from '@platform/tenancy/new-id';
import { ContactTextService } from './contact-text.service.js';
import { claimNote, insertNote, noteOutcome, type ClaimedNote, type NoteAbout } from './on-call-notes.queries.js';

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

  async tell(tx: AccountTx, contactId: string, body: string, about: NoteAbout = { kind: 'news' }): Promise<void> {
    const id = newId();
    await insertNote(tx, { id, contactId, body, about }, this.clock.now());
    // The queue keeps one waiting job for each key: without one the second person's news would be dropped.
    await this.jobs.enqueue(tx, NOTIFY, { accountId: tx.accountId, id }, { singletonKey: id });
  }

  /** Job. Claimed before it is sent: news that comes twice is worse here than news that is lost with a crash. */
  async deliver(accountId: AccountId, noteId: string): Promise<void> {
    const note = await this.db.within(accountId, (tx) => this.claim(tx, noteId));
    if (!note) return;
    const sent = await this.texts.send(accountId, { contactId: note.contact_id, phone: note.phone }, note.body);
    await this.db.within(accountId, (tx) => noteOutcome(tx, noteId, sent?.kind ?? 'no_line'));
  }

  private claim(tx: AccountTx, noteId: string): Promise<ClaimedNote | null> {
    const now = this.clock.now();
    return claimNote(tx, noteId, now, new Date(now.getTime() + CONFIRM_WITHIN_MS));
  }
}
