import type { AccountId } from '@domain/ids';
import { Telephony } from '@domain/ports/telephony';
import { Transcriber } from '@domain/ports/transcriber';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import { Call } from './call.entity.js';
import type { CallPlace } from './calls.types.js';
import { VoicemailNotesService } from './voicemail-notes.service.js';

/** Writes messages down (scenario 34). */
@Injectable()
export class VoicemailService {
  constructor(
    private readonly db: AccountDb,
    private readonly notes: VoicemailNotesService,
    private readonly telephony: Telephony,
    private readonly transcriber: Transcriber,
  ) {}

  /** Job `voicemail.transcribe`. Throws while the recording or the transcriber is not ready: the job comes again. */
  async transcribe(accountId: AccountId, callId: string): Promise<void> {
    const call = await this.untranscribed({ accountId, callId });
    if (!call?.recordingSid) return;
    const audio = await this.telephony.recording(call.recordingSid, call.callSid);
    if (!audio) throw new Error('The recording is not ready yet');
    const words = (await this.transcriber.transcribe(audio)).trim();
    await this.db.within(accountId, (tx) => this.notes.transcribed(tx, callId, words));
  }

  private async untranscribed({ accountId, callId }: CallPlace): Promise<Call | null> {
    const call = await this.db.within(accountId, (tx) => tx.findOne(Call, { id: callId }));
    return call?.voicemailText === null ? call : null;
  }
}
