/** GSM 03.38: what a text can carry at seven bits a character. One character outside it halves the segment to 70. */
const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const EXTENDED = '^{}\\[~]|€';
const SEGMENT = 153;
const SINGLE = 160;

/** Characters people's phones and language models write instead of plain ones. */
const PLAIN: Record<string, string> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '–': '-',
  '—': '-',
  '−': '-',
  '…': '...',
  '•': '-',
  '°': ' deg',
  '`': "'",
  '\u00a0': ' ',
  '\u202f': ' ',
  '\t': ' ',
};

/** The nearest text GSM-7 can carry: accents it lacks are dropped, emoji and the rest vanish. */
export function toGsm7(text: string): string {
  return [...text.normalize('NFC')].map(nearest).join('');
}

function nearest(character: string): string {
  if (BASIC.includes(character) || EXTENDED.includes(character)) return character;
  const plain = PLAIN[character] ?? character.normalize('NFD').replace(/\p{M}/gu, '');
  return [...plain].every((part) => BASIC.includes(part)) ? plain : '';
}

/** Length in septets; brackets, braces and the euro sign cost two. */
export const septets = (text: string): number =>
  [...text].reduce((sum, character) => sum + (EXTENDED.includes(character) ? 2 : 1), 0);

/** How many segments the carrier bills and joins. */
export const segments = (text: string): number => (septets(text) <= SINGLE ? 1 : Math.ceil(septets(text) / SEGMENT));

/** What two segments hold: the longest text we send (decision 16). */
export const TWO_SEGMENTS = 2 * SEGMENT;

/** One line, printable, without links: what a caller said may end up in a text that carries our name. */
export function safeWords(words: string): string {
  return toGsm7(words.replace(/\b(?:https?:\/\/|www\.)\S*/gi, ''))
    .replace(/\s+/g, ' ')
    .trim();
}

/** `words`, cut at a word's end so that they take at most `limit` septets. */
export function shortened(words: string, limit: number): string {
  if (septets(words) <= limit) return words;
  let kept = '';
  for (const character of words) {
    if (septets(kept + character) > limit - 3) break;
    kept += character;
  }
  const atWordEnd = kept.replace(/\s+\S*$/, '');
  return `${atWordEnd.length > kept.length / 2 ? atWordEnd : kept}...`;
}
