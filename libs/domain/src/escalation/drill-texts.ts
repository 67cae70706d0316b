import type { PagerLanguage, Said } from '@domain/on-call/pager-language';
import type { Spoken } from '@domain/call/caller-hears';

/** To somebody who answered a rehearsal. Marked as one when it is written into the outbox. */
export const drillAnswerText = (code: string, seconds: number): Said => ({
  en: `[${code}] Thank you, you answered after ${lasting(seconds)}. Nothing else to do.`,
  es: `[${code}] Gracias, contestaste a los ${lasting(seconds)}. No tienes que hacer nada.`,
});

/** To those who were paged and have not answered, when a rehearsal ends early. */
export const drillOverText = (code: string, isForEmergency: boolean): Said =>
  isForEmergency
    ? {
        en: `[${code}] The drill stops here: a real emergency has come in and is being paged now.`,
        es: `[${code}] El simulacro termina: hay una emergencia real y estamos avisando.`,
      }
    : {
        en: `[${code}] The drill was stopped. Nothing else to do.`,
        es: `[${code}] El simulacro se detuvo. No tienes que hacer nada.`,
      };

const THANKS: Said = {
  en: 'Thank you. Your answer was recorded. Goodbye.',
  es: 'Gracias. Tu respuesta quedó registrada. Adiós.',
};

/** Spoken after key 1 or 2: there is no caller to be connected with. */
export const drillThanks = (language: PagerLanguage): Spoken => ({ words: THANKS[language], language });

const lasting = (seconds: number): string =>
  seconds < 120 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
