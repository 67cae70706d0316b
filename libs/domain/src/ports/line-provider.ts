import type { E164 } from '@domain/phone/e164';

/** Where the carrier sends what happens on a line. All absolute. */
export interface LineUrls {
  voice: string;
  /** Asked when `voice` fails; in production on another failure domain. */
  voiceFallback: string;
  callStatus: string;
  sms: string;
}

/** Owns telephone numbers at the carrier. */
export abstract class LineProvider {
  /** Makes sure the number is in our hands and points at `urls`; returns the carrier's id. Safe to repeat. */
  abstract connect(number: E164, urls: LineUrls): Promise<string>;
}

/** Makes a number known to the voice agent's provider, which wants to know it before it takes a call for it. */
export abstract class AgentNumbers {
  /**
   * Imports the number once and returns the provider's id. The import overwrites the carrier's voice URL (telephony,
   * fact 3), so `LineProvider.connect` must follow.
   */
  abstract adopt(number: E164): Promise<string>;
}
