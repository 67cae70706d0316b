/** What a caller's reply gives: a name, an address, a number, a yes or a no. The stand-in's share of what a model would extract. */

const FILLER =
  /^(?:(?:yeah|yes|yep|sure|uh|um|oh|ok|okay|hi|hey|hello|well|so|it's|it is|i'm|i am|this is|my name is|my name's|the address is|that's|name's)\b[\s,.!-]*)+/i;
const NOT_A_NAME =
  /\b(?:no|not|why|what|who|how|help|please|water|gas|smell|leak|need|have|want|rather|don't|can't|just|hurry|quick|someone|anybody|robot|real|nothing|fine|calling|looking|here|there|got|you|you've|it|that|that's|this|the|one)\b/i;
const INTRODUCED =
  /\b(?:[Mm]y name is|[Mm]y name's|[Tt]his is|[Ii]'m|[Ii] am)\s+([A-Z][a-z'’-]+(?:\s+[A-Z][A-Za-z'’-]+){0,2})/;
const STREET =
  '(?:street|st|lane|ln|avenue|ave|drive|dr|road|rd|court|ct|circle|cir|place|pl|boulevard|blvd|way|terrace|ter|trail|parkway|pkwy|highway|hwy)';
const STREET_ADDRESS = new RegExp(
  `\\b\\d{1,6}[a-z]?\\s+(?:[\\w'.-]+\\s+){0,4}?${STREET}\\b(?:,?\\s*(?:apt|apartment|unit|suite|#)\\s*\\w+)?`,
  'i',
);
const PHONE = /(?:\+?1[\s.-]*)?\(?\d{3}\)?[\s.-]*\d{3}[\s.-]*\d{4}/;
const REFUSAL =
  /\b(?:rather not|prefer not|don't want to|do not want to|not comfortable|not giving|won't give|none of your|no thanks|no way|skip (?:that|it)|not going to (?:say|give|tell))\b/i;
const YES =
  /^(?:uh[,\s]*)?(?:yes|yeah|yep|yup|sure|correct|right|that's (?:right|it|fine|correct)|ok|okay|you've got it|you got it|it is|this one|the one i'm calling from|that works|fine|please)\b/i;
const SAME_NUMBER =
  /\b(?:this (?:one|number)|calling from|you(?:'ve)? got it|same (?:one|number)|that(?:'s| is) (?:right|it|correct|fine)|works)\b/i;
const NO = /^(?:no|nope|nah|not really|negative)\b/i;
const NOTHING_MORE =
  /^(?:no|nope|nah|nothing|not really)?[\s,.!]*(?:that's (?:it|all|everything)|that is (?:it|all)|nothing else|i think that's it|all set|i'm good|thanks|thank you|bye|goodbye)?(?:[\s,.!]|thanks|thank you|bye|goodbye|very much|so much)*$/i;

/** The name the caller gave unasked ("this is Jim Kowalski"); none when no name stands there in capitals. */
export function volunteeredName(words: string): string | undefined {
  return INTRODUCED.exec(words)?.[1];
}

/** The name in a reply to "Can I get your name?": an introduction, or a reply short enough to be nothing but a name. */
export function answeredName(words: string): string | undefined {
  const introduced = volunteeredName(words);
  if (introduced) return introduced;
  const bare = firstSentence(words.replace(FILLER, ''));
  const parts = bare.split(/\s+/).filter(Boolean);
  if (parts.length === 0 || parts.length > 3 || NOT_A_NAME.test(bare) || !/^[\p{L}'’. -]+$/u.test(bare))
    return undefined;
  return parts.map(capitalised).join(' ');
}

/** A street address anywhere in what was said. */
export function volunteeredAddress(words: string): string | undefined {
  return STREET_ADDRESS.exec(words)?.[0].trim();
}

/** The address in a reply to the question for it; a place without a house number ("the old mill on Route 9") counts too. */
export function answeredAddress(words: string): string | undefined {
  const street = volunteeredAddress(words);
  if (street) return street;
  if (refuses(words) || words.includes('?') || NO.test(words.trim())) return undefined;
  const bare = firstSentence(words.replace(FILLER, ''));
  return bare.split(/\s+/).length >= 2 ? bare : undefined;
}

/** A North American number said in the reply, as E.164. */
export function spokenNumber(words: string): string | undefined {
  const digits = PHONE.exec(words)?.[0].replace(/\D/g, '');
  return digits ? `+1${digits.slice(-10)}` : undefined;
}

export const refuses = (words: string): boolean => REFUSAL.test(words);

export const saysYes = (words: string): boolean => YES.test(words.trim());

export const saysNo = (words: string): boolean => NO.test(words.trim());

/** Agrees that the number they call from is the one to ring: "Yeah, this one's fine", "You've got it". */
export const confirmsNumber = (words: string): boolean => saysYes(words) || SAME_NUMBER.test(words);

/** "Nope, that's it. Thanks.": nothing worth passing on. */
export const saysNothingMore = (words: string): boolean => NOTHING_MORE.test(words.trim());

function firstSentence(words: string): string {
  return (words.split(/[.!?](?:\s|$)/)[0] ?? '').replace(/[,;]\s*$/, '').trim();
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
