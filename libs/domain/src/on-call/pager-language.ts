/** Whoever texts in Spanish is answered in Spanish. */
export type PagerLanguage = 'en' | 'es';
