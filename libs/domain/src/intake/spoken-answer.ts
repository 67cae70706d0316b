import { mayDial, parseE164, type E164 } from '@domain/phone/e164';

/** What an answer to one question gives, in English or Spanish. Pure; what cannot be read is null, never a guess. */

const LONGEST_NAME = 60;
const LONGEST_ADDRESS = 160;
const MOST_NAME_WORDS = 4;
const LEAD_IN =
  /^(?:(?:yeah|yes|yep|sure|uh|um|oh|ok|okay|hi|hey|hello|well|so|it's|it is|i'm|i am|i'm at|i live at|we're at|this is|my name is|my name's|the name is|name's|the address is|my address is|at|s[ií]|pues|bueno|me llamo|soy|mi nombre es|es|la direcci[oó]n es|mi direcci[oó]n es|vivo en|estoy en|en)(?=[\s,.!:]|$)[\s,.!:]*)+/i;
const NOT_A_NAME =
  /\b(?:no|not|why|what|who|how|help|please|water|gas|smell|leak|heat|need|have|want|can't|don't|just|hurry|quick|someone|anybody|robot|nothing|fine|calling|looking|here|there|got|you|that|the|my|it|agua|fuga|necesito|ayuda|tengo|hay|porque|quiero|favor|mi|la|el|que|no)\b/i;
// Without capitals there is no telling where a name ends: "this is jim and my drain is slow".
const INTRODUCED =
  /\b(?:[Mm]y name is|[Mm]y name's|[Tt]his is|[Mm]e llamo|[Mm]i nombre es)\s+(\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+){0,3})/u;
const TITLE = /\b(dr|mr|mrs|ms|sr|sra)\./gi;
const STREET =
  '(?:street|st|lane|ln|avenue|ave|drive|dr|road|rd|court|ct|circle|cir|place|pl|boulevard|blvd|way|terrace|ter|trail|parkway|pkwy|highway|hwy)';
const STREET_ADDRESS = new RegExp(
  `\\b\\d{1,6}[a-z]?\\s+(?:[\\p{L}\\d'.-]+\\s+){0,4}?${STREET}\\b(?:,?\\s*(?:apt|apartment|unit|suite|#)\\s*\\w+)?`,
  'iu',
);
const SPANISH_ADDRESS = /\b(?:calle|avenida)\s+[\p{L}\d][\p{L}\d' .-]{1,50}\d{1,6}\b/iu;
const REFUSES =
  /\b(?:rather not|prefer not|don't want to|not giving|none of your|skip (?:that|it)|don't know|not sure|prefiero no|no quiero|no s[eé])\b/i;
const YES =
  /^(?:uh[,\s]*)?(?:yes|yeah|yep|yup|sure|correct|right|that's (?:right|it|fine|correct)|ok|okay|it is|this one|that works|s[ií]|correcto|claro|as[ií] es|est[aá] bien)(?=[\s,.!]|$)/i;
const NO = /^(?:no|nope|nah|not really|negative|para nada)(?=[\s,.!]|$)/i;
const NOTHING_MORE =
  /^(?:no|nope|nah|nothing|not really|nada|no gracias|eso es todo|that's (?:it|all|everything)|i'm good|all set)(?:[\s,.!]|nothing|else|that's (?:it|all|everything)|thanks|thank you|m[aá]s|nada|eso es todo|gracias|bye|goodbye|adi[oó]s|please hurry)*$/i;

/** "My name is Jim Kowalski, I'm at …": a name that was given unasked. */
export function volunteeredName(words: string): string | null {
  const name = INTRODUCED.exec(words.replace(TITLE, '$1'))?.[1];
  return name && !NOT_A_NAME.test(name) ? named(name) : null;
}

/** The name in an answer to "Can I get your name?": an introduction, or an answer that can be nothing but a name. */
export function answeredName(words: string): string | null {
  const introduced = volunteeredName(words);
  if (introduced) return introduced;
  const bare = firstSentence(words.replace(TITLE, '$1').replace(LEAD_IN, ''));
  const parts = bare.split(/\s+/).filter(Boolean);
  if (parts.length === 0 || parts.length > MOST_NAME_WORDS || NOT_A_NAME.test(bare)) return null;
  return /^[\p{L}'’. -]+$/u.test(bare) ? named(bare) : null;
}

/** A street address anywhere in what was said. */
export function volunteeredAddress(words: string): string | null {
  const found = STREET_ADDRESS.exec(words) ?? SPANISH_ADDRESS.exec(words);
  return found ? found[0].trim().slice(0, LONGEST_ADDRESS) : null;
}

/** The address in an answer to the question for it; a place without a house number ("the old mill on Route 9") counts too. */
export function answeredAddress(words: string): string | null {
  if (declines(words) || words.includes('?')) return null;
  const bare = words
    .replace(LEAD_IN, '')
    .replace(/[\s.,!]+$/, '')
    .trim();
  const isPlace = bare.split(/\s+/).length >= 2 && !NO.test(bare);
  return isPlace ? (volunteeredAddress(words) ?? bare.slice(0, LONGEST_ADDRESS)) : null;
}

const DIGIT_WORDS: Record<string, string> = {
  zero: '0',
  oh: '0',
  o: '0',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  cero: '0',
  uno: '1',
  dos: '2',
  tres: '3',
  cuatro: '4',
  cinco: '5',
  seis: '6',
  siete: '7',
  ocho: '8',
  nueve: '9',
};
const PHONE = /(?:\+?1[\s().-]*)?\d{3}[\s().-]*\d{3}[\s().-]*\d{4}(?!\d)/;

/** A North American number that was said or keyed in; null when there is none that may be dialled (decision 15). */
export function spokenNumber(words: string): E164 | null {
  const digits = words
    .toLowerCase()
    .replace(/\p{L}+/gu, (word) => DIGIT_WORDS[word] ?? word)
    .replace(/(?<=\d)[\s,]+(?=\d)/g, '');
  const found = PHONE.exec(digits)?.[0];
  if (!found) return null;
  try {
    const number = parseE164(found);
    return mayDial(number) ? number : null;
  } catch {
    return null;
  }
}

/** Will not or cannot say: they are not asked again. */
export const declines = (words: string): boolean => REFUSES.test(words);

export const saysYes = (words: string): boolean => YES.test(words.trim());

export const saysNo = (words: string): boolean => NO.test(words.trim());

/** "No, that's it. Thanks.": nothing to pass on. */
export const saysNothingMore = (words: string): boolean => NOTHING_MORE.test(words.trim());

const firstSentence = (words: string): string => (words.split(/[.!?](?:\s|$)/)[0] ?? '').replace(/[,;]\s*$/, '').trim();

/** Speech recognition writes names in small letters. */
const named = (name: string): string =>
  name
    .slice(0, LONGEST_NAME)
    .split(/\s+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
