import { BUSY_TOO_LONG, busyText, LONGEST_BUSY_MS, PASSED_ON, WELCOME_BACK } from '@domain/on-call/busy-words';
import type { PagerWords } from '@domain/on-call/pager-words';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { BusyService } from './busy.service.js';
import { placeOf } from './on-call.queries.js';
import type { TeamAnswer } from './on-call.types.js';

/** "BUSY 2H" and "BACK". */
@Injectable()
export class BusyTextsService {
  constructor(
    private readonly clock: Clock,
    private readonly busy: BusyService,
  ) {}

  /** Null: "back" of somebody who is not busy is about something else. */
  async hear(
    tx: AccountTx,
    contactId: string,
    said: Extract<PagerWords, { kind: 'busy' | 'back' }>,
  ): Promise<TeamAnswer | null> {
    const { language } = said;
    if (said.kind === 'back') return (await this.free(tx, contactId)) ? { answer: WELCOME_BACK[language] } : null;
    const now = this.clock.now();
    if (said.until.getTime() - now.getTime() > LONGEST_BUSY_MS) return { answer: BUSY_TOO_LONG[language] };
    const actor = { type: 'contact', id: contactId } as const;
    const { firstName } = await this.busy.start(tx, { contactId, endsAt: said.until }, actor);
    const { timeZone } = await placeOf(tx);
    const answer = busyText(firstName, { until: said.until, now, timeZone })[language];
    return { answer, answerIfPassed: `${PASSED_ON[language]} ${answer}` };
  }

  /** False when this person was not busy. */
  free(tx: AccountTx, contactId: string): Promise<boolean> {
    return this.busy.stop(tx, { contactId }, { type: 'contact', id: contactId });
  }
}
