import type { Said } from '@domain/on-call/pager-language';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import { Jobs } from '@platform/jobs/jobs';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { newId } from '@platform/tenancy/new-id';
import { insertNote, type NoteAbout } from './on-call-notes.queries.js';

const NOTIFY = 'on_call.notify';

/** Tells people what became of their nights. Written with the change, sent after it; a rollback tells nobody. */
@Injectable()
export class OnCallNotesService {
  constructor(
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  /** `words`: in both languages, or chosen already, because they answer somebody's own. */
  async tell(
    tx: AccountTx,
    contactId: string,
    words: Said | string,
    about: NoteAbout = { kind: 'news' },
  ): Promise<void> {
    const id = newId();
    const said = typeof words === 'string' ? { en: words, es: words } : words;
    await insertNote(tx, { id, contactId, said, about }, this.clock.now());
    // The queue keeps one waiting job for each key: without one the second person's news would be dropped.
    await this.jobs.enqueue(tx, NOTIFY, { accountId: tx.accountId, id }, { singletonKey: id });
  }
}
