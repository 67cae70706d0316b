import { DomainError } from '@domain/errors/domain-error';
import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import { AssistantService } from './assistant.service.js';
import { PlacedCallsService } from './placed-calls.service.js';
import { TestCallBookService, type TestCallWish } from './test-call-book.service.js';
import { latestTestCalls, verifiedPhones, type TestCallRow, type VerifiedPhone } from './test-calls.queries.js';

/** PRD, VTCR 1.3. */
export const TEST_CALL_SECONDS = 60;
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
    private readonly placed: PlacedCallsService,
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
    if (await this.placed.place(accountId, booked, TEST_CALL_SECONDS)) return booked.callId;
    throw new DomainError(
      'unavailable',
      'test-call-failed',
      'The phone network did not take the call. Check the number and try again in a minute.',
    );
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
}
