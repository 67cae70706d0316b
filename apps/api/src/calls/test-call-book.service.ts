import { laterStatus } from '@domain/call/call-status';
import { DomainError } from '@domain/errors/domain-error';
import type { E164 } from '@domain/phone/e164';
import { Injectable } from '@nestjs/common';
import { Env } from '@platform/env/env';
import { Journal, type Actor } from '@platform/journal/journal';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { newId } from '@platform/tenancy/new-id';
import { CallLog } from './call-log.service.js';
import { Call } from './call.entity.js';
import { mapReference } from './calls.queries.js';
import { lockCallingLine, testCallsSince, verifiedPhones, type VerifiedPhone } from './test-calls.queries.js';

const HOUR_SECONDS = 3600;
const MOST_AN_HOUR = 5;
const LOOK_AFTER_SECONDS = 120;
/** Before the carrier's reference of a test call until it has one. */
export const UNPLACED = 'test/';

/** Whose phone is to ring. */
export interface TestCallWish {
  contactId: string | null;
  phone: E164 | null;
  /** Who asks: the person, also behind an API key. */
  userId: string;
  actor: Actor;
}

export interface BookedTestCall {
  callId: string;
  from: E164;
  to: E164;
  answerUrl: string;
  statusUrl: string;
  placedAt: Date;
}

/** The rows of test calls: written before the carrier is asked, brought up to date by what it says. */
@Injectable()
export class TestCallBookService {
  constructor(
    private readonly log: CallLog,
    private readonly journal: Journal,
    private readonly env: Env,
  ) {}

  /** Throws `setup-incomplete`, `phone-not-verified`, `test-call-limit`. */
  async book(tx: AccountTx, wish: TestCallWish): Promise<BookedTestCall> {
    const line = await lockCallingLine(tx);
    if (!line?.assistantId) throw setupIncomplete();
    const chosen = (await verifiedPhones(tx)).find((each) => isWished(each, wish));
    if (!chosen) throw notVerified();
    if ((await this.placedLately(tx)).length >= MOST_AN_HOUR) throw tooMany();
    const callId = newId();
    const placedAt = this.log.now();
    await tx.insert(Call, {
      ...{
        id: callId,
        lineId: line.id,
        callSid: `${UNPLACED}${callId}`,
        direction: 'outbound',
        callerPhone: chosen.phone,
      },
      ...{ status: 'ringing', handledBy: 'ai', stage: 'greeting', isTest: true, askedBy: wish.userId },
      ...{ calledAt: placedAt, nextCheckAt: this.log.later(LOOK_AFTER_SECONDS) },
    });
    await this.journal.record(tx, { event: 'test_call.placed', subjectId: callId, callId, actor: wish.actor });
    const [answerUrl, statusUrl] = [this.url(tx, callId, 'answer'), this.url(tx, callId, 'status')];
    return { callId, from: line.number, to: chosen.phone, answerUrl, statusUrl, placedAt };
  }

  /** How many may still be placed within the hour that has just passed. */
  async left(tx: AccountTx): Promise<number> {
    return Math.max(0, MOST_AN_HOUR - (await this.placedLately(tx)).length);
  }

  /**
   * From now on the carrier's news of this call finds its row; the answer and the webhooks come in any order. False when
   * there is no such test call.
   */
  async attach(tx: AccountTx, callId: string, callSid: string): Promise<boolean> {
    const known = (await tx.update(Call, { id: callId, isTest: true }, { callSid })) === 1;
    if (known) await mapReference(tx, callSid, callId);
    return known;
  }

  async fail(tx: AccountTx, callId: string, reason: string): Promise<void> {
    const call = await tx.lock(Call, { id: callId });
    if (!call || call.endedAt) return;
    const status = laterStatus(call.status, 'failed');
    const ended = { status, endedAt: this.log.now(), stage: 'ended', endReason: reason, nextCheckAt: null } as const;
    await tx.update(Call, { id: callId }, ended);
    await this.log.tell(tx, callId, 'test_call.failed', { teller: 'system', data: { reason } });
  }

  private url(tx: AccountTx, callId: string, step: string): string {
    const origin = this.env.PUBLIC_URL.replace(/\/$/, '');
    return `${origin}/api/twilio/test-call/${step}?account=${tx.accountId}&call=${callId}`;
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
