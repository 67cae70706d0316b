import type { E164 } from '@domain/phone/e164';
import {
  LineProvider,
  type CarrierAccount,
  type LineUrls,
  type NumberOrder,
  type OfferedNumber,
  type OwnedNumber,
} from '@domain/ports/line-provider';
import { Injectable } from '@nestjs/common';
import { Env } from '@platform/env/env';
import type twilio from 'twilio';
import type { IncomingPhoneNumberInstance } from 'twilio/lib/rest/api/v2010/account/incomingPhoneNumber.js';
import { createTwilioClient } from './twilio-client.js';
import { asked, isGone, isTaken } from './twilio-wire.js';

const MOST_ACCOUNTS_OF_ONE_NAME = 20;
const MOST_NUMBERS = 50;

/**
 * Numbers and subaccounts at Twilio (Accounts, AvailablePhoneNumbers, IncomingPhoneNumbers), with the main account's
 * credentials on the subaccount's path. Buying a number is final, so it is looked for first.
 */
@Injectable()
export class TwilioLineProvider extends LineProvider {
  private readonly client: twilio.Twilio;

  constructor(private readonly env: Env) {
    super();
    this.client = createTwilioClient(env);
  }

  override async connect(number: E164, urls: LineUrls): Promise<string> {
    const known = await this.owned(null, number);
    const settings = settingsOf(urls);
    if (known) return (await asked(() => this.numbers(null)(known.sid).update(settings))).sid;
    return (await asked(() => this.numbers(null).create({ phoneNumber: number, ...settings }))).sid;
  }

  override async accountsNamed(name: string): Promise<CarrierAccount[]> {
    const limit = MOST_ACCOUNTS_OF_ONE_NAME;
    const found = await asked(() => this.client.api.accounts.list({ friendlyName: name, status: 'active', limit }));
    const oldestFirst = found.sort((one, other) => one.dateCreated.getTime() - other.dateCreated.getTime());
    return oldestFirst.map(({ sid, authToken }) => ({ sid, authToken }));
  }

  override async openAccount(name: string): Promise<CarrierAccount> {
    const { sid, authToken } = await asked(() => this.client.api.accounts.create({ friendlyName: name }));
    return { sid, authToken };
  }

  override async closeAccount(sid: string): Promise<void> {
    await removed(() => this.client.api.accounts(sid).update({ status: 'closed' }));
  }

  override async search(areaCode: string, limit: number): Promise<OfferedNumber[]> {
    const wanted = { areaCode: Number(areaCode), voiceEnabled: true, smsEnabled: true, limit };
    const offers = await asked(() =>
      this.client.api.accounts(this.sidOf(null)).availablePhoneNumbers('US').local.list(wanted),
    );
    return offers.map(({ phoneNumber, locality, region }) => ({ number: phoneNumber as E164, locality, region }));
  }

  override async buy(order: NumberOrder): Promise<{ kind: 'bought'; sid: string } | { kind: 'taken' }> {
    const { carrierSid, number, tag, urls } = order;
    const wanted = { phoneNumber: number, friendlyName: tag, ...settingsOf(urls) };
    return asked(async () => {
      try {
        return { kind: 'bought', sid: (await this.numbers(carrierSid).create(wanted)).sid };
      } catch (error) {
        if (isTaken(error)) return { kind: 'taken' };
        throw error;
      }
    });
  }

  override async owned(carrierSid: string | null, number: E164): Promise<OwnedNumber | null> {
    const [found] = await asked(() => this.numbers(carrierSid).list({ phoneNumber: number, limit: 1 }));
    return found ? ownedNumber(found) : null;
  }

  override async tagged(carrierSid: string | null, tag: string): Promise<OwnedNumber[]> {
    const found = await asked(() => this.numbers(carrierSid).list({ friendlyName: tag, limit: MOST_NUMBERS }));
    return found.map(ownedNumber);
  }

  override async pointAt(carrierSid: string | null, numberSid: string, urls: LineUrls): Promise<void> {
    await asked(() => this.numbers(carrierSid)(numberSid).update(settingsOf(urls)));
  }

  override async release(carrierSid: string | null, numberSid: string): Promise<void> {
    await removed(() => this.numbers(carrierSid)(numberSid).remove());
  }

  private numbers(carrierSid: string | null) {
    return this.client.api.accounts(this.sidOf(carrierSid)).incomingPhoneNumbers;
  }

  private sidOf(carrierSid: string | null): string {
    return carrierSid ?? this.env.TWILIO_ACCOUNT_SID;
  }
}

/** Every URL in one request: a number is never in our hands without leading to us. */
const settingsOf = (urls: LineUrls) => ({
  voiceUrl: urls.voice,
  voiceMethod: 'POST',
  voiceFallbackUrl: urls.voiceFallback,
  voiceFallbackMethod: methodFor(urls.voiceFallback),
  statusCallback: urls.callStatus,
  statusCallbackMethod: 'POST',
  smsUrl: urls.sms,
  smsMethod: 'POST',
});

/** A static host serves files to GET alone. */
const methodFor = (url: string): 'GET' | 'POST' => (url.endsWith('.xml') ? 'GET' : 'POST');

const ownedNumber = (found: IncomingPhoneNumberInstance): OwnedNumber => ({
  sid: found.sid,
  number: found.phoneNumber as E164,
  urls: {
    voice: found.voiceUrl || '',
    voiceFallback: found.voiceFallbackUrl || '',
    callStatus: found.statusCallback || '',
    sms: found.smsUrl || '',
  },
});

const removed = (work: () => Promise<unknown>): Promise<void> =>
  asked(async () => {
    try {
      await work();
    } catch (error) {
      if (!isGone(error)) throw error;
    }
  });
