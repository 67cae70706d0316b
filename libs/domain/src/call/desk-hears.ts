import { safeWords } from '@domain/escalation/gsm7';

/** What the office's phone hears next while a call is made for it, in our words; rendered for the carrier at the edge. */
export type DeskHears =
  /** Any key goes on; none ends the call. */
  | { kind: 'ask'; words: string }
  | { kind: 'dial'; number: string; callerId: string }
  | { kind: 'goodbye'; words: string }
  | { kind: 'hang_up' };

/** Shorter is somebody who picked up and hung up, or a mailbox that was cut off. */
const SHORTEST_TALK_SECONDS = 5;

/** Whether the office and the customer have spoken, by how long the customer's phone was off the hook. */
export const isTalk = (seconds: number): boolean => seconds >= SHORTEST_TALK_SECONDS;

/** `name`: the customer's, or null while nobody knows it. */
export const deskAskedWords = (name: string | null): string =>
  `Your call to ${name === null ? 'a caller' : safeWords(name)}. Press 1 to be connected.`;

export const notReachedWords = 'They did not answer. Goodbye.';
export const OFFICE_CALL_OVER = 'This call is over. Goodbye.';
