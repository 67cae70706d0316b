import { DomainError } from '@domain/errors/domain-error';
import type { AccountId } from '@domain/ids';
import { Telephony, type SendOutcome } from '@domain/ports/telephony';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import { AssistantService } from './assistant.service.js';
import { TestCallBookService, type BookedTestCall, type TestCallWish } from './test-call-book.service.js';
import { latestTestCalls, verifiedPhones, type TestCallRow, type VerifiedPhone } from './test-calls.queries.js';

/** PRD, VTCR 1.3. */
export const TEST_CALL_SECONDS = 60;
const RING_SECONDS = 25;
const SHOWN = 10;

export interface TestCallDesk {
  phones: VerifiedPhone[];
  left: number;
  calls: TestCallRow[];
}

/** "Test Call": rings a verified phone of the account, where its own agent answers with the saved greeting (VTCR 1.3). */
@Injectable()
export class TestCallsService {
  constructor(
    private readonly db: AccountDb,
    private readonly book: TestCallBookService,
    private readonly assistants: AssistantService,
    private readonly telephony: Telephony,
  ) {}

  desk(accountId: AccountId): Promise<TestCallDesk> {
    return this.db.within(accountId, async (tx) => ({
      phones: await verifiedPhones(tx),
      left: await this.book.left(tx),
      calls: await latestTestCalls(tx, SHOWN),
    }));
  }

  /** Throws what `TestCallBookService.book` throws, and `assistant-not-ready`, `test-call-failed`. */
  async place(accountId: AccountId, wish: TestCallWish): Promise<string> {
    await this.publishFirst(accountId);
    const booked = await this.db.within(accountId, (tx) => this.book.book(tx, wish));
    const outcome = await this.telephony.placeCall({
      ...{ from: booked.from, to: booked.to, ringSeconds: RING_SECONDS, limitSeconds: TEST_CALL_SECONDS },
      ...{ answerUrl: booked.answerUrl, statusUrl: booked.statusUrl },
    });
    const sid = await this.sidOf(outcome, booked);
    if (sid === null) return this.refuse(accountId, booked, outcome);
    await this.db.within(accountId, (tx) => this.book.attach(tx, booked.callId, sid));
    return booked.callId;
  }

  /** What is heard must be what was saved, also when the queue is behind. */
  private async publishFirst(accountId: AccountId): Promise<void> {
    try {
      await this.assistants.publish(accountId);
    } catch {
      throw new DomainError(
        'unavailable',
        'assistant-not-ready',
        'Your last change has not reached the voice agent yet. Try again in a minute.',
      );
    }
  }

  /** The answer was lost: the carrier is asked, and nothing rings twice. */
  private async sidOf(outcome: SendOutcome, { from, to, placedAt }: BookedTestCall): Promise<string | null> {
    if (outcome.kind === 'accepted') return outcome.sid;
    if (outcome.kind === 'refused') return null;
    const trace = await this.telephony.findCall({ from, to, since: placedAt });
    return trace.kind === 'found' ? trace.trace.sid : null;
  }

  private async refuse(accountId: AccountId, { callId }: BookedTestCall, outcome: SendOutcome): Promise<never> {
    const reason = outcome.kind === 'refused' ? `carrier-${outcome.code}` : 'carrier-silent';
    await this.db.within(accountId, (tx) => this.book.fail(tx, callId, reason));
    throw new DomainError(
      'unavailable',
      'test-call-failed',
      'The phone network did not take the call. Check the number and try again in a minute.',
    );
  }
}
