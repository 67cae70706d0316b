import type { CallerHears, Spoken } from '@domain/call/caller-hears';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import { CallDirectory } from './call-directory.service.js';
import type { ArrivingCall, CallPlace, FinishedRecording } from './calls.types.js';
import { LateArrivalsService } from './late-arrivals.service.js';
import {
  EMERGENCY_KEY_WORDS,
  MESSAGE_KEPT_WORDS,
  NO_KEY_WORDS,
  thanksForMessage,
  URGENT_MESSAGE_WORDS,
} from './spoken-lines.js';
import { VoicemailNotesService } from './voicemail-notes.service.js';

/** Messages left on the line (PRD VTCR 2.1, scenario 34): degraded, and still able to raise an emergency. */
@Injectable()
export class MessagesService {
  constructor(
    private readonly db: AccountDb,
    private readonly directory: CallDirectory,
    private readonly late: LateArrivalsService,
    private readonly notes: VoicemailNotesService,
  ) {}

  /** `language`: in which the message is asked for. Key 1 opens the incident at once, before a word has been recorded. */
  async keyPressed(arriving: ArrivingCall, key: string, language: Spoken['language']): Promise<CallerHears> {
    const place = key === '1' ? await this.late.placeOf(arriving) : null;
    if (!place) return { kind: 'voicemail', words: NO_KEY_WORDS[language], offersKey: false, language };
    await this.db.within(place.accountId, (tx) => this.notes.emergencyKey(tx, place.callId));
    return { kind: 'voicemail', words: EMERGENCY_KEY_WORDS[language], offersKey: false, language };
  }

  /** The caller has finished speaking, or hung up. */
  async left(arriving: ArrivingCall, recording: FinishedRecording, language: Spoken['language']): Promise<CallerHears> {
    const place = recording.recordingSid ? await this.late.placeOf(arriving) : null;
    if (!place) return { kind: 'goodbye', words: MESSAGE_KEPT_WORDS[language], language };
    const { accountId, callId } = place;
    const heard = await this.db.within(accountId, (tx) => this.notes.recorded(tx, callId, recording, language));
    const said = heard.isEmergency ? URGENT_MESSAGE_WORDS : thanksForMessage(heard.callbackWhen);
    return { kind: 'goodbye', words: said[language], language };
  }

  /** A finished recording of either kind; of a stray call the operator keeps it. */
  async recorded(arriving: ArrivingCall, recording: FinishedRecording): Promise<void> {
    const place = await this.placeOf(arriving, recording);
    if (!place) return this.directory.noteStrayRecording(recording);
    if (recording.isEmpty) return;
    await this.db.within(place.accountId, async (tx) => {
      if (recording.isVoicemail) await this.notes.recorded(tx, place.callId, recording);
      else await this.notes.callRecorded(tx, place, recording);
    });
  }

  /** A message is reason enough to write its call down now; the recording of a conversation without a row is not. */
  private placeOf(arriving: ArrivingCall, { isVoicemail, isEmpty }: FinishedRecording): Promise<CallPlace | null> {
    return isVoicemail && !isEmpty ? this.late.placeOf(arriving) : this.directory.placeOf(arriving.callSid);
  }
}
