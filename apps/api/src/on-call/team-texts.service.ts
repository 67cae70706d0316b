import { HOW_LONG_TEXT, pagerWords } from '@domain/on-call/pager-words';
import { codeAnswer, looksLikeCode } from '@domain/on-call/verification';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { Contact } from './contact.entity.js';
import { placeOf } from './on-call.queries.js';
import { OnCallRoster } from './on-call-roster.entity.js';
import { OverridesService } from './overrides.service.js';
import { VerificationService } from './verification.service.js';

/** A text that was about the team. `answer` is null where a note of the change says it already. */
export interface TeamAnswer {
  answer: string | null;
}

/** What the crew texts about itself: a code that proves a phone, "TAKE UNTIL 6AM". Read before anything about emergencies. */
@Injectable()
export class TeamTextsService {
  constructor(
    private readonly clock: Clock,
    private readonly overrides: OverridesService,
    private readonly verification: VerificationService,
  ) {}

  /** `from`: E.164 of the sender. Null: a stranger's words, or words about something else. */
  async hear(tx: AccountTx, from: string, words: string): Promise<TeamAnswer | null> {
    const sender = await tx.findOne(Contact, { phone: from });
    if (!sender) return null;
    await this.heardFrom(tx, sender);
    return looksLikeCode(words) ? this.code(tx, sender, words) : this.pager(tx, sender, words);
  }

  /** A landline that texts is none: carriers' books lag behind numbers that moved. */
  private async heardFrom(tx: AccountTx, { id, lineType }: Contact): Promise<void> {
    if (lineType === 'landline') await tx.update(Contact, { id }, { lineType: 'unknown' });
  }

  /**
   * Six digits are used up here, right or wrong: they are never an acceptance, and no acceptance ever verifies a phone
   * (VTCR 1.2).
   */
  private async code(tx: AccountTx, { id }: Contact, words: string): Promise<TeamAnswer> {
    return { answer: codeAnswer(await this.verification.judgeIn(tx, id, words, { type: 'contact', id })) };
  }

  /** Only a phone that has proved itself may move the pager; caller ids of texts can be forged. */
  private async pager(tx: AccountTx, sender: Contact, words: string): Promise<TeamAnswer | null> {
    const said = pagerWords(words, this.clock.now(), (await placeOf(tx)).timeZone);
    if (!said || !sender.isActive || sender.verifiedAt === null) return null;
    if (!(await tx.findOne(OnCallRoster, {}))) return null;
    if (said.kind === 'how_long') return { answer: HOW_LONG_TEXT };
    await this.overrides.takeUntil(tx, sender.id, said.until, { type: 'contact', id: sender.id });
    return { answer: null };
  }
}
