import type { AccountId } from '@domain/ids';
import { CONFIRM_WITHIN_MS } from '@domain/on-call/hand-off-silence';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { ContactTestService } from './contact-test.service.js';
import { ContactTextService } from './contact-text.service.js';
import { claimNote, noteOutcome, type ClaimedNote } from './on-call-notes.queries.js';

/** Sends what was written for people of the team. */
@Injectable()
export class NoteDeliveryService {
  constructor(
    private readonly db: AccountDb,
    private readonly clock: Clock,
    private readonly texts: ContactTextService,
    private readonly tests: ContactTestService,
  ) {}

  /** Job. Claimed before it is sent: news that comes twice is worse here than news that is lost with a crash. */
  async deliver(accountId: AccountId, noteId: string): Promise<void> {
    const note = await this.db.within(accountId, (tx) => this.claim(tx, noteId));
    if (!note) return;
    const { contact_id: contactId, phone, body } = note;
    const purpose = note.kind === 'test' ? 'test' : 'news';
    const sent = await this.texts.send(accountId, { contactId, phone }, body, purpose);
    await this.db.within(accountId, (tx) => noteOutcome(tx, noteId, sent?.kind ?? 'no_line'));
    const isLost = sent === null || sent.kind === 'refused';
    if (purpose === 'test' && isLost) await this.tests.status(accountId, contactId, 'failed');
  }

  private claim(tx: AccountTx, noteId: string): Promise<ClaimedNote | null> {
    const now = this.clock.now();
    return claimNote(tx, noteId, now, new Date(now.getTime() + CONFIRM_WITHIN_MS));
  }
}
