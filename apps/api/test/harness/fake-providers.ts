import { VoiceSamples, type VoiceSample } from '@domain/ports/voice-samples';
import { ChatChannel, type PostOutcome } from '@domain/ports/chat-channel';
import { LineTypes } from '@domain/ports/line-types';
import { ProviderFailure } from '@domain/ports/provider-failure';
import type { LineType } from '@domain/on-call/roster';
import type { E164 } from '@domain/phone/e164';
import { Mailer, type MailOutcome, type OutgoingMail } from '@domain/ports/mailer';
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
import { Transcriber } from '@domain/ports/transcriber';
import {
  VoiceAgent,
  type ConversationReport,
  type ConversationStart,
  type ConversationStarted,
} from '@domain/ports/voice-agent';
import type { PersonaScript } from '@domain/persona/persona-script';

/** The telephone network of tests: remembers what it was asked to send; a test scripts what it answers. */
export class FakeTelephony extends Telephony {
  readonly texts: (OutgoingSms & { sid: string })[] = [];
  readonly calls: (OutgoingCall & { sid: string })[] = [];
  readonly moves: { callSid: string; url: string }[] = [];
  /** Called before each send; return an outcome to override, throw to crash. */
  onSms: (sms: OutgoingSms) => SendOutcome | undefined = () => undefined;
  onCall: (call: OutgoingCall) => SendOutcome | undefined = () => undefined;
  /** Accepts the text although the answer is lost: what `findSms` later shows. */
  canBeAsked = true;
  /** Called whenever it is asked what it has of ours. */
  onQuestion: (to: string) => void = () => undefined;
  callerGone = false;
  statuses = new Map<string, string>();
  recordings = new Map<string, Recording>();
  /** What the carrier has of calls to our numbers, and of the messages in them. */
  readonly arrived: (ArrivedCall & { to: string })[] = [];
  readonly messages = new Map<string, LeftMessage>();
  private next = 0;

  sendSms(sms: OutgoingSms): Promise<SendOutcome> {
    return Promise.resolve().then(() => {
      const scripted = this.onSms(sms);
      if (scripted && scripted.kind === 'refused') return scripted;
      const sid = this.sid('SM');
      this.texts.push({ ...sms, sid });
      return scripted ?? { kind: 'accepted', sid };
    });
  }

  placeCall(call: OutgoingCall): Promise<SendOutcome> {
    return Promise.resolve().then(() => {
      const scripted = this.onCall(call);
      if (scripted && scripted.kind === 'refused') return scripted;
      const sid = this.sid('CA');
      this.calls.push({ ...call, sid });
      return scripted ?? { kind: 'accepted', sid };
    });
  }

  findSms(query: { to: string; tag: string }): Promise<TraceOutcome> {
    this.onQuestion(query.to);
    if (!this.canBeAsked) return Promise.resolve({ kind: 'unreachable' });
    const found = this.texts.find((text) => text.to === query.to && text.body.includes(query.tag));
    return Promise.resolve(found ? { kind: 'found', trace: { sid: found.sid, status: 'sent' } } : { kind: 'none' });
  }

  findCall(query: { to: string }): Promise<TraceOutcome> {
    this.onQuestion(query.to);
    if (!this.canBeAsked) return Promise.resolve({ kind: 'unreachable' });
    const found = this.calls.findLast((call) => call.to === query.to);
    return Promise.resolve(found ? { kind: 'found', trace: { sid: found.sid, status: 'ringing' } } : { kind: 'none' });
  }

  moveCall(callSid: string, url: string): Promise<'moved' | 'gone'> {
    this.moves.push({ callSid, url });
    return Promise.resolve(this.callerGone ? 'gone' : 'moved');
  }

  hangUp(): Promise<void> {
    return Promise.resolve();
  }

  callStatus(callSid: string): Promise<string | null> {
    return Promise.resolve(this.statuses.get(callSid) ?? null);
  }

  arrivals(query: { to: string }): Promise<ArrivedCall[]> {
    return Promise.resolve(this.arrived.filter(({ to }) => to === query.to));
  }

  messageIn(callSid: string): Promise<LeftMessage | null> {
    return Promise.resolve(this.messages.get(callSid) ?? null);
  }

  recording(recordingSid: string): Promise<Recording | null> {
    return Promise.resolve(this.recordings.get(recordingSid) ?? null);
  }

  textsTo(phone: string): string[] {
    return this.texts.filter((text) => text.to === phone).map((text) => text.body);
  }

  private sid(prefix: string): string {
    this.next += 1;
    return prefix + this.next.toString(16).padStart(32, '0');
  }
}

/** What numbers are in tests: mobile phones, unless a test says otherwise; counts what it was asked. */
export class FakeLineTypes extends LineTypes {
  readonly known = new Map<string, LineType>();
  readonly asked: string[] = [];
  /** Thrown instead of an answer. */
  failure: ProviderFailure | null = null;

  of(number: E164): Promise<LineType> {
    this.asked.push(number);
    return this.failure ? Promise.reject(this.failure) : Promise.resolve(this.known.get(number) ?? 'mobile');
  }
}

/** The voice agent of tests. */
export class FakeVoiceAgent extends VoiceAgent {
  readonly started: ConversationStart[] = [];
  readonly said: string[] = [];
  readonly told: string[] = [];
  readonly published: PersonaScript[] = [];
  outcome: ConversationStarted | undefined;
  reports = new Map<string, ConversationReport>();

  start(conversation: ConversationStart): Promise<ConversationStarted> {
    this.started.push(conversation);
    const providerCallId = `00000000-0000-7000-8000-${String(this.started.length).padStart(12, '0')}`;
    return Promise.resolve(
      this.outcome ?? {
        kind: 'started',
        providerCallId,
        controlUrl: `https://control.test/${providerCallId}`,
        stream: { url: 'wss://stream.vapi.ai/x', parameters: {} },
      },
    );
  }

  say(_controlUrl: string, words: string): Promise<boolean> {
    this.said.push(words);
    return Promise.resolve(true);
  }

  tell(_controlUrl: string, note: string): Promise<boolean> {
    this.told.push(note);
    return Promise.resolve(true);
  }

  report(providerCallId: string): Promise<ConversationReport | null> {
    return Promise.resolve(this.reports.get(providerCallId) ?? null);
  }

  publish(script: PersonaScript, assistantId: string | null): Promise<string> {
    this.published.push(script);
    return Promise.resolve(assistantId ?? 'asst-1');
  }
}

export class FakeChatChannel extends ChatChannel {
  readonly posts: { webhookUrl: string; text: string }[] = [];
  outcome: PostOutcome = { kind: 'posted' };

  post(webhookUrl: string, text: string): Promise<PostOutcome> {
    this.posts.push({ webhookUrl, text });
    return Promise.resolve(this.outcome);
  }
}

/** The mail server of tests: remembers what it took; a test scripts what it answers. */
export class FakeMailer extends Mailer {
  isConfigured = true;
  readonly sent: OutgoingMail[] = [];
  /** Called before each mail; return an outcome to override, throw to crash. */
  onMail: (mail: OutgoingMail) => MailOutcome | undefined = () => undefined;

  send(mail: OutgoingMail): Promise<MailOutcome> {
    return Promise.resolve().then(() => {
      const outcome = this.onMail(mail) ?? { kind: 'sent' };
      if (outcome.kind === 'sent') this.sent.push(mail);
      return outcome;
    });
  }

  /** The newest first. */
  to(address: string): OutgoingMail[] {
    return this.sent.filter((mail) => mail.to === address).reverse();
  }
}

export class FakeVoiceSamples extends VoiceSamples {
  outcome: VoiceSample | ProviderFailure | null = { bytes: new Uint8Array([82, 73, 70, 70]), contentType: 'audio/wav' };

  of(): Promise<VoiceSample | null> {
    return this.outcome instanceof ProviderFailure ? Promise.reject(this.outcome) : Promise.resolve(this.outcome);
  }
}

export class FakeTranscriber extends Transcriber {
  words = '';

  transcribe(): Promise<string> {
    return Promise.resolve(this.words);
  }
}
