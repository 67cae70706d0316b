import { HAND_OFF_CONFIRMED, STILL_ON_CALL } from '@domain/on-call/cover-words';
import { confirmedAfterAllText } from '@domain/on-call/on-call-words';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import { Journal } from '@platform/journal/journal';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { confirmHandOff, refuseHandOff } from './hand-off-notes.queries.js';
import { OnCallNotesService } from './on-call-notes.service.js';
import { contactName, placeOf } from './on-call.queries.js';
import type { TeamAnswer, TeamReply } from './on-call.types.js';

/** What somebody says who was told of a shift. It moves nothing, so a phone that has not proved itself may say it too. */
@Injectable()
export class HandOffAnswersService {
  constructor(
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly notes: OnCallNotesService,
  ) {}

  /** Null: no notice of a shift waits for this person's answer. */
  async hear(tx: AccountTx, contactId: string, { said, language }: TeamReply): Promise<TeamAnswer | null> {
    const now = this.clock.now();
    if (said === 'no') return (await refuseHandOff(tx, contactId, now)) ? { answer: STILL_ON_CALL[language] } : null;
    const confirmed = await confirmHandOff(tx, contactId, now);
    if (!confirmed) return null;
    const actor = { type: 'contact', id: contactId } as const;
    await this.journal.record(tx, { event: 'on_call.hand_off_confirmed', subjectId: contactId, actor });
    if (confirmed.toldId) await this.tellAfterAll(tx, confirmed.toldId, contactId);
    return { answer: HAND_OFF_CONFIRMED[language] };
  }

  private async tellAfterAll(tx: AccountTx, toldId: string, contactId: string): Promise<void> {
    const { business } = await placeOf(tx);
    await this.notes.tell(tx, toldId, confirmedAfterAllText(business, await contactName(tx, contactId)));
  }
}
