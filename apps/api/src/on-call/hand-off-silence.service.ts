import { afterSilence, USUAL_QUIET } from '@domain/on-call/hand-off-silence';
import type { AccountId } from '@domain/ids';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { quietHoursOf, rememberTold, settleSilence, silentNote } from './hand-off-notes.queries.js';
import { OnCallChangesService } from './on-call-changes.service.js';
import { OnCallService } from './on-call.service.js';

/** Somebody was told of a shift and has not confirmed it: the next in line hears of it before the first emergency does. */
@Injectable()
export class HandOffSilenceService {
  constructor(
    private readonly db: AccountDb,
    private readonly clock: Clock,
    private readonly onCall: OnCallService,
    private readonly changes: OnCallChangesService,
  ) {}

  /** Alarm `hand_off_silence`. Tells one person, once. */
  fire(accountId: AccountId, noteId: string): Promise<void> {
    return this.db.within(accountId, (tx) => this.look(tx, noteId));
  }

  private async look(tx: AccountTx, noteId: string): Promise<void> {
    const now = this.clock.now();
    const note = await silentNote(tx, noteId, now);
    if (!note) return;
    const found = afterSilence(await this.onCall.schedule(tx, now), note, now, (await quietHoursOf(tx)) ?? USUAL_QUIET);
    if (found.kind !== 'tell') return settleSilence(tx, noteId, found.kind === 'later' ? found.at : null);
    const toldId = found.person?.contactId ?? null;
    await rememberTold(tx, noteId, toldId, now);
    await this.changes.handOffUnconfirmed(tx, note.contactId, toldId, found.stretch);
  }
}
