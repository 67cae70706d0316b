import type { CallerHears } from '@domain/call/caller-hears';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import { CallDirectory } from './call-directory.service.js';
import type { FinishedRecording } from './calls.types.js';
import { EMERGENCY_KEY_WORDS, NO_KEY_WORDS, thanksForMessage, URGENT_MESSAGE_WORDS } from './spoken-lines.js';
import { VoicemailNotesService } from './voicemail-notes.service.js';

/** Messages left on the line (PRD VTCR 2.1, scenario 34): degraded, and still able to raise an emergency. */
@Injectable()
export class MessagesService {
  constructor(
    private readonly db: AccountDb,
    private readonly directory: CallDirectory,
    private readonly notes: VoicemailNotesService,
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
}
