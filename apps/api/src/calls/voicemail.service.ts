import type { CallerHears } from '@domain/call/caller-hears';
import type { AccountId } from '@domain/ids';
import { Telephony } from '@domain/ports/telephony';
import { Transcriber } from '@domain/ports/transcriber';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import { CallDirectory } from './call-directory.service.js';
import { Call } from './call.entity.js';
import type { CallPlace, FinishedRecording } from './calls.types.js';
import { EMERGENCY_KEY_WORDS, NO_KEY_WORDS, thanksForMessage, URGENT_MESSAGE_WORDS } from './spoken-lines.js';
import { VoicemailNotesService } from './voicemail-notes.service.js';

/** Messages left on the line (PRD VTCR 2.1, scenario 34): degraded, and still able to raise an emergency. */
@Injectable()
export class VoicemailService {
  constructor(
    private readonly db: AccountDb,
    private readonly directory: CallDirectory,
    private readonly notes: VoicemailNotesService,
    private readonly telephony: Telephony,
    private readonly transcriber: Transcriber,
  ) {}

  /** Key 1 opens the incident at once, before a word has been recorded. */
  async keyPressed(callSid: string, key: string): Promise<CallerHears> {
    if (key !== '1') return { kind: 'voicemail', words: NO_KEY_WORDS, offersKey: false };
    const place = await this.directory.placeOf(callSid);
    if (place) await this.db.within(place.accountId, (tx) => this.notes.emergencyKey(tx, place.callId));
    return { kind: 'voicemail', words: EMERGENCY_KEY_WORDS, offersKey: false };
  }

  /** The caller has finished speaking, or hung up. */
  async left(recording: FinishedRecording): Promise<CallerHears> {
    const place = await this.directory.placeOf(recording.callSid);
    if (!place) return { kind: 'hang-up' };
    const heard = await this.db.within(place.accountId, (tx) => this.notes.recorded(tx, place, recording));
    const words = heard.isEmergency ? URGENT_MESSAGE_WORDS : thanksForMessage(heard.callbackWhen);
    return { kind: 'goodbye', words };
  }

  /** A finished recording of either kind; of a stray call the operator keeps it. */
  async recorded(recording: FinishedRecording): Promise<void> {
    const place = await this.directory.placeOf(recording.callSid);
    if (!place) return this.directory.noteStrayRecording(recording);
    if (recording.isEmpty) return;
    await this.db.within(place.accountId, async (tx) => {
      if (recording.isVoicemail) await this.notes.recorded(tx, place, recording);
      else await this.notes.callRecorded(tx, place, recording);
    });
  }

  /** Job `voicemail.transcribe`. Throws while the recording or the transcriber is not ready: the job comes again. */
  async transcribe(accountId: AccountId, callId: string): Promise<void> {
    const recordingSid = await this.untranscribed({ accountId, callId });
    if (!recordingSid) return;
    const audio = await this.telephony.recording(recordingSid);
    if (!audio) throw new Error('The recording is not ready yet');
    const words = (await this.transcriber.transcribe(audio)).trim();
    await this.db.within(accountId, (tx) => this.notes.transcribed(tx, callId, words));
  }

  private async untranscribed({ accountId, callId }: CallPlace): Promise<string | null> {
    const call = await this.db.within(accountId, (tx) => tx.findOne(Call, { id: callId }));
    return call && call.voicemailText === null ? call.recordingSid : null;
  }
}
