/** What has to be known to believe a webhook of a contractor's carrier account. */
export interface WebhookSigner {
  accountId: string;
  authToken: string;
}

/**
 * Which account at the carrier a number, a call or a webhook belongs to. Null is the platform's own account, undefined
 * is nobody's.
 */
export abstract class CarrierAccounts {
  abstract ofNumber(number: string): Promise<string | null | undefined>;
  abstract ofCall(callSid: string): Promise<string | null>;
  /** Remembers where a call was placed: its reference alone does not tell. */
  abstract noteCall(callSid: string, carrierSid: string): Promise<void>;
  /** Who signs for this carrier account; null when it is none of ours. Answers from memory while the database is down. */
  abstract signer(carrierSid: string): Promise<WebhookSigner | null>;
}
