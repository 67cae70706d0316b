import { pagerAnswer } from '@domain/on-call/pager-answer';
import { answeredIn } from '@domain/on-call/pager-language';
import { codeAnswer, looksLikeCode } from '@domain/on-call/verification';
import { Injectable } from '@nestjs/common';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { Contact } from './contact.entity.js';
import { CoverAnswersService } from './cover-answers.service.js';
import type { TeamAnswer } from './on-call.types.js';
import { PagerTextsService } from './pager-texts.service.js';
import { PracticeService } from './practice.service.js';
import { VerificationService } from './verification.service.js';

/** What the crew texts about itself: a code that proves a phone, a word about who has the pager, a yes to a question. */
@Injectable()
export class TeamTextsService {
  constructor(
    private readonly verification: VerificationService,
    private readonly pager: PagerTextsService,
    private readonly covers: CoverAnswersService,
    private readonly practice: PracticeService,
  ) {}

  /**
   * Words that mean the same whatever emergency is open. `from`: E.164 of the sender. Null: a stranger's words, or words
   * about something else.
   */
  async hear(tx: AccountTx, from: string, words: string): Promise<TeamAnswer | null> {
    const sender = await tx.findOne(Contact, { phone: from });
    if (!sender) return null;
    await this.heardFrom(tx, sender);
    if (looksLikeCode(words)) return this.code(tx, sender, words);
    return mayMove(sender) ? this.pager.hear(tx, sender, words) : null;
  }

  /** "1", "2" and "TEST", which an emergency has the first right to: asked only when none waits for this person. */
  async answer(tx: AccountTx, from: string, words: string): Promise<TeamAnswer | null> {
    const said = pagerAnswer(words);
    const sender = await tx.findOne(Contact, { phone: from });
    if (!sender?.isActive) return null;
    if (!said) return this.practice.hear(tx, sender, words);
    const language = answeredIn(sender.language, said.language);
    return this.covers.hear(tx, sender.id, { said: said.said, language }, mayMove(sender));
  }

  /** A landline that texts is none: carriers' books lag behind numbers that moved. */
  private async heardFrom(tx: AccountTx, { id, lineType }: Contact): Promise<void> {
    if (lineType === 'landline') await tx.update(Contact, { id }, { lineType: 'unknown' });
  }

  /**
   * Six digits are used up here, right or wrong: they are never an acceptance, and no acceptance ever verifies a phone
   * (VTCR 1.2).
   */
  private async code(tx: AccountTx, { id, language }: Contact, words: string): Promise<TeamAnswer> {
    const verdict = await this.verification.judgeIn(tx, id, words, { type: 'contact', id });
    return { answer: codeAnswer(verdict, language) };
  }
}

/** Only a phone that has proved itself may move the pager; caller ids of texts can be forged. */
const mayMove = (sender: Contact): boolean => sender.isActive && sender.verifiedAt !== null;
