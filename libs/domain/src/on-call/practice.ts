import { safeWords } from '@domain/escalation/gsm7';
import { MINUTE_MS } from './local-time.js';
import type { PagerLanguage } from './pager-language.js';

/** So long an answer without a code may be meant for the practice text, and is taken for no emergency's. */
export const PRACTICE_OPEN_MS = 10 * MINUTE_MS;

const ASKED: Record<PagerLanguage, RegExp> = {
  en: /^(?:test|test me|send (?:me )?a test|test (?:page|alert|text))$/,
  es: /^(?:prueba|probar|hacer prueba|mensaje de prueba|manda(?:me)? una prueba)$/,
};

/** "TEST": the language in which somebody asks for a practice page; null: the words are about something else. */
export function asksForPractice(words: string): PagerLanguage | null {
  const said = words
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[\s.!¡]+/g, ' ')
    .trim()
    .toLowerCase();
  if (ASKED.en.test(said)) return 'en';
  return ASKED.es.test(said) ? 'es' : null;
}

/** An alert as it looks at night, marked in its first words and without a code: no answer to it can take an emergency. */
export function practiceText(businessName: string, language: PagerLanguage): string {
  const name = safeWords(businessName);
  const sample = `EMERGENCY CALL - ${name}\nCaller: Pat Sample\nPhone: none, this is a test\nAddress: 1 Sample St\nIssue: Water in the basement`;
  return language === 'es'
    ? `PRUEBA, no es una emergencia. Asi llega una:\n${sample}\nEn una real: 1=la tomo 2=paso. Contesta OK a esta prueba.`
    : `TEST, no real emergency. This is how one arrives:\n${sample}\nIn a real one: 1=Take it 2=Pass. Reply OK to this test.`;
}

/** To whoever answers it as if it were one. */
export const PRACTICE_ANSWERED = 'That answered the test: your texts arrive. Nothing was taken, and nobody was told.';
/** When a phone has had its tests of the hour. */
export const PRACTICE_LIMITED: Record<PagerLanguage, string> = {
  en: 'Five tests an hour are enough for one phone. Try again later.',
  es: 'Cinco pruebas por hora bastan para un telefono. Intenta mas tarde.',
};
