import type { Spoken } from '@domain/call/caller-hears';

/** What a technician's phone, or the caller's leg on its way to them, hears and can do next. */
export type LegScript =
  /** Who and what, twice, then one key. Without a key the leg ends: voicemail presses nothing (decision 5). */
  | { kind: 'page'; words: Spoken[]; keys: Spoken }
  /** Into the conference where the caller is waiting. */
  | { kind: 'join'; words: Spoken; room: string }
  /** The caller has hung up: one key rings them from the account's own number. */
  | { kind: 'offer_call'; words: Spoken }
  | { kind: 'dial'; number: string; callerId: string }
  /** One key chooses; whoever presses none is taken for a caller. */
  | { kind: 'menu'; words: Spoken[] }
  | { kind: 'goodbye'; words: Spoken }
  | { kind: 'hang_up' };
