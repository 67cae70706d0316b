import { laterStatus, statusOfProvider } from '@domain/call/call-status';
import { callerIdOf } from '@domain/phone/e164';
import type { ArrivedCall, LeftMessage } from '@domain/ports/telephony';
import { Injectable } from '@nestjs/common';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { OnCallService } from '../on-call/on-call.service.js';
import { CallFinishService } from './call-finish.service.js';
import { CallLog } from './call-log.service.js';
import { Call } from './call.entity.js';
import type { CallPlace } from './calls.types.js';
import { VoicemailNotesService } from './voicemail-notes.service.js';

/** What the carrier says of a call that was over before we knew of it. */
export interface MissedCall {
  call: ArrivedCall;
  message: LeftMessage | null;
}

/** Enters a missed call into the books: its end, and its message as if it had just been left. */
@Injectable()
export class MissedCallBook {
  constructor(
    private readonly onCall: OnCallService,
    private readonly notes: VoicemailNotesService,
    private readonly finish: CallFinishService,
    private readonly log: CallLog,
  ) {}

  later(seconds: number): Date {
    return this.log.later(seconds);
  }

  async isStaff(tx: AccountTx, from: string): Promise<boolean> {
    const phone = callerIdOf(from);
    return phone !== null && (await this.onCall.contactByPhone(tx, phone)) !== null;
  }

  async enter(tx: AccountTx, place: CallPlace, { call: arrived, message }: MissedCall): Promise<void> {
    const call = await tx.lock(Call, { id: place.callId });
    if (!call || call.endedAt) return;
    const { arrivedAt, durationSeconds } = arrived;
    const ended = {
      answeredAt: arrivedAt,
      endedAt: arrived.endedAt ?? this.log.now(),
      durationSeconds,
      status: laterStatus(call.status, statusOfProvider(arrived.status) ?? 'completed'),
    };
    await tx.update(Call, { id: call.id }, ended);
    if (!message) return this.finish.finish(tx, { ...call, ...ended });
    await this.notes.recorded(tx, call.id, message);
  }
}
