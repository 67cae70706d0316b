import type { Spoken } from '@domain/call/caller-hears';
import { safeWords } from '@domain/escalation/gsm7';
import type { PagerLanguage, Said } from './pager-language.js';

/** A code proves one phone for a quarter of an hour. */
export const CODE_VALID_MS = 15 * 60 * 1000;
/** A million codes and five guesses. */
export const MOST_ATTEMPTS = 5;
/** Tests and codes together: whoever may press the button must not be able to run up a bill or a carrier's patience. */
export const MOST_TESTS_PER_HOUR = 5;

export interface OpenVerification {
  /** Six digits. */
  code: string;
  /** The phone it was sent to; a contact's number may change meanwhile. */
  phone: string;
  attempts: number;
  expiresAt: Date;
}

export type CodeVerdict = 'right' | 'wrong' | 'void';

/**
 * What a typed or texted code is worth. Six digits are no incident's code and no word of the reply grammar, so neither
 * can be taken for the other (VTCR 1.2).
 */
export function judgeCode(open: OpenVerification | null, phone: string, typed: string, at: Date): CodeVerdict {
  if (!open || at >= open.expiresAt || open.attempts >= MOST_ATTEMPTS || open.phone !== phone) return 'void';
  return digitsOf(typed) === open.code ? 'right' : 'wrong';
}

/** Whether a text is nothing but six digits, as people type codes: "482913", "482 913", "482-913". */
export const looksLikeCode = (words: string): boolean => /^\s*\d{3}[\s-]?\d{3}\s*$/.test(words);

const CODE_ANSWERS: Record<CodeVerdict, Said> = {
  right: { en: 'Thanks, this phone is confirmed.', es: 'Gracias, este telefono quedo confirmado.' },
  wrong: {
    en: 'That is not the code. Look again, or ask the office for a new one.',
    es: 'Ese no es el codigo. Revisalo, o pide otro a la oficina.',
  },
  void: {
    en: 'That code is not valid any more. The office can send a new one.',
    es: 'Ese codigo ya no sirve. La oficina te puede mandar otro.',
  },
};

/** What is texted back to six digits. */
export const codeAnswer = (verdict: CodeVerdict, language: PagerLanguage): string => CODE_ANSWERS[verdict][language];

/** The text with the code; the number itself comes first, where phones offer to copy it. */
export const codeMessage = (code: string, businessName: string): Said => ({
  en: `${code} is your code for ${safeWords(businessName)}'s on-call list. Reply with it, or tell it to the office. It works for 15 minutes.`,
  es: `${code} es tu codigo para la guardia de ${safeWords(businessName)}. Contesta con el, o dilo a la oficina. Sirve 15 minutos.`,
});

/** What the phone hears when texts don't reach it: digit by digit, twice. */
export function spokenCode(code: string, businessName: string, language: PagerLanguage): Spoken {
  const digits = `${[...code].join(', ')}.`;
  const words: Said = {
    en: `This is ${safeWords(businessName)}'s after-hours system. Your on-call code is ${digits} Again, your code is ${digits} Goodbye.`,
    es: `Es el sistema de emergencias de ${safeWords(businessName)}. Tu código es ${digits} Otra vez, tu código es ${digits} Adiós.`,
  };
  return { words: words[language], language };
}

const digitsOf = (typed: string): string => typed.replace(/\D/g, '');
