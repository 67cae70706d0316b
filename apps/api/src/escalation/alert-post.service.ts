import type { E164 } from '@domain/phone/e164';
import { Telephony, type SendOutcome, type TraceOutcome } from '@domain/ports/telephony';
import { Injectable } from '@nestjs/common';
import { monotonicTime } from '@platform/clock/real-time';
import { tagOf } from './alert-body.js';
import type { AlertQuestion } from './alert-decision.service.js';
import { AlertUrls } from './alert-urls.js';
import type { Alert } from './alert.entity.js';
import { CallerBridgeService } from './caller-bridge.service.js';
import type { Incident } from './incident.entity.js';

/** The carrier drops an alert after this: one that arrives at breakfast is worse than none (decision 16). */
const VALID_FOR_SECONDS = 600;
/**
 * Others ask the carrier about an attempt three seconds after it began (domain, `settling.ts`) and send again when it has
 * nothing. A process that was held up between its decision and the request must not come with a second text after that.
 */
const GOES_WITHIN_MS = 2_500;
/** Providers keep creation times in whole seconds. */
const PROVIDER_ROUNDING_MS = 2_000;

/** `begunAt`: just before the database told the time that the attempt is counted from, in this process's monotonic time. */
interface Departure {
  incident: Incident;
  alert: Alert;
  begunAt: number;
  /** The account at the carrier that holds the incident's line; null: the main one. */
  lineHolder: string | null;
}

/** Alerts on their way to the carrier, and what it knows of them. Never inside a transaction. */
@Injectable()
export class AlertPostService {
  constructor(
    private readonly telephony: Telephony,
    private readonly urls: AlertUrls,
    private readonly bridge: CallerBridgeService,
  ) {}

  /** A process that was held up on the way to the carrier sends nothing: the attempt is asked about like a dead one's. */
  send({ incident, alert, begunAt, lineHolder }: Departure): Promise<SendOutcome> {
    const to = alert.phone as E164;
    const mayLeave = () => monotonicTime() - begunAt <= GOES_WITHIN_MS;
    if (alert.channel === 'sms') {
      const statusUrl = this.urls.messageStatus(incident.accountId, alert.id);
      const [from, body] = [senderOf(incident, alert), alert.body ?? ''];
      const text = { from, to, body, statusUrl, validForSeconds: VALID_FOR_SECONDS, mayLeave };
      // A shared sender is held by somebody else: who, is looked up.
      return this.telephony.sendSms(from === incident.lineNumber ? { ...text, holder: lineHolder } : text);
    }
    return this.telephony.placeCall({
      from: incident.lineNumber as E164,
      to,
      ringSeconds: incident.policy.policy.ringSeconds,
      mayLeave,
      holder: lineHolder,
      answerUrl: this.urls[alert.escalationStep === 'watchdog' ? 'asked' : 'answer'](incident.accountId, alert.id),
      statusUrl: this.urls.legStatus(incident.accountId, alert.id),
    });
  }

  /** What the carrier has of an attempt whose outcome is not known. */
  ask({ incident, alert, attempt }: AlertQuestion): Promise<TraceOutcome> {
    const to = alert.phone as E164;
    const since = new Date(attempt.startedAt.getTime() - PROVIDER_ROUNDING_MS);
    if (alert.channel !== 'sms') return this.telephony.findCall({ from: incident.lineNumber as E164, to, since });
    return this.telephony.findSms({ from: senderOf(incident, alert), to, since, tag: tagOf(alert.body ?? '') });
  }

  /** The carrier's word for how a leg stands. */
  async status(sid: string): Promise<string> {
    return (await this.telephony.callStatus(sid)) ?? 'failed';
  }

  /** The technician who waits for a caller is not left alone in a conference. */
  lookForCaller({ incident, alert }: { incident: Incident; alert: Alert }): Promise<void> {
    return this.bridge.callerLeft(incident, alert);
  }

  /** A leg that can't be reached any more has ended by itself. */
  hangUp(sid: string): Promise<void> {
    return this.telephony.hangUp(sid).catch(() => undefined);
  }
}

const senderOf = (incident: Incident, alert: Alert): E164 => (alert.sender ?? incident.lineNumber) as E164;
