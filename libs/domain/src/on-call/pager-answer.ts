const YES = /^(?:1|y|yes|yeah|yep|yes i can|i can|got it|i got it|i'?ll cover|i can cover|si|claro|listo|yo cubro)$/;
const NO = /^(?:2|n|no|nope|no i can'?t|i can'?t|can'?t|cannot|pass|sorry|no puedo|paso)$/;

/**
 * What somebody says who was asked to cover, or told of a shift. Stricter than an emergency's grammar, where any words
 * accept: a friendly word must not move a night from one person to another. Null: the words are about something else.
 */
export function pagerAnswer(words: string): 'yes' | 'no' | null {
  const said = words
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[’‘]/g, "'")
    .replace(/[\s.,!¡]+/g, ' ')
    .trim()
    .toLowerCase();
  if (YES.test(said)) return 'yes';
  return NO.test(said) ? 'no' : null;
}
