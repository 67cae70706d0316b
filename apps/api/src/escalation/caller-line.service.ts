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

  /** The caller who was left alone hears so, and goes on with the agent. They may have hung up meanwhile. */
  async rescue(incident: Incident, alert: Alert): Promise<void> {
    const url = this.urls.lost(incident.accountId, alert.id);
    await this.telephony.moveCall(incident.callSid, url).catch(() => 'gone' as const);
  }

  /** Whether the caller's call goes on; a provider that can't say counts as one who left. */
  async isOnTheLine(incident: Incident): Promise<boolean> {
    const status = await this.telephony.callStatus(incident.callSid).catch(() => null);
    return status === 'in-progress';
  }

  /** Takes the caller from the agent to a technician who has rung the line. */
  meet(incident: Incident, contactId: string): Promise<'moved' | 'gone'> {
    const url = this.urls.meet(incident.accountId, incident.id, contactId);
    return this.telephony.moveCall(incident.callSid, url).catch(() => 'gone' as const);
  }

  /** The technician, alone in the conference, is offered to ring the caller who has left. */
  async offerCall(accountId: string, alert: Alert): Promise<void> {
    if (alert.providerSid === null) return;
    const url = this.urls.alone(accountId, alert.id);
    await this.telephony.moveCall(alert.providerSid, url).catch(() => 'gone' as const);
  }

  /** Takes the caller from the agent into the conference with the tech. A provider that fails counts as a caller who left. */
  join(incident: Incident, alert: Alert): Promise<'moved' | 'gone'> {
    const url = this.urls.join(incident.accountId, alert.id);
    return this.telephony.moveCall(incident.callSid, url).catch(() => 'gone' as const);
  }
}
