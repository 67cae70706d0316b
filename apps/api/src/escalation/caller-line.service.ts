import { Telephony } from '@domain/ports/telephony';
import { VoiceAgent } from '@domain/ports/voice-agent';
import { Injectable } from '@nestjs/common';
import { AlertUrls } from './alert-urls.js';
import type { Alert } from './alert.entity.js';
import type { Incident } from './incident.entity.js';

/** What the caller should hear from the voice agent they are talking with. */
export interface CallerNews {
  controlUrl: string;
  words: string;
}

/** The caller's side of an emergency, while they are still on the line. Used after a commit, never inside one. */
@Injectable()
export class CallerLineService {
  constructor(
    private readonly telephony: Telephony,
    private readonly agent: VoiceAgent,
    private readonly urls: AlertUrls,
  ) {}

  /** Best effort: the caller may have hung up long ago, and a late sentence helps nobody, so it is never retried. */
  async say(news: CallerNews | null): Promise<void> {
    if (news) await this.agent.say(news.controlUrl, news.words).catch(() => false);
  }

  /** Takes the caller from the agent into the conference with the tech. A provider that fails counts as a caller who left. */
  join(incident: Incident, alert: Alert): Promise<'moved' | 'gone'> {
    const url = this.urls.join(incident.accountId, alert.id);
    return this.telephony.moveCall(incident.callSid, url).catch(() => 'gone' as const);
  }
}
