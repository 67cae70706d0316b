import { DomainError } from '@domain/errors/domain-error';
import { answeredIn } from '@domain/on-call/pager-language';
import { asksForPractice, PRACTICE_LIMITED, practiceText } from '@domain/on-call/practice';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import { Journal } from '@platform/journal/journal';
import type { AccountTx } from '@platform/tenancy/account-tx';
import type { Contact } from './contact.entity.js';
import { assertTestAllowed } from './contact-test.service.js';
import { OnCallNotesService } from './on-call-notes.service.js';
import { placeOf, TEST_SENT } from './on-call.queries.js';
import type { TeamAnswer } from './on-call.types.js';

/** "TEST" by text: an alert as it comes at night, to the phone that asks for it. */
@Injectable()
export class PracticeService {
  constructor(
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly notes: OnCallNotesService,
  ) {}

  /** Null: the words are about something else. Counts among the tests of the hour; its receipt is shown as theirs are. */
  async hear(tx: AccountTx, { id: contactId, language: own }: Contact, words: string): Promise<TeamAnswer | null> {
    const asked = asksForPractice(words);
    if (!asked) return null;
    const language = answeredIn(own, asked);
    if (!(await this.isAllowed(tx, contactId))) return { answer: PRACTICE_LIMITED[language] };
    const actor = { type: 'contact', id: contactId } as const;
    await this.journal.record(tx, { event: TEST_SENT, subjectId: contactId, actor, data: { practice: true } });
    await this.notes.tell(tx, contactId, practiceText((await placeOf(tx)).business, language), { kind: 'test' });
    return { answer: null };
  }

  private async isAllowed(tx: AccountTx, contactId: string): Promise<boolean> {
    try {
      await assertTestAllowed(tx, contactId, this.clock.now());
      return true;
    } catch (error) {
      if (error instanceof DomainError) return false;
      throw error;
    }
  }
}
