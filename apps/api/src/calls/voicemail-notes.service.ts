import type { Spoken } from '@domain/call/caller-hears';
import { Injectable } from '@nestjs/common';
import { Jobs } from '@platform/jobs/jobs';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { CallEmergencyService } from './call-emergency.service.js';
import { CallTriageService } from './call-triage.service.js';
import { Call } from './call.entity.js';
import { insertTurns, isNewEvent } from './calls.queries.js';
import type { CallPlace, FinishedRecording } from './calls.types.js';
import { MessageCardService } from './message-card.service.js';

const PRESSED_ONE = 'Caller pressed 1 for an emergency on voicemail; listen to the message';
/** A recording is a moment behind its own announcement. */
const TRANSCRIBE_AFTER_SECONDS = 1;

type LeftRecording = Pick<FinishedRecording, 'recordingSid' | 'seconds'>;

/** Writes down what voicemail brings: a key, a recording, its words. */
@Injectable()
export class VoicemailNotesService {
  constructor(
    private readonly triage: CallTriageService,
    private readonly emergencies: CallEmergencyService,
    private readonly cards: MessageCardService,
    private readonly jobs: Jobs,
  ) {}

  async emergencyKey(tx: AccountTx, callId: string): Promise<void> {
    const call = await tx.lock(Call, { id: callId });
    if (!call) return;
    const opinion = { classification: 'emergency', reasoning: PRESSED_ONE, tone: null } as const;
    const verdict = await this.triage.judge(tx, call, { opinion });
    await this.emergencies.raise(tx, verdict, { openedBy: 'voicemail', issue: verdict.issue ?? PRESSED_ONE });
  }

  /** `language`: of the promise to call back. Announced twice, by the recording's own URL and by its status; the card is there from the first one on. */
  async recorded(
    tx: AccountTx,
    callId: string,
    recording: LeftRecording,
    language: Spoken['language'] = 'en',
  ): Promise<{ isEmergency: boolean; callbackWhen: string }> {
    const call = await tx.lock(Call, { id: callId });
    const isNews = call && (await isNewEvent(tx, 'twilio', `${recording.recordingSid}:voicemail`));
    if (call && isNews) await this.keep(tx, call, recording);
    return {
      isEmergency: call?.classification === 'emergency',
      callbackWhen: await this.cards.callbackWhen(tx, language),
    };
  }

  async callRecorded(tx: AccountTx, place: CallPlace, recording: FinishedRecording): Promise<void> {
    const call = await tx.lock(Call, { id: place.callId });
    if (!call || !(await isNewEvent(tx, 'twilio', `${recording.recordingSid}:recorded`))) return;
    // The message, which waits to be written down, is not replaced by the talk that led to it.
    const hasMessage = call.handledBy === 'voicemail' && call.recordingSid !== null;
    const { recordingSid, seconds } = recording;
    if (!hasMessage) await tx.update(Call, { id: call.id }, { recordingSid, recordingSeconds: seconds });
    await this.cards.recordingStored(tx, call);
  }

  /** Triaged by the same rules as a live call; an empty text stays "needs listening" and is never spam (reference B6). */
  async transcribed(tx: AccountTx, callId: string, words: string): Promise<void> {
    const call = await tx.lock(Call, { id: callId });
    if (!call || call.voicemailText !== null) return;
    await tx.update(Call, { id: callId }, { voicemailText: words });
    const saidAt = call.endedAt ?? call.calledAt;
    if (words) await insertTurns(tx, callId, [{ role: 'caller', text: words, saidAt, secondsFromStart: null }]);
    const verdict = await this.triage.judge(tx, { ...call, voicemailText: words });
    if (verdict.call.classification === 'emergency')
      await this.emergencies.raise(tx, verdict, { openedBy: 'voicemail', issue: words.slice(0, 600) || null });
    await this.cards.message(tx, verdict, words);
  }

  private async keep(tx: AccountTx, call: Call, { recordingSid, seconds }: LeftRecording): Promise<void> {
    const kept = { recordingSid, recordingSeconds: seconds, handledBy: 'voicemail' } as const;
    await tx.update(Call, { id: call.id }, kept);
    await this.cards.unheard(tx, { ...call, ...kept });
    await this.cards.recordingStored(tx, call);
    const job = { accountId: tx.accountId, id: call.id };
    await this.jobs.enqueue(tx, 'voicemail.transcribe', job, {
      singletonKey: call.id,
      startAfterSeconds: TRANSCRIBE_AFTER_SECONDS,
    });
  }
}
