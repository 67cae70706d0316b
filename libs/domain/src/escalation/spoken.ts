import type { Spoken } from '@domain/call/caller-hears';
import { firstName } from '@domain/persona/call-variables';

/** To the caller, on the way to a technician. */
export const connectingCallerWords = (techName: string): string => `Connecting you to ${firstName(techName)} now.`;

/** To a caller who ends up alone: the tech's phone dropped before the two could speak. */
export const lostTechWords = (techName: string): string =>
  `I'm sorry, we lost the connection to ${firstName(techName)}. ${firstName(techName)} has your information and will call you right back. If you are in danger, leave and call 911.`;

/**
 * To a technician, when our own side fails: a phone must not go silent, and the text is still there to be answered. Whose
 * phone it is can't be looked up then.
 */
export const faultWords: Spoken = {
  language: 'en',
  words:
    'Sorry, something went wrong on our side. The emergency is still open. Please answer the text message, or call this number back. Goodbye.',
};

/** PRD section 7 and VTCR 2.2: what the voice agent tells the caller when nobody took the transfer. */
export const transferFailedWords = (techName: string): string =>
  `I wasn't able to reach ${firstName(techName)} directly, but I've sent them an urgent message with your information. They'll be calling you back within a few minutes.`;

/** The tech answered by text or chose to call back while the caller was still with the agent. */
export const willCallBackWords = (techName: string): string =>
  `Good news: ${firstName(techName)} has your information and will be calling you back within a few minutes.`;
