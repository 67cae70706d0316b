import { conceptOf } from '../rules/grammar.js';
import { around, near } from './passage.js';
import type { Passage } from './passage.js';
import type { Mark } from './phrase-trie.js';
import { lemmaAt, wordAt } from './tokens.js';

const WIRED = ['elecPlace', 'panel', 'wall', 'elecAppliance', 'wetMetal'].map(conceptOf);

/** What a danger is told by, and the harmless cause that was named for it. */
const CAUSES: [sign: number, cause: number][] = [
  [conceptOf('smoke'), conceptOf('cookSmoke')],
  [conceptOf('shockVerb'), conceptOf('staticCharge')],
  [conceptOf('spark'), conceptOf('staticCharge')],
  [conceptOf('spark'), conceptOf('toolSparks')],
  [conceptOf('sounding'), conceptOf('selfTest')],
];
const SMELL = conceptOf('smell');
const KITCHEN_CAUSE = conceptOf('kitchenCause');
/** "A whiff of onion by the dryer, I keep the onions there." */
const KITCHEN = { before: 14, after: 14 };
const HERE = { before: 0, after: 0 };
const BESIDE = { before: 4, after: 4 };
const NEAR_BY = { before: 20, after: 20 };

/** What only happened as it should, or was caused by something that harms nobody. */
export const isExplained = (span: Mark, passage: Passage): boolean =>
  isCaused(span, passage) || isTrip(span, passage) || isOfTheKitchen(span, passage);

const isOfTheKitchen = (span: Mark, passage: Passage): boolean =>
  around(SMELL, span, passage, HERE) && around(KITCHEN_CAUSE, span, passage, KITCHEN);

/** "Smoke everywhere, I burnt the bacon", "static, off the carpet"; what comes out of a wall or an outlet has no such cause. */
const isCaused = (span: Mark, passage: Passage): boolean =>
  CAUSES.some(([sign, cause]) => around(sign, span, passage, HERE) && around(cause, span, passage, NEAR_BY)) &&
  !WIRED.some((concept) => around(concept, span, passage, BESIDE));

const POP_OUT = conceptOf('popOut');
const TRIP_SWITCH = conceptOf('tripSwitch');
const VIOLENT = conceptOf('violent');
/** "The button on the bathroom outlet popped." */
const SWITCH_REACH = { before: 5, after: 0 };

/** "The breaker popped", "the button on the GFCI popped": it did its work, unless there was a bang, a flash or a smell. */
const isTrip = (span: Mark, passage: Passage): boolean =>
  around(POP_OUT, span, passage, HERE) &&
  around(TRIP_SWITCH, span, passage, SWITCH_REACH) &&
  !around(VIOLENT, span, passage, BESIDE);

const FICTION = conceptOf('fiction');
const WORK_TALE = conceptOf('workTale');
const NOW = conceptOf('nowCue');
const OWN_NOW = conceptOf('ownNow');
const TELLERS = new Set(['i', 'we', 'my', 'our', 'mine', 'ours']);
const TALE = { before: 60, after: 12 };
const WORK = { before: 40, after: 40 };
const MOMENT = { before: 3, after: 5 };

/** A story that somebody made up, or what an applicant has done at work. */
export const isInvented = (span: Mark, passage: Passage): boolean =>
  !around(NOW, span, passage, MOMENT) && (isFiction(span, passage) || isWorkTale(span, passage));

/** "In the novel I'm writing the gas is left on": nobody's danger, unless the caller says "I smell" or "right now". */
const isFiction = (span: Mark, passage: Passage): boolean =>
  around(FICTION, span, passage, TALE) &&
  !ownMarks(span, passage).some(({ start }) => TELLERS.has(wordAt(passage.tokens, start)));

/** "About the apprentice opening, I've capped leaking tanks": "there is" and "I have" tell of the caller's own home. */
const isWorkTale = (span: Mark, passage: Passage): boolean =>
  around(WORK_TALE, span, passage, WORK) && ownMarks(span, passage).length === 0;

const ownMarks = (span: Mark, passage: Passage): Mark[] =>
  near(passage.marks[OWN_NOW], span.start - 3, span.end + 1).filter((own) => !isPerfect(own, passage));

/** The "I have" of "I have capped" owns nothing. */
function isPerfect({ end }: Mark, { tokens }: Passage): boolean {
  const next = wordAt(tokens, end);
  return lemmaAt(tokens, end - 1) === 'have' && (next === 'been' || next.endsWith('ed'));
}
