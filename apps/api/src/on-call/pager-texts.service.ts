import { answeredIn } from '@domain/on-call/pager-language';
import { HOW_LONG_TEXT, pagerWords, type PagerWords } from '@domain/on-call/pager-words';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { BusyTextsService } from './busy-texts.service.js';
import type { Contact } from './contact.entity.js';
import { CoverAsksService } from './cover-asks.service.js';
import { placeOf } from './on-call.queries.js';
import { OnCallRoster } from './on-call-roster.entity.js';
import { OverridesService } from './overrides.service.js';
import type { TeamAnswer } from './on-call.types.js';

type AboutThePlan = Exclude<PagerWords, { kind: 'busy' | 'back' }>;

/** "TAKE UNTIL 6AM", "OFF TONIGHT", "SWAP SAL FRI", "BUSY 2H", in English and Spanish (reference/oncall 7.5). */
@Injectable()
export class PagerTextsService {
  constructor(
    private readonly clock: Clock,
    private readonly overrides: OverridesService,
    private readonly covers: CoverAsksService,
    private readonly busy: BusyTextsService,
  ) {}

  /** Null: the words are about something else. `sender`: whose phone has proved itself. */
  async hear(tx: AccountTx, { id: contactId, language }: Contact, words: string): Promise<TeamAnswer | null> {
    const heard = pagerWords(words, this.clock.now(), (await placeOf(tx)).timeZone);
    if (!heard || !(await tx.findOne(OnCallRoster, {}))) return null;
    const said = { ...heard, language: answeredIn(language, heard.language) };
    if (said.kind === 'busy' || said.kind === 'back') return this.busy.hear(tx, contactId, said);
    return this.answer(tx, contactId, said);
  }

  private async answer(tx: AccountTx, contactId: string, said: AboutThePlan): Promise<TeamAnswer> {
    const wish = { askerId: contactId, language: said.language };
    switch (said.kind) {
      case 'how_long':
        return { answer: HOW_LONG_TEXT[said.language] };
      case 'off':
        return { answer: await this.covers.off(tx, wish) };
      case 'swap':
        return { answer: await this.covers.swap(tx, wish, said) };
      case 'take':
        // Who takes the pager is no longer busy.
        await this.busy.free(tx, contactId);
        await this.overrides.takeUntil(tx, contactId, said.until, { type: 'contact', id: contactId });
        return { answer: null };
    }
  }
}
