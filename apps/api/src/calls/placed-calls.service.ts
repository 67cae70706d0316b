import { laterStatus } from '@domain/call/call-status';
import type { AccountId } from '@domain/ids';
import type { E164 } from '@domain/phone/e164';
import { Telephony, type SendOutcome } from '@domain/ports/telephony';
import { Injectable } from '@nestjs/common';
import { Env } from '@platform/env/env';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { newId } from '@platform/tenancy/new-id';
import { CallLog } from './call-log.service.js';
import { Call } from './call.entity.js';
import { mapReference } from './calls.queries.js';

const RING_SECONDS = 25;
const LOOK_AFTER_SECONDS = 120;

/** `office`: somebody there speaks with a customer. `test`: a phone of the team hears its own agent (VTCR 1.3). */
export type PlacedKind = 'office' | 'test';

/** A call of ours, written down before the carrier is asked. */
export interface BookedCall {
  kind: PlacedKind;
  callId: string;
  from: E164;
  to: E164;
  placedAt: Date;
}

const unplaced = (kind: PlacedKind, callId: string): string => `${kind}/${callId}`;

/** The process died between the row and the carrier: such a call never rang, and nobody will tell. */
export const wasNeverPlaced = ({ id, callSid }: Pick<Call, 'id' | 'callSid'>): boolean =>
  callSid === unplaced('office', id) || callSid === unplaced('test', id);

/** Calls that the business places itself: from the row to the carrier, and to the reference its news will bear. */
@Injectable()
export class PlacedCallsService {
  constructor(
    private readonly db: AccountDb,
    private readonly log: CallLog,
    private readonly telephony: Telephony,
    private readonly env: Env,
  ) {}

  /** The columns that every call of ours begins with. */
  begun(kind: PlacedKind) {
    const id = newId();
    return {
      id,
      callSid: unplaced(kind, id),
      direction: 'outbound',
      isTest: kind === 'test',
      status: 'ringing',
      calledAt: this.log.now(),
      nextCheckAt: this.log.later(LOOK_AFTER_SECONDS),
    } as const;
  }

  /** Rings `to`; `false` when the carrier did not take it. `limitSeconds`: after that it hangs up. */
  async place(accountId: AccountId, booked: BookedCall, limitSeconds?: number): Promise<boolean> {
    const { from, to } = booked;
    const [answerUrl, statusUrl] = [this.url(accountId, booked, 'answer'), this.url(accountId, booked, 'status')];
    const ring = { from, to, answerUrl, statusUrl, ringSeconds: RING_SECONDS };
    const outcome = await this.telephony.placeCall(limitSeconds === undefined ? ring : { ...ring, limitSeconds });
    const sid = await this.sidOf(outcome, booked);
    await this.db.within(accountId, async (tx) => {
      if (sid === null) await this.fail(tx, booked, reasonOf(outcome));
      else await this.attach(tx, booked, sid);
    });
    return sid !== null;
  }

  /**
   * From now on the carrier's news of this call finds its row; the answer and the webhooks come in any order. False when
   * there is no such call.
   */
  async attach(
    tx: AccountTx,
    { callId, kind }: Pick<BookedCall, 'callId' | 'kind'>,
    callSid: string,
  ): Promise<boolean> {
    const which = { id: callId, direction: 'outbound', isTest: kind === 'test' } as const;
    const known = (await tx.update(Call, which, { callSid })) === 1;
    if (known) await mapReference(tx, callSid, callId);
    return known;
  }

  /** The answer was lost: the carrier is asked, and nothing rings twice. */
  private async sidOf(outcome: SendOutcome, { from, to, placedAt }: BookedCall): Promise<string | null> {
    if (outcome.kind === 'accepted') return outcome.sid;
    if (outcome.kind === 'refused') return null;
    const trace = await this.telephony.findCall({ from, to, since: placedAt });
    return trace.kind === 'found' ? trace.trace.sid : null;
  }

  private async fail(tx: AccountTx, { callId, kind }: BookedCall, reason: string): Promise<void> {
    const call = await tx.lock(Call, { id: callId });
    if (!call || call.endedAt) return;
    const status = laterStatus(call.status, 'failed');
    const ended = { status, endedAt: this.log.now(), stage: 'ended', endReason: reason, nextCheckAt: null } as const;
    await tx.update(Call, { id: callId }, ended);
    await this.log.tell(tx, callId, `${kind}_call.failed`, { teller: 'system', data: { reason } });
  }

  private url(accountId: AccountId, { kind, callId }: BookedCall, step: 'answer' | 'status'): string {
    const origin = this.env.PUBLIC_URL.replace(/\/$/, '');
    return `${origin}/api/twilio/${kind}-call/${step}?account=${accountId}&call=${callId}`;
  }
}

const reasonOf = (outcome: SendOutcome): string =>
  outcome.kind === 'refused' ? `carrier-${outcome.code}` : 'carrier-silent';
