import { DomainError, notFound } from '@domain/errors/domain-error';
import type { AccountId } from '@domain/ids';
import { Telephony, type Recording } from '@domain/ports/telephony';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import { Call } from './call.entity.js';

/** Recordings stay with the carrier and pass through us: no public or expiring address ever reaches a browser (C5 97). */
@Injectable()
export class RecordingsService {
  constructor(
    private readonly db: AccountDb,
    private readonly telephony: Telephony,
  ) {}

  /** Throws `recording-not-found` without one, `recording-not-ready` while the carrier still prepares it. */
  async of(accountId: AccountId, callId: string): Promise<Recording> {
    const call = await this.db.within(accountId, (tx) => tx.findOne(Call, { id: callId }));
    if (!call?.recordingSid) throw notFound('recording');
    const recording = await this.telephony.recording(call.recordingSid, call.callSid).catch(() => null);
    if (!recording)
      throw new DomainError('unavailable', 'recording-not-ready', 'The recording is not ready yet. Try again shortly.');
    return recording;
  }
}
