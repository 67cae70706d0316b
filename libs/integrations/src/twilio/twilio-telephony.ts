import { CarrierAccounts } from '@domain/ports/carrier-accounts';
import {
  Telephony,
  type ArrivedCall,
  type LeftMessage,
  type OutgoingCall,
  type OutgoingSms,
  type Recording,
  type SendOutcome,
  type TraceOutcome,
} from '@domain/ports/telephony';
import { Injectable } from '@nestjs/common';
import { Env } from '@platform/env/env';
import type twilio from 'twilio';
import { createTwilioClient } from './twilio-client.js';
import { leavingIf } from './twilio-http.js';
import { arrivedCall, isGone, outcomeOfError, secondsIn } from './twilio-wire.js';

const RECORDING_TIMEOUT_MS = 5000;
const LONGEST_CALL_SECONDS = 3600;
const MOST_ARRIVALS = 500;
const always = (): boolean => true;

/**
 * Twilio behind the Telephony port: five seconds a request, no retries, refusals told apart from silence. A contractor's
 * number lives in its own subaccount, and so do its texts and calls; the main account's credentials reach them on its path.
 */
@Injectable()
export class TwilioTelephony extends Telephony {
  private readonly client: twilio.Twilio;

  constructor(
    private readonly env: Env,
    private readonly carriers: CarrierAccounts,
  ) {
    super();
    this.client = createTwilioClient(env);
  }

  override async sendSms(sms: OutgoingSms): Promise<SendOutcome> {
    const { from, to, body, statusUrl, validForSeconds } = sms;
    try {
      const account = await this.holderOf(sms);
      const text = { from, to, body, statusCallback: statusUrl, validityPeriod: validForSeconds };
      const message = await leavingIf(sms.mayLeave ?? always, () => account.messages.create(text));
      return { kind: 'accepted', sid: message.sid };
    } catch (error) {
      return outcomeOfError(error);
    }
  }

  override async placeCall(call: OutgoingCall): Promise<SendOutcome> {
    try {
      const account = await this.holderOf(call);
      const wanted = {
        from: call.from,
        to: call.to,
        url: call.answerUrl,
        method: 'POST',
        ...this.fallback(),
        statusCallback: call.statusUrl,
        statusCallbackMethod: 'POST',
        statusCallbackEvent: ['initiated', 'ringing', 'answered', 'completed'],
        timeout: call.ringSeconds,
        timeLimit: call.limitSeconds ?? LONGEST_CALL_SECONDS,
      };
      const placed = await leavingIf(call.mayLeave ?? always, () => account.calls.create(wanted));
      await this.noteCall(placed.sid, call.from);
      return { kind: 'accepted', sid: placed.sid };
    } catch (error) {
      return outcomeOfError(error);
    }
  }

  /** By creation and not by the sent date the API can filter on: a text still in the queue has none. */
  override async findSms(query: { from: string; to: string; tag: string; since: Date }): Promise<TraceOutcome> {
    const { from, to, tag, since } = query;
    try {
      const messages = await (await this.accountOf(from)).messages.list({ from, to, limit: 50 });
      const found = messages.find((message) => message.dateCreated >= since && message.body.includes(tag));
      return found ? { kind: 'found', trace: { sid: found.sid, status: found.status } } : { kind: 'none' };
    } catch {
      return { kind: 'unreachable' };
    }
  }

  override async findCall(query: { from: string; to: string; since: Date }): Promise<TraceOutcome> {
    const { from, to, since } = query;
    try {
      const calls = await (await this.accountOf(from)).calls.list({ from, to, limit: 20 });
      const found = calls.find((call) => call.dateCreated >= since);
      if (found) await this.noteCall(found.sid, from);
      return found ? { kind: 'found', trace: { sid: found.sid, status: found.status } } : { kind: 'none' };
    } catch {
      return { kind: 'unreachable' };
    }
  }

  override async moveCall(callSid: string, url: string): Promise<'moved' | 'gone'> {
    try {
      await (await this.accountWith(callSid)).calls(callSid).update({ url, method: 'POST' });
      return 'moved';
    } catch (error) {
      if (isGone(error)) return 'gone';
      throw error;
    }
  }

  override async hangUp(callSid: string): Promise<void> {
    try {
      await (await this.accountWith(callSid)).calls(callSid).update({ status: 'completed' });
    } catch (error) {
      if (!isGone(error)) throw error;
    }
  }

  override async callStatus(callSid: string): Promise<string | null> {
    try {
      return (await (await this.accountWith(callSid)).calls(callSid).fetch()).status;
    } catch (error) {
      if (isGone(error)) return null;
      throw error;
    }
  }

  override async arrivals({ to, since }: { to: string; since: Date }): Promise<ArrivedCall[]> {
    const finished = { to, startTimeAfter: since, status: 'completed', limit: MOST_ARRIVALS } as const;
    const calls = await (await this.accountOf(to)).calls.list(finished);
    return calls
      .filter((call) => call.direction === 'inbound')
      .map(arrivedCall)
      .reverse();
  }

  override async messageIn(callSid: string, to?: string): Promise<LeftMessage | null> {
    const account = await (to ? this.accountOf(to) : this.accountWith(callSid));
    const recordings = await account.calls(callSid).recordings.list({ limit: 20 });
    const messages = recordings
      .filter(({ source, status }) => source === 'RecordVerb' && status === 'completed')
      .map(({ sid, duration }) => ({ recordingSid: sid, seconds: secondsIn(duration) }));
    return messages.toSorted((one, other) => (other.seconds ?? 0) - (one.seconds ?? 0))[0] ?? null;
  }

  /** Media needs our credentials and comes from a path the SDK has no method for. */
  override async recording(recordingSid: string, callSid: string): Promise<Recording | null> {
    const { TWILIO_ACCOUNT_SID: account, TWILIO_AUTH_TOKEN: token, TWILIO_API_URL: origin } = this.env;
    const holder = (await this.carriers.ofCall(callSid)) ?? account;
    const url = new URL(`/2010-04-01/Accounts/${holder}/Recordings/${recordingSid}.mp3`, origin);
    const answer = await fetch(url, {
      headers: { authorization: `Basic ${Buffer.from(`${account}:${token}`).toString('base64')}` },
      signal: AbortSignal.timeout(RECORDING_TIMEOUT_MS),
    });
    // For a few seconds after "completed" the media is not there yet.
    if (answer.status === 404) return null;
    if (!answer.ok) throw new Error(`recording answered with status ${answer.status}`);
    const contentType = answer.headers.get('content-type') ?? 'audio/mpeg';
    return { contentType, bytes: new Uint8Array(await answer.arrayBuffer()) };
  }

  /** What the phone hears when we can't be asked: without it the carrier's own "application error". */
  private fallback(): { fallbackUrl: string; fallbackMethod: 'GET' } | undefined {
    const beside = this.env.VOICE_FALLBACK_URL;
    return beside ? { fallbackUrl: new URL('staff.xml', beside).href, fallbackMethod: 'GET' } : undefined;
  }

  /** Without a word to the database where it is known: between the attempt's commit and its request nothing should take time. */
  private holderOf({ from, holder }: { from: string; holder?: string | null }) {
    if (holder === undefined) return this.accountOf(from);
    return this.client.api.accounts(holder ?? this.env.TWILIO_ACCOUNT_SID);
  }

  private async accountOf(number: string) {
    return this.client.api.accounts((await this.carriers.ofNumber(number)) ?? this.env.TWILIO_ACCOUNT_SID);
  }

  private async accountWith(callSid: string) {
    return this.client.api.accounts((await this.carriers.ofCall(callSid)) ?? this.env.TWILIO_ACCOUNT_SID);
  }

  /** The carrier has the call by now: a note that fails must not make it look as if it had not. */
  private async noteCall(callSid: string, from: string): Promise<void> {
    const carrierSid = await this.carriers.ofNumber(from).catch(() => null);
    if (carrierSid) await this.carriers.noteCall(callSid, carrierSid).catch(() => undefined);
  }
}
