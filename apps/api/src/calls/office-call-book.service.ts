import { DomainError, notFound } from '@domain/errors/domain-error';
import { mayDial, type E164 } from '@domain/phone/e164';
import { Injectable } from '@nestjs/common';
import { Journal, type Actor } from '@platform/journal/journal';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { CallLog } from './call-log.service.js';
import { Call } from './call.entity.js';
import { customerBehind, placedBy, type OfficeCallSubject } from './office-calls.queries.js';
import { PlacedCallsService, type BookedCall } from './placed-calls.service.js';
import { lockCallingLine, verifiedPhones } from './test-calls.queries.js';

const HOUR_SECONDS = 3600;
/** One every two minutes, all day: more than anybody returns calls, and little to a thief of a sign-in. */
const MOST_AN_HOUR = 30;

/** Who wants to speak with whom, and whose phone is to ring for it. */
export interface OfficeCallWish {
  deskContactId: string;
  subject: OfficeCallSubject;
  userId: string;
  actor: Actor;
}

/** The rows of calls the office places: written before the carrier is asked. */
@Injectable()
export class OfficeCallBookService {
  constructor(
    private readonly log: CallLog,
    private readonly journal: Journal,
    private readonly placed: PlacedCallsService,
  ) {}

  /**
   * No number is ever given: it is the customer's of a card, an emergency or a call of this account, and a proved phone of
   * the team (toll fraud, FRD-01). Throws `no-line`, `phone-not-verified`, `…-not-found`, `no-number`, `phone-not-allowed`,
   * `office-call-limit`.
   */
  async book(tx: AccountTx, wish: OfficeCallWish): Promise<BookedCall> {
    const line = await lockCallingLine(tx);
    if (!line) throw noLine();
    const desk = (await verifiedPhones(tx)).find(({ contactId }) => contactId === wish.deskContactId);
    if (!desk) throw notVerified();
    const customer = await this.customerOf(tx, wish.subject);
    if (customer === desk.phone) throw samePhone();
    if ((await placedBy(tx, wish.userId, this.log.later(-HOUR_SECONDS))) >= MOST_AN_HOUR) throw tooMany();
    const call = { ...this.placed.begun('office'), stage: 'routing', lineId: line.id, callerPhone: customer } as const;
    await tx.insert(Call, {
      ...call,
      askedBy: wish.userId,
      deskContactId: desk.contactId,
      aboutCardId: wish.subject.leadCardId,
      aboutIncidentId: wish.subject.incidentId,
    });
    await this.tell(tx, call.id, wish);
    return { kind: 'office', callId: call.id, from: line.number, to: desk.phone, placedAt: call.calledAt };
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
