import type { PagerLanguage } from '@domain/on-call/pager-language';
import { ENGLISH_TEXTS } from './text-words-english.js';
import { SPANISH_TEXTS } from './text-words-spanish.js';
import type { TextWords } from './text-words.types.js';

export const textWords = (language: PagerLanguage): TextWords => (language === 'es' ? SPANISH_TEXTS : ENGLISH_TEXTS);
