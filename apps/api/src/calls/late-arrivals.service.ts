import { callerIdOf } from '@domain/phone/e164';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { CallDirectory } from './call-directory.service.js';
import { CallLog } from './call-log.service.js';
import { Call } from './call.entity.js';
import { insertOrFindCall, mapReference } from './calls.queries.js';
import type { ArrivingCall, CallPlace, LineOwner } from './calls.types.js';

/** Longer than a message and its callback take: what nobody told us by then, the carrier is asked. */
const LOOK_AFTER_SECONDS = 300;

/** Calls that were answered without a row: by the fallback's file, or while the database was away. */
@Injectable()
export class LateArrivalsService {
  constructor(
    private readonly db: AccountDb,
    private readonly directory: CallDirectory,
    private readonly log: CallLog,
  ) {}

  /** The call's place, written down now if nobody could before. Null: of none of our lines. */
  async placeOf(arriving: ArrivingCall): Promise<CallPlace | null> {
    const known = await this.directory.placeOf(arriving.callSid);
    if (known) return known;
    const owner = await this.directory.ownerOf(arriving.to);
    return owner ? this.adopt(owner, arriving, this.log.now()) : null;
  }

  async isKnown(callSid: string): Promise<boolean> {
    return (await this.directory.placeOf(callSid)) !== null;
  }

  async isOurLine(number: string): Promise<boolean> {
    return (await this.directory.ownerOf(number)) !== null;
  }

  adopt(owner: LineOwner, arriving: ArrivingCall, calledAt: Date): Promise<CallPlace> {
    return this.db.within(owner.accountId, (tx) => this.write(tx, owner, arriving, calledAt));
  }

  /** The call's row; what is known of it besides belongs into the same transaction, or a crash would leave a call without it. */
  async write(tx: AccountTx, owner: LineOwner, arriving: ArrivingCall, calledAt: Date): Promise<CallPlace> {
    const { accountId, lineId } = owner;
    const { callSid } = arriving;
    const callerPhone = callerIdOf(arriving.from);
    const { id: callId, isNew } = await insertOrFindCall(tx, { lineId, callSid, callerPhone, calledAt });
    if (!isNew) return { accountId, callId };
    await mapReference(tx, callSid, callId);
    await tx.update(Call, { id: callId }, { handledBy: 'voicemail', nextCheckAt: this.log.later(LOOK_AFTER_SECONDS) });
    await this.log.tell(tx, callId, 'call.started', { teller: 'twilio', data: { late: true } });
    return { accountId, callId };
  }
}
