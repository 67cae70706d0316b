import { Telephony, type LeftMessage } from '@domain/ports/telephony';
import { VoiceAgent, type ConversationReport } from '@domain/ports/voice-agent';
import { Injectable } from '@nestjs/common';
import type { Call } from './call.entity.js';

/** What the providers say when they are asked. */
export interface Answers {
  /** The carrier's word for the call; null when it need not or cannot be asked. */
  status: string | null;
  report: ConversationReport | null;
  /** Left on the fallback's voicemail, of which nobody tells us. */
  message: LeftMessage | null;
}

/** A call that the carrier no longer knows is over: else it would stand on the live screen for ever. */
const FORGOTTEN = 'completed';

/** Asks the providers what they did not tell us; only about what is still open. */
@Injectable()
export class CallEnquiryService {
  constructor(
    private readonly telephony: Telephony,
    private readonly agent: VoiceAgent,
  ) {}

  async about(call: Call, unreported: string | null): Promise<Answers> {
    const report = unreported ? await this.agent.report(unreported).catch(() => null) : null;
    const message = await this.messageIn(call, unreported !== null || isUnheard(call));
    return { status: call.endedAt ? null : await this.statusOf(call), report, message };
  }

  /** A conversation that ended properly and was reported leaves no message behind it. */
  private async messageIn({ callSid, direction }: Call, mayHaveOne: boolean): Promise<LeftMessage | null> {
    if (!mayHaveOne || direction === 'outbound') return null;
    return this.telephony.messageIn(callSid).catch(() => null);
  }

  private async statusOf({ callSid }: Call): Promise<string | null> {
    try {
      return (await this.telephony.callStatus(callSid)) ?? FORGOTTEN;
    } catch {
      return null;
    }
  }
}

/** Sent to the beep, and nobody has told us of a recording. */
const isUnheard = ({ handledBy, recordingSid }: Call): boolean => handledBy === 'voicemail' && recordingSid === null;
