import { DomainError } from '@domain/errors/domain-error';
import type { E164 } from '@domain/phone/e164';
import { Injectable } from '@nestjs/common';
import { Journal, type Actor } from '@platform/journal/journal';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { CallLog } from './call-log.service.js';
import { Call } from './call.entity.js';
import { PlacedCallsService, type BookedCall } from './placed-calls.service.js';
import { lockCallingLine, testCallsSince, verifiedPhones, type VerifiedPhone } from './test-calls.queries.js';

const HOUR_SECONDS = 3600;
const MOST_AN_HOUR = 5;

/** Whose phone is to ring. */
export interface TestCallWish {
  contactId: string | null;
  phone: E164 | null;
  /** Who asks: the person, also behind an API key. */
  userId: string;
  actor: Actor;
}

/** The rows of test calls: written before the carrier is asked. */
@Injectable()
export class TestCallBookService {
  constructor(
    private readonly log: CallLog,
    private readonly journal: Journal,
    private readonly placed: PlacedCallsService,
  ) {}

  /** Throws `setup-incomplete`, `phone-not-verified`, `test-call-limit`. */
  async book(tx: AccountTx, wish: TestCallWish): Promise<BookedCall> {
    const line = await lockCallingLine(tx);
    if (!line?.assistantId) throw setupIncomplete();
    const chosen = (await verifiedPhones(tx)).find((each) => isWished(each, wish));
    if (!chosen) throw notVerified();
    if ((await this.placedLately(tx)).length >= MOST_AN_HOUR) throw tooMany();
    const call = {
      ...this.placed.begun('test'),
      stage: 'greeting',
      lineId: line.id,
      callerPhone: chosen.phone,
    } as const;
    await tx.insert(Call, { ...call, handledBy: 'ai', askedBy: wish.userId });
    const told = { event: 'test_call.placed', subjectId: call.id, callId: call.id, actor: wish.actor };
    await this.journal.record(tx, told);
    return { kind: 'test', callId: call.id, from: line.number, to: chosen.phone, placedAt: call.calledAt };
  }

  /** How many may still be placed within the hour that has just passed. */
  async left(tx: AccountTx): Promise<number> {
    return Math.max(0, MOST_AN_HOUR - (await this.placedLately(tx)).length);
  }

  private placedLately(tx: AccountTx): Promise<Date[]> {
    return testCallsSince(tx, this.log.later(-HOUR_SECONDS));
  }
}

function isWished({ contactId, phone }: VerifiedPhone, wish: TestCallWish): boolean {
  return wish.contactId === null ? phone === wish.phone : contactId === wish.contactId;
}

const setupIncomplete = (): DomainError =>
  new DomainError(
    'conflict',
    'setup-incomplete',
    'Complete setup first: a test call needs your line and your voice agent.',
  );

// The same for a phone that is not verified and for one nobody has: who asks learns nothing about other people's numbers.
const notVerified = (): DomainError =>
  new DomainError(
    'invalid',
    'phone-not-verified',
    'Test calls only go to a verified phone of your own team. Verify yours under On-Call Team, then try again.',
  );

const tooMany = (): DomainError =>
  new DomainError('limited', 'test-call-limit', `You can place ${MOST_AN_HOUR} test calls an hour. Try again later.`);
