import type { PagerLanguage } from '@domain/on-call/pager-language';
import { ENGLISH_LEG } from './leg-words-english.js';
import { SPANISH_LEG } from './leg-words-spanish.js';
import type { LegWords } from './leg-words.types.js';

export const legWords = (language: PagerLanguage): LegWords => (language === 'es' ? SPANISH_LEG : ENGLISH_LEG);

/** As many emergencies as a person can choose between by key; the keys after them have other meanings. */
export const MOST_ON_MENU = 7;
export const WHO_KEY = '8';
