import { laterStatus } from '@domain/call/call-status';
import { DomainError, notFound } from '@domain/errors/domain-error';
import { mayDial, type E164 } from '@domain/phone/e164';
import { Injectable } from '@nestjs/common';
import { Env } from '@platform/env/env';
import { Journal, type Actor } from '@platform/journal/journal';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { newId } from '@platform/tenancy/new-id';
import { CallLog } from './call-log.service.js';
import { Call } from './call.entity.js';
import { mapReference } from './calls.queries.js';
import { customerBehind, placedBy, type OfficeCallSubject } from './office-calls.queries.js';
import { lockCallingLine, verifiedPhones } from './test-calls.queries.js';

const HOUR_SECONDS = 3600;
/** One every two minutes, all day: more than anybody returns calls, and little to a thief of a sign-in. */
const MOST_AN_HOUR = 30;
const LOOK_AFTER_SECONDS = 120;
/** Before the carrier's reference of a call until it has one. */
export const UNPLACED_BY_OFFICE = 'office/';

/** Who wants to speak with whom, and whose phone is to ring for it. */
export interface OfficeCallWish {
  deskContactId: string;
  subject: OfficeCallSubject;
  userId: string;
  actor: Actor;
}

export interface BookedOfficeCall {
  callId: string;
  from: E164;
  to: E164;
  answerUrl: string;
  statusUrl: string;
  placedAt: Date;
}

/** The rows of calls the office places: written before the carrier is asked, brought up to date by what it says. */
@Injectable()
export class OfficeCallBookService {
  constructor(
    private readonly log: CallLog,
    private readonly journal: Journal,
    private readonly env: Env,
  ) {}

  /**
   * No number is ever given: it is the customer's of a card, an emergency or a call of this account, and a proved phone of
   * the team (toll fraud, FRD-01). Throws `no-line`, `phone-not-verified`, `…-not-found`, `no-number`, `phone-not-allowed`,
   * `office-call-limit`.
   */
  async book(tx: AccountTx, wish: OfficeCallWish): Promise<BookedOfficeCall> {
    const line = await lockCallingLine(tx);
    if (!line) throw noLine();
    const desk = (await verifiedPhones(tx)).find(({ contactId }) => contactId === wish.deskContactId);
    if (!desk) throw notVerified();
    const customer = await this.customerOf(tx, wish.subject);
    if (customer === desk.phone) throw samePhone();
    if ((await placedBy(tx, wish.userId, this.log.later(-HOUR_SECONDS))) >= MOST_AN_HOUR) throw tooMany();
    const callId = newId();
    const placedAt = this.log.now();
    await tx.insert(Call, {
      ...{
        id: callId,
        lineId: line.id,
        callSid: `${UNPLACED_BY_OFFICE}${callId}`,
        direction: 'outbound',
        callerPhone: customer,
      },
      ...{ status: 'ringing', stage: 'routing', askedBy: wish.userId, deskContactId: desk.contactId },
      ...{ aboutCardId: wish.subject.leadCardId, aboutIncidentId: wish.subject.incidentId },
      ...{ calledAt: placedAt, nextCheckAt: this.log.later(LOOK_AFTER_SECONDS) },
    });
    await this.tell(tx, callId, wish);
    const url = (step: string) => this.url(tx, callId, step);
    return { callId, from: line.number, to: desk.phone, answerUrl: url('answer'), statusUrl: url('status'), placedAt };
  }

  /** From now on the carrier's news of this call finds its row. False when there is no such call of the office. */
  async attach(tx: AccountTx, callId: string, callSid: string): Promise<boolean> {
    const known = (await tx.update(Call, { id: callId, direction: 'outbound', isTest: false }, { callSid })) === 1;
    if (known) await mapReference(tx, callSid, callId);
    return known;
  }

  async fail(tx: AccountTx, callId: string, reason: string): Promise<void> {
    const call = await tx.lock(Call, { id: callId });
    if (!call || call.endedAt) return;
    const status = laterStatus(call.status, 'failed');
    const ended = { status, endedAt: this.log.now(), stage: 'ended', endReason: reason, nextCheckAt: null } as const;
    await tx.update(Call, { id: callId }, ended);
    await this.log.tell(tx, callId, 'office_call.failed', { teller: 'system', data: { reason } });
  }

  private async customerOf(tx: AccountTx, subject: OfficeCallSubject): Promise<E164> {
    const customer = await customerBehind(tx, subject);
    if (!customer) throw notFound('caller');
    if (customer.phone === null) throw noNumber();
    if (!mayDial(customer.phone as E164)) throw notAllowed();
    return customer.phone as E164;
  }

  /** On the emergency's timeline, or the card's; a call about a call has only its own. */
  private tell(tx: AccountTx, callId: string, { subject, actor }: OfficeCallWish): Promise<void> {
    const subjectId = subject.incidentId ?? subject.leadCardId ?? callId;
    const event = subject.incidentId === null ? 'office_call.placed' : 'incident.caller_rung';
    return this.journal.record(tx, { event, subjectId, callId, actor });
  }

  private url(tx: AccountTx, callId: string, step: string): string {
    const origin = this.env.PUBLIC_URL.replace(/\/$/, '');
    return `${origin}/api/twilio/office-call/${step}?account=${tx.accountId}&call=${callId}`;
  }
}

const noLine = () => new DomainError('conflict', 'no-line', 'Calls are placed from your line. Set it up first.');
const notVerified = () =>
  new DomainError(
    'invalid',
    'phone-not-verified',
    'Your own phone rings first, so it has to be verified. Verify it under On-call, People.',
  );
const noNumber = () => new DomainError('conflict', 'no-number', 'This caller withheld the number.');
const notAllowed = () =>
  new DomainError('conflict', 'phone-not-allowed', 'Only regular numbers in the US and Canada can be called.');
const samePhone = () => new DomainError('invalid', 'same-person', 'This phone cannot call itself.');
const tooMany = () =>
  new DomainError('limited', 'office-call-limit', `You can place ${MOST_AN_HOUR} calls an hour. Try again later.`);
