import type { PagerLanguage } from './pager-language.js';

const YES = /^(?:1|y|yes|yeah|yep|yes i can|i can|got it|i got it|i'?ll cover|i can cover|si|claro|listo|yo cubro)$/;
const NO = /^(?:2|n|no|nope|no i can'?t|i can'?t|can'?t|cannot|pass|sorry|no puedo|paso)$/;
const SEEN =
  /^(?:ok|okay|k|kk|thanks|thank you|thx|will do|roger|👍\p{Emoji_Modifier}?|gracias|vale|enterad[oa]|recibido)$/u;
const SPANISH = /^(?:si|claro|listo|yo cubro|no puedo|paso|gracias|vale|enterad[oa]|recibido)$/;

/** `seen` has read the text, which is enough to know of one's own shift, and too little to take another's night. */
export interface PagerAnswer {
  said: 'yes' | 'no' | 'seen';
  language: PagerLanguage;
}

/**
 * What somebody says who was asked to cover, or told of a shift. Stricter than an emergency's grammar, where any words
 * accept: a friendly word must not move a night from one person to another. Null: the words are about something else.
 */
export function pagerAnswer(words: string): PagerAnswer | null {
  const heard = words
    .normalize('NFD')
    .replace(/[\u0300-\u036f\ufe0f]/g, '')
    .replace(/[’‘]/g, "'")
    .replace(/[\s.,!¡]+/g, ' ')
    .trim()
    .toLowerCase();
  const said = meaningOf(heard);
  return said && { said, language: SPANISH.test(heard) ? 'es' : 'en' };
}

function meaningOf(heard: string): PagerAnswer['said'] | null {
  if (YES.test(heard)) return 'yes';
  if (NO.test(heard)) return 'no';
  return SEEN.test(heard) ? 'seen' : null;
}
