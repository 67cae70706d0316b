/** What a technician's phone, or the caller's leg on its way to them, hears and can do next. */
export type LegScript =
  /** Who and what, twice, then one key. Without a key the leg ends: voicemail presses nothing (decision 5). */
  | { kind: 'page'; words: string; keys: string }
  | { kind: 'join'; words: string; room: string }
  /** The caller has hung up: one key rings them from the account's own number. */
  | { kind: 'offer_call'; words: string }
  | { kind: 'dial'; number: string; callerId: string }
  | { kind: 'goodbye'; words: string };

/** The conference of one incident. Names are unique per provider account while active. */
export const roomOf = (incidentId: string): string => `inc-${incidentId}`;
