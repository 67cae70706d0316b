import type { Spoken } from '@domain/call/caller-hears';
import { speaksSpanish } from '@domain/persona/spoken-language';

/** What a caller said, for the voice of their language: read by another nobody who is just awake understands it. */
export const inOwnVoice = (words: string): Spoken => ({
  words: `${withoutFullStop(words)}.`,
  language: speaksSpanish(words) ? 'es' : 'en',
});

export const withoutFullStop = (text: string): string => text.replace(/[.\s]+$/, '');
