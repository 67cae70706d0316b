import { first } from './call.js';
import type { Call, Heard } from './call.js';

// A pitch announces itself; two lesser hints, or one with a company that sells, say the same.
const WEIGHT: Record<string, number> = { strongPitch: 2, sale: 1.2, robot: 1, pitch: 1, pitchCompany: 1 };
const ENOUGH = 2;
const REAL_CALLER = 1.5;

/** Noise, a click, a cut-off "hello?": nobody to help and nobody to route (PRD VTCR 2.4). */
export const isSilent = (call: Call): boolean =>
  hasNothingSaid(call) &&
  call.turns.every(
    (turn, index) => turn.role === 'agent' || call.readings[index]?.empty === true || isNoise(turn.text),
  );

const BARE = new Set(['yes', 'no', 'dripNamed', 'vesselNamed', 'weirdNoise', 'placeAnswer']);

/** A bare "yes" to "Do you smell gas?" says a great deal. */
const hasNothingSaid = (call: Call): boolean =>
  call.answer === undefined && [...call.heard.keys()].every((signal) => BARE.has(signal));

/** "uh... [dog barking] ... hel—": the transcriber's own words, and what nobody would call a word. */
function isNoise(text: string): boolean {
  const words = withoutNotes(text.toLowerCase()).split(' ').map(lettersOf).filter(Boolean);
  return words.every((word) => NOISES.has(word));
}

const NOISES = new Set(
  'h he hh hel hell hello hallo helo hi hey uh uhh um umm m mm mmm hm hmm er ah oh eh yo mhm mmhm'.split(' '),
);

const lettersOf = (word: string): string => [...word].filter((sign) => sign >= 'a' && sign <= 'z').join('');

const CLOSING: Record<string, string> = { '[': ']', '(': ')' };

/** Without what stands in brackets. */
function withoutNotes(text: string): string {
  let said = '';
  let until = '';
  for (const sign of text) {
    if (until === '' && !CLOSING[sign]) said += sign;
    else if (until === '') until = CLOSING[sign] as string;
    else if (sign === until) until = '';
  }
  return said;
}

/** The reasons to take the call for spam (PRD §3 override 3): a pitch, a survey, a fraud or a machine. Empty: it is none. */
export function spamReasons(call: Call): Heard[] {
  const reasons = hintsIn(call);
  if (reasons.length === 0) return reasons;
  const excuses = (first(call, 'legitContact') ? REAL_CALLER : 0) + (first(call, 'wrongNumber') ? REAL_CALLER : 0);
  return score(reasons) - excuses >= ENOUGH ? reasons.slice(0, 3) : [];
}

/** Up to three words of a pitch, enough to decide on or not. */
export const spamHints = (call: Call): Heard[] => hintsIn(call).slice(0, 3);

/** A word of a pitch was said, too little to decide on. */
export const hasSpamHint = (call: Call): boolean => HINTS.some((signal) => call.heard.has(signal));

const HINTS = Object.keys(WEIGHT);
const hintsIn = ({ heard }: Call): Heard[] => HINTS.flatMap((signal) => heard.get(signal) ?? []);

/** Every hint counts once, however many rules read the same words. */
function score(reasons: Heard[]): number {
  const best = new Map<string, number>();
  for (const reason of reasons) {
    const place = `${reason.turn}:${reason.signal === 'pitchCompany' || reason.signal === 'sale' ? reason.signal : reason.start}`;
    best.set(place, Math.max(best.get(place) ?? 0, WEIGHT[reason.signal] ?? 0));
  }
  return [...best.values()].reduce((sum, weight) => sum + weight, 0);
}
