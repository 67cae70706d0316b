import type { LineType } from '@domain/on-call/roster';
import type { E164 } from '@domain/phone/e164';

/** Knows what kind of line a number is. Every question costs money, so whoever asks remembers the answer. */
export abstract class LineTypes {
  /**
   * `unknown` when nobody can say. Throws ProviderFailure; implementations bound the request and never retry
   * (reference/telephony: "run on roster save, not on every call").
   */
  abstract of(number: E164): Promise<LineType>;
}
