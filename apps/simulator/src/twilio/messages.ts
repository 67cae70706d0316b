import type { Fault, FaultKind } from '../faults.js';
import type { World } from '../world.js';
import type { Telephones } from '../phones/telephones.js';
import type { Account } from './account.js';
import { incomingMessageParameters, messageStatusParameters } from './call-parameters.js';
import { readOptWord } from './opt-out.js';
import type { MessageRecord, MessageStatus, NumberRecord } from './records.js';
import { messageOf, rejected } from './rest/errors.js';
import { readReplies } from './twiml/message-document.js';
import type { Webhooks } from './webhooks.js';

export interface TextToSend {
  /** The account or subaccount whose text it is. */
  accountSid: string;
  from: string;
  to: string;
  body: string;
  statusCallback: string | null;
  validForSeconds?: number;
  direction: 'outbound-api' | 'outbound-reply';
}

/** Virtual milliseconds from one status to the next. */
const SENT_AFTER_MS = 600;
const DELIVERED_AFTER_MS = 1400;
const CALLBACK_STATUSES: readonly MessageStatus[] = ['queued', 'sent', 'delivered', 'undelivered', 'failed'];
const PHONE_IS_OFF = 30003;
const LINE_IS_FIXED = 30006;
const VALIDITY_EXPIRED = 30036;
/** Ten hours, Twilio's own. */
const USUAL_VALIDITY_SECONDS = 36_000;

/** Text messages in both directions, with what carriers and recipients do to them. */
export class Messages {
  constructor(
    private readonly world: World,
    private readonly account: Account,
    private readonly webhooks: Webhooks,
    private readonly phones: Telephones,
  ) {}

  /** Accepts a text for delivery, or throws what Twilio's API answers. */
  send(text: TextToSend): MessageRecord {
    const fault = this.strike(text, ['error-code']);
    if (fault) throw rejected(fault.code ?? 21211, messageOf(fault.code ?? 21211));
    if (this.account.hasOptedOut(text.to, text.from)) throw rejected(21610, messageOf(21610));
    const message = this.add(text, 'queued');
    this.announce(message, text.statusCallback);
    this.world.clock.after(SENT_AFTER_MS, () => this.dispatch(message));
    return message;
  }

  /** Somebody texts one of the account's numbers. @returns null when nobody has that number. */
  receive(from: string, to: string, body: string): MessageRecord | null {
    const number = this.account.numberOf(to);
    if (!number) return null;
    const message = this.add(
      { accountSid: number.accountSid, from, to, body, statusCallback: null, direction: 'inbound' },
      'received',
    );
    this.obeyOptWord(message);
    void this.deliverToApplication(message, number);
    return message;
  }

  /** The thread on one phone, oldest first: what it sent, and what reached it. */
  threadOf(phone: string): MessageRecord[] {
    const arrived = (message: MessageRecord) => message.to === phone && message.status === 'delivered';
    return [...this.account.messages.values()].filter((message) => message.from === phone || arrived(message));
  }

  private dispatch(message: MessageRecord): void {
    this.moveTo(message, 'sent');
    const fault = this.strike(message, ['stays-sent', 'delayed']);
    // Some carriers never give a receipt: `sent` is then the last that anybody hears.
    if (fault?.kind === 'stays-sent') return;
    const takesMs = DELIVERED_AFTER_MS + (fault?.ms ?? 0);
    const expiresAfterMs = message.validForSeconds * 1000;
    if (takesMs <= expiresAfterMs) this.world.clock.after(takesMs, () => this.settle(message));
    else this.world.clock.after(expiresAfterMs, () => this.fail(message, VALIDITY_EXPIRED));
  }

  private fail(message: MessageRecord, errorCode: number): void {
    message.errorCode = errorCode;
    this.moveTo(message, 'undelivered');
  }

  private strike(text: Pick<MessageRecord, 'to' | 'from' | 'body'>, kinds: readonly FaultKind[]): Fault | undefined {
    return this.world.faults.strike('twilio.messages', kinds, `${text.to} ${text.from} ${text.body}`);
  }

  private settle(message: MessageRecord): void {
    const fault = this.strike(message, ['later-error-code']);
    const errorCode = fault ? (fault.code ?? PHONE_IS_OFF) : this.deafnessOf(message.to);
    if (errorCode !== null) return this.fail(message, errorCode);
    this.moveTo(message, 'delivered');
    // A text between two of our own numbers arrives as any other.
    if (this.account.numberOf(message.to)) this.receive(message.from, message.to, message.body);
  }

  /** Why no text ever reaches this phone, in the vendor's codes. */
  private deafnessOf(phone: string): number | null {
    if (this.phones.lineOf(phone) === 'landline') return LINE_IS_FIXED;
    return this.phones.behaviourOf(phone).kind === 'off' ? PHONE_IS_OFF : null;
  }

  private async deliverToApplication(message: MessageRecord, number: NumberRecord): Promise<void> {
    if (!number.sms) return;
    const form = incomingMessageParameters(message);
    let reply = await this.webhooks.request('sms-incoming', number.sms, form);
    const failed = reply.kind === 'failed' || reply.status > 299;
    if (failed && number.smsFallback) reply = await this.webhooks.request('sms-fallback', number.smsFallback, form);
    const answer = readReplies(reply);
    if (answer.complaint) this.world.log.error('twilio.messages', answer.complaint, { messageSid: message.sid });
    for (const { body, to } of answer.replies) this.reply(number, to ?? message.from, body);
  }

  private reply({ accountSid, phoneNumber: from }: NumberRecord, to: string, body: string): void {
    try {
      this.send({ accountSid, from, to, body, statusCallback: null, direction: 'outbound-reply' });
    } catch (error) {
      this.world.log.error('twilio.messages', `reply not sent: ${String(error)}`, { from, to });
    }
  }

  /** STOP and START are the carriers' business before they are the application's; so are Twilio's own answers to them. */
  private obeyOptWord({ accountSid, from, to, body }: MessageRecord): void {
    const word = readOptWord(body);
    if (!word) return;
    const was = this.account.hasOptedOut(from, to);
    if (word.kind === 'start' && !was) return;
    if (word.kind !== 'help') this.account.setOptOut(from, to, word.kind === 'stop');
    const answer = this.add(
      { accountSid, from: to, to: from, body: word.answer, statusCallback: null, direction: 'outbound-reply' },
      'sent',
    );
    this.world.clock.after(DELIVERED_AFTER_MS, () => this.moveTo(answer, 'delivered'));
  }

  private add(
    text: Omit<TextToSend, 'direction'> & Pick<MessageRecord, 'direction'>,
    status: MessageStatus,
  ): MessageRecord {
    const now = this.world.clock.now();
    const message: MessageRecord = {
      sid: this.account.newSid('SM'),
      validForSeconds: USUAL_VALIDITY_SECONDS,
      ...text,
      status,
      errorCode: null,
      createdAt: now,
      updatedAt: now,
      sentAt: null,
    };
    this.account.messages.set(message.sid, message);
    this.note(message);
    return message;
  }

  private moveTo(message: MessageRecord, status: MessageStatus): void {
    message.status = status;
    message.updatedAt = this.world.clock.now();
    message.sentAt ??= message.updatedAt;
    this.note(message);
    this.announce(message, message.statusCallback);
  }

  private announce(message: MessageRecord, url: string | null): void {
    if (!url || !CALLBACK_STATUSES.includes(message.status)) return;
    this.webhooks.notify('message-status', { url, method: 'POST' }, messageStatusParameters(message));
  }

  private note(message: MessageRecord): void {
    this.account.changed();
    this.world.log.event('phone.sms', `${message.from} → ${message.to} ${message.status}: ${message.body}`, {
      ...message,
    });
  }
}
