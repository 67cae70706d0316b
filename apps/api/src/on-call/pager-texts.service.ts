import { HOW_LONG_TEXT, pagerWords } from '@domain/on-call/pager-words';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { CoverAsksService } from './cover-asks.service.js';
import { placeOf } from './on-call.queries.js';
import { OnCallRoster } from './on-call-roster.entity.js';
import { OverridesService } from './overrides.service.js';
import type { TeamAnswer } from './on-call.types.js';

/** "TAKE UNTIL 6AM", "OFF TONIGHT", "SWAP SAL", in English and Spanish (reference/oncall 7.5). */
@Injectable()
export class PagerTextsService {
  constructor(
    private readonly clock: Clock,
    private readonly overrides: OverridesService,
    private readonly covers: CoverAsksService,
  ) {}

  /** Null: the words are about something else. `contactId`: whose phone has proved itself. */
  async hear(tx: AccountTx, contactId: string, words: string): Promise<TeamAnswer | null> {
    const said = pagerWords(words, this.clock.now(), (await placeOf(tx)).timeZone);
    if (!said || !(await tx.findOne(OnCallRoster, {}))) return null;
    const wish = { askerId: contactId, language: said.language };
    switch (said.kind) {
      case 'how_long':
        return { answer: HOW_LONG_TEXT[said.language] };
      case 'off':
        return { answer: await this.covers.off(tx, wish) };
      case 'swap':
        return { answer: await this.covers.swap(tx, wish, said.name) };
      case 'take':
        await this.overrides.takeUntil(tx, contactId, said.until, { type: 'contact', id: contactId });
        return { answer: null };
    }
  }
}
