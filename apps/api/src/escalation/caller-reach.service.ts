import { waitingText, waitingWords } from '@domain/escalation/caller-news';
import { mayDial, type E164 } from '@domain/phone/e164';
import { Telephony, type SendOutcome } from '@domain/ports/telephony';
import { VoiceAgent } from '@domain/ports/voice-agent';
import { Injectable } from '@nestjs/common';
import { Env } from '@platform/env/env';
import type { Incident } from './incident.entity.js';

export const TRIES = 6;
export const TRY_AGAIN_MS = 60_000;
/** A text that comes later than this says nothing the caller can use. */
const VALID_FOR_SECONDS = 600;

export type Told = { kind: 'told'; how: 'spoken' | 'text' } | { kind: 'later' } | { kind: 'never'; code: string };

/** Finds the caller of an emergency wherever they are by now. Never inside a transaction. */
@Injectable()
export class CallerReachService {
  constructor(
    private readonly telephony: Telephony,
    private readonly agent: VoiceAgent,
    private readonly env: Env,
  ) {}

  /** By voice while the agent still has them; else by text, once, unless a text has told them before. */
  async tell(incident: Incident): Promise<Told> {
    const { controlUrl } = incident.policy;
    const words = waitingWords(incident.state);
    if (controlUrl && (await this.agent.say(controlUrl, words).catch(() => false)))
      return { kind: 'told', how: 'spoken' };
    if (incident.callerToldAt !== null) return { kind: 'never', code: 'told_before' };
    const to = incident.callbackPhone ?? incident.callerPhone;
    if (to === null || !mayDial(to as E164)) return { kind: 'never', code: 'no_number' };
    return this.text(incident, to as E164);
  }

  private async text(incident: Incident, to: E164): Promise<Told> {
    const known = incident.callerNewsTries > 1 ? await this.sentBefore(incident, to) : null;
    if (known) return known;
    const from = incident.lineNumber as E164;
    const body = waitingText(incident.policy.accountName, incident.state);
    const statusUrl = `${this.env.PUBLIC_URL.replace(/\/$/, '')}/api/twilio/message-status?account=${incident.accountId}`;
    const sms = { from, to, body, statusUrl, validForSeconds: VALID_FOR_SECONDS };
    return afterSending(await this.telephony.sendSms(sms));
  }

  /** An earlier try may have gone out although its answer was lost, also with the words of before the ladder's end. */
  private async sentBefore({ lineNumber, openedAt, policy }: Incident, to: E164): Promise<Told | null> {
    for (const state of ['alerting', 'unreached'] as const) {
      const tag = waitingText(policy.accountName, state);
      const trace = await this.telephony.findSms({ from: lineNumber as E164, to, since: openedAt, tag });
      if (trace.kind === 'found') return { kind: 'told', how: 'text' };
      if (trace.kind === 'unreachable') return { kind: 'later' };
    }
    return null;
  }
}

function afterSending(outcome: SendOutcome): Told {
  if (outcome.kind === 'accepted') return { kind: 'told', how: 'text' };
  if (outcome.kind === 'refused' && outcome.permanent) return { kind: 'never', code: outcome.code };
  return { kind: 'later' };
}
