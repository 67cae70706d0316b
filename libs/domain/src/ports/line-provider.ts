import type { E164 } from '@domain/phone/e164';

/** Where the carrier sends what happens on a line. All absolute. */
export interface LineUrls {
  voice: string;
  /** Asked when `voice` fails; in production a file on another failure domain. */
  voiceFallback: string;
  callStatus: string;
  sms: string;
}

/** A contractor's own account at the carrier. Its webhooks are signed with its own token (reference B5). */
export interface CarrierAccount {
  sid: string;
  authToken: string;
}

/** A number of ours at the carrier; a URL that is not set is empty. */
export interface OwnedNumber {
  sid: string;
  number: E164;
  urls: LineUrls;
}

export interface OfferedNumber {
  number: E164;
  locality: string;
  region: string;
}

/** `carrierSid` null: the platform's own account. `tag` is how a purchase whose answer was lost is found again. */
export interface NumberOrder {
  carrierSid: string | null;
  number: E164;
  tag: string;
  urls: LineUrls;
}

/**
 * Owns telephone numbers at the carrier. Implementations bound each request, never retry, and throw ProviderFailure;
 * what they are asked to remove and cannot find counts as removed.
 */
export abstract class LineProvider {
  /** Makes sure the number is in our hands and points at `urls`; returns the carrier's id. Safe to repeat. */
  abstract connect(number: E164, urls: LineUrls): Promise<string>;
  /** Open accounts of this name, oldest first. */
  abstract accountsNamed(name: string): Promise<CarrierAccount[]>;
  abstract openAccount(name: string): Promise<CarrierAccount>;
  /** Final, with every number in it. */
  abstract closeAccount(sid: string): Promise<void>;
  /** Local numbers for sale that can take calls and texts. */
  abstract search(areaCode: string, limit: number): Promise<OfferedNumber[]>;
  /** `taken`: somebody else was faster, or we bought it already. */
  abstract buy(order: NumberOrder): Promise<{ kind: 'bought'; sid: string } | { kind: 'taken' }>;
  /** The number if this account owns it. */
  abstract owned(carrierSid: string | null, number: E164): Promise<OwnedNumber | null>;
  /** Everything that was bought under this tag. */
  abstract tagged(carrierSid: string | null, tag: string): Promise<OwnedNumber[]>;
  abstract pointAt(carrierSid: string | null, numberSid: string, urls: LineUrls): Promise<void>;
  abstract release(carrierSid: string | null, numberSid: string): Promise<void>;
}

/** Makes a number known to the voice agent's provider, which wants to know it before it takes a call for it. */
export abstract class AgentNumbers {
  /**
   * Imports the number once and returns the provider's id. The import overwrites the carrier's voice URL (telephony,
   * fact 3), so `LineProvider.connect` or `pointAt` must follow. Without `carrier` it is one of the platform's own account.
   */
  abstract adopt(number: E164, carrier?: CarrierAccount): Promise<string>;
  /** The number as the provider knows it by this id, or null. */
  abstract numberOf(id: string): Promise<E164 | null>;
  /** Every import of the number goes. */
  abstract forget(number: E164): Promise<void>;
  /** Lets the provider act on the carrier's account in our name; returns its id for that permission. Safe to repeat. */
  abstract trust(carrier: CarrierAccount): Promise<string>;
  abstract distrust(carrierSid: string): Promise<void>;
}
