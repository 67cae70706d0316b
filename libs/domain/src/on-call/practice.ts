import { safeWords, toGsm7 } from '@domain/escalation/gsm7';
import { textWords } from '@domain/escalation/text-words';
import { MINUTE_MS } from './local-time.js';
import type { PagerLanguage, Said } from './pager-language.js';

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
  const { emergency, caller, phone, address, issue, keys } = textWords(language);
  const { first, number, problem, last } = PRACTICE[language];
  const sample = [
    emergency(safeWords(businessName)),
    `${caller}Pat Sample`,
    `${phone}${number}`,
    `${address}1 Sample St`,
    `${issue}${problem}`,
  ];
  return toGsm7([first, ...sample, `${last.real} ${keys}. ${last.answer}`].join('\n'));
}

const PRACTICE = {
  en: {
    first: 'TEST, no real emergency. This is how one arrives:',
    number: 'none, this is a test',
    problem: 'Water in the basement',
    last: { real: 'In a real one:', answer: 'Reply OK to this test.' },
  },
  es: {
    first: 'PRUEBA, no es una emergencia. Asi llega una:',
    number: 'ninguno, es una prueba',
    problem: 'Agua en el sotano',
    last: { real: 'En una real:', answer: 'Contesta OK a esta prueba.' },
  },
};

/** To whoever answers it as if it were one. */
export const PRACTICE_ANSWERED: Said = {
  en: 'That answered the test: your texts arrive. Nothing was taken, and nobody was told.',
  es: 'Eso contesto la prueba: tus mensajes llegan. No se tomo nada ni se aviso a nadie.',
};
/** When a phone has had its tests of the hour. */
export const PRACTICE_LIMITED: Said = {
  en: 'Five tests an hour are enough for one phone. Try again later.',
  es: 'Cinco pruebas por hora bastan para un telefono. Intenta mas tarde.',
};
