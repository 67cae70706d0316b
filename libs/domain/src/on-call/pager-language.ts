/** The languages in which the crew is written to and called. Codes and verbs are the same in both. */
export const PAGER_LANGUAGES = ['en', 'es'] as const;
export type PagerLanguage = (typeof PAGER_LANGUAGES)[number];

/** The same words in each: whoever they go to decides. */
export type Said = Record<PagerLanguage, string>;

/** Whoever texts in Spanish is answered in Spanish; so is whoever chose it, whatever they typed: "BUSY 2H" is no language. */
export const answeredIn = (own: PagerLanguage, texted: PagerLanguage): PagerLanguage => (texted === 'es' ? 'es' : own);
