import { conceptOf } from '../rules/grammar.js';
import { firstFrom } from '../rules/rule.js';
import type { RuleKind } from '../rules/rule.js';
import type { Mark } from './phrase-trie.js';
import { lemmaAt, wordAt } from './tokens.js';
import type { Token } from './tokens.js';

/** How a match stands in its sentence. Only `live` ones are dangers. */
export type Standing = 'live' | 'denied' | 'past' | 'repaired' | 'asked' | 'supposed' | 'others';

/** A turn's words with the phrases found in them; `covered` words are parts of longer phrases. */
export interface Passage {
  tokens: Token[];
  marks: (Mark[] | undefined)[];
  covered: Uint8Array;
  named: number[];
}

const DENY = conceptOf('deny');
const BARRIER = conceptOf('barrier');
const SUBJECT = conceptOf('subject');
const PRONOUN = conceptOf('pronoun');
const REPAIRED = conceptOf('repaired');
const NEED_REPAIR = conceptOf('needRepair');
const DISTANT_PAST = conceptOf('distantPast');
const ASK_SERVICE = conceptOf('askService');
const HYPOTHETICAL = conceptOf('hypothetical');
const COMMERCIAL = conceptOf('commercial');
const THIRD_PARTY = conceptOf('thirdParty');
const OWN_NOW = conceptOf('ownNow');
const MINE = conceptOf('mine');
const NOW = conceptOf('nowCue');
const SMELL = conceptOf('smell');

export function standingOf(kind: RuleKind, span: Mark, passage: Passage): Standing {
  if (kind === 'office') return 'live';
  if (isDenied(span, passage) && !(kind === 'topic' && deniesAnother(span, passage))) return 'denied';
  return kind === 'topic' ? 'live' : dangerStanding(span, passage);
}

function dangerStanding(span: Mark, passage: Passage): Standing {
  return GUARDS.find(([, holds]) => holds(span, passage))?.[0] ?? 'live';
}

/** In this order: a danger seen now beats a guard, a guard beats the mere "my". */
const GUARDS: [Standing, (span: Mark, passage: Passage) => boolean][] = [
  ['live', (span, passage) => isOwnNow(span, passage)],
  ['supposed', (span, passage) => isSupposed(span, passage)],
  ['live', (span, passage) => isNow(span, passage)],
  ['repaired', (span, passage) => isRepaired(span, passage)],
  ['past', (span, passage) => isPast(span, passage)],
  ['others', (span, passage) => isOthers(span, passage)],
  ['live', (span, passage) => around(MINE, span, passage, { before: 3, after: 0 })],
  ['asked', (span, passage) => isAsked(span, passage)],
  ['supposed', (span, passage) => isBusiness(span, passage)],
];

/** "There is", "I smell"; "there isn't one here" is none. */
const isOwnNow = (span: Mark, { marks, tokens }: Passage): boolean =>
  near(marks[OWN_NOW], span.start - 3, span.end + 1).some(
    (mark) => within(mark, span, { before: 3, after: 1 }) && wordAt(tokens, mark.end) !== 'not',
  );

const PAST_FORMS = new Set(['had', 'was', 'were', 'got', 'went', 'broke', 'came', 'burst', 'froze']);

/** Somebody else's trouble, told in the past; a neighbour's gas of now is an emergency like one's own. */
function isOthers(span: Mark, passage: Passage): boolean {
  if (!around(THIRD_PARTY, span, passage, { before: 10, after: 10 })) return false;
  const told = passage.tokens.slice(Math.max(0, span.start - 4), span.end);
  return told.some(({ word }) => PAST_FORMS.has(word) || (word.endsWith('ed') && word.length > 4));
}

/** "again", "right now"; but "now I'd like a quote" is no danger of now. */
function isNow(span: Mark, { marks }: Passage): boolean {
  return near(marks[NOW], span.start - 3, span.end + 5).some(
    (mark) =>
      within(mark, span, { before: 3, after: 5 }) && !(mark.start >= span.end && startsAt(PRONOUN, mark.end, marks)),
  );
}

function isRepaired(span: Mark, { marks, tokens }: Passage): boolean {
  return near(marks[REPAIRED], span.start - 8, span.end + 14).some((repair) => {
    const alone = repair.end - repair.start === 1;
    if (alone && startsIn(NEED_REPAIR, repair.start, marks) && !isPassive(repair, tokens)) return false;
    return repair.start >= span.end
      ? repair.start < span.end + 14
      : repair.end > span.start - 8 && !crosses(BARRIER, repair.end, span.start, marks);
  });
}

const isPassive = (mark: Mark, tokens: Token[]): boolean => tokens[mark.start - 1]?.lemma === 'be';

/** A concept stands at most so many words before or after the span, or in it. */
interface Reach {
  before: number;
  after: number;
}

const isDenied = (span: Mark, passage: Passage): boolean =>
  near(passage.marks[DENY], span.start - 6, span.end).some(
    (deny) => deny.start >= span.start - 6 && denies(deny, span, passage),
  );

function denies(deny: Mark, span: Mark, { tokens, marks, covered }: Passage): boolean {
  if (covered[deny.start]) return false;
  if (wordAt(tokens, deny.start) === 'no' && startsAt(SUBJECT, deny.end, marks)) return false;
  if (deny.start >= span.start) return true;
  return !crosses(BARRIER, deny.end, span.start, marks) && !crosses(PRONOUN, deny.end + 1, span.start, marks);
}

/** Words between what was said and its taking back, and between a "not" and the word it takes back. */
const BREATH = 3;
const ARTICLE = 1;

/** "It flooded, well, not flooded": the same word again, denied, before the breath is over. */
export const isTakenBack = (span: Mark, passage: Passage): boolean =>
  near(passage.marks[DENY], span.end, span.end + BREATH + 1).some(
    (deny) => deny.start >= span.end && repeats(deny.end, span, passage),
  );

/** What happened is said again; the water or the floor it happened to is no taking back. */
const HAPPENING = ['flood', 'burst', 'everywhere', 'backUp', 'backUpPlain', 'gushVerb', 'overflow'].map(conceptOf);

const repeats = (at: number, span: Mark, { tokens, marks }: Passage): boolean =>
  HAPPENING.some((concept) =>
    near(marks[concept], at, at + ARTICLE + 1).some(
      ({ start }) =>
        start >= at && tokens.slice(span.start, span.end).some(({ lemma }) => lemma === lemmaAt(tokens, start)),
    ),
  );

/** How far a "no" reaches at most. */
const DENIAL_REACH = 6;

/** Which words a "no" or a "never" reaches: up to the next "but", or the next who or it. */
export function deniedWords({ tokens, marks, covered }: Passage): Uint8Array {
  const denied = new Uint8Array(tokens.length);
  for (const deny of marks[DENY] ?? []) {
    if (covered[deny.start]) continue;
    const end = Math.min(tokens.length, deny.end + DENIAL_REACH);
    for (let at = deny.end; at < end && !startsAt(BARRIER, at, marks) && !startsAt(PRONOUN, at, marks); at++)
      denied[at] = 1;
  }
  return denied;
}

/** A wish or a person is denied by the "no" that opens a reply as little as by one that belongs to a noun before it. */
const deniesAnother = (span: Mark, passage: Passage): boolean =>
  deniedByReply(span, passage) || deniedByDistantNo(span, passage);

/** "No hot water, and I need somebody right now": the no is the water's. */
const deniedByDistantNo = (span: Mark, { tokens, marks, covered }: Passage): boolean =>
  !near(marks[DENY], span.start - 6, span.end).some(
    (deny) => !covered[deny.start] && (wordAt(tokens, deny.start) !== 'no' || deny.end > span.start - 2),
  );

/** "No, morning's fine": the no answers the agent and denies nothing of what follows. */
const deniedByReply = (span: Mark, { tokens, marks, covered }: Passage): boolean =>
  tokens[0]?.word === 'no' &&
  !near(marks[DENY], Math.max(1, span.start - 8), span.end).some(
    (deny) => deny.start > 0 && deny.start < span.end && !covered[deny.start],
  );

function isPast(span: Mark, passage: Passage): boolean {
  return near(passage.marks[DISTANT_PAST], span.start - 12, span.end + 12).some((past) => {
    const before = passage.tokens[past.start - 1]?.lemma;
    return within(past, span, { before: 12, after: 12 }) && before !== 'since' && before !== 'for';
  });
}

const isAsked = (span: Mark, { marks }: Passage): boolean =>
  near(marks[ASK_SERVICE], span.start - 9, span.end).some(
    (ask) => within(ask, span, { before: 9, after: 0 }) && !crosses(PRONOUN, ask.end, span.start, marks),
  );

/** "what if", "suppose a": one pronoun may follow ("what should a person do if they smell gas"). */
const isSupposed = (span: Mark, { marks }: Passage): boolean =>
  near(marks[HYPOTHETICAL], span.start - 9, span.end).some(
    (cue) =>
      within(cue, span, { before: 9, after: 0 }) &&
      !crosses(BARRIER, cue.end, span.start, marks) &&
      !crosses(SUBJECT, cue.end + 1, span.start, marks),
  );

/** A quote, an inspection or an invoice about it; what is smelled or happening ("leaking", "buzzing") is no business. */
function isBusiness(span: Mark, { marks, tokens }: Passage): boolean {
  if (near(marks[SMELL], span.start, span.end).some((mark) => within(mark, span, { before: 0, after: 0 })))
    return false;
  if (tokens.slice(span.start, span.end).some((token) => token.word.endsWith('ing') && token.lemma !== token.word))
    return false;
  return near(marks[COMMERCIAL], span.start - 8, span.end + 5).some((business) =>
    within(business, span, { before: 8, after: 5 }),
  );
}

// A phrase of the lexicon has at most so many words: a mark that reaches into a window begins this close before it.
const LONGEST_PHRASE = 10;

/** The marks that begin in a window or reach into it. Ten thousand guards in a turn cost no more than the ones nearby. */
function near(marks: Mark[] | undefined, from: number, to: number): Mark[] {
  if (!marks) return NONE;
  const start = firstFrom(marks, from - LONGEST_PHRASE);
  let end = start;
  while (end < marks.length && (marks[end] as Mark).start < to) end++;
  return start === 0 && end === marks.length ? marks : marks.slice(start, end);
}

const NONE: Mark[] = [];

const around = (concept: number, span: Mark, passage: Passage, reach: Reach): boolean =>
  near(passage.marks[concept], span.start - reach.before, span.end + reach.after).some((mark) =>
    within(mark, span, reach),
  );

const within = (mark: Mark, span: Mark, reach: Reach): boolean =>
  mark.end > span.start - reach.before && mark.start < span.end + reach.after;

const startsAt = (concept: number, position: number, marks: (Mark[] | undefined)[]): boolean =>
  near(marks[concept], position, position + 1).some((mark) => mark.start === position);

const startsIn = (concept: number, position: number, marks: (Mark[] | undefined)[]): boolean =>
  near(marks[concept], position, position + 1).some((mark) => mark.start <= position && position < mark.end);

/** Does a word of the concept stand between two places? */
const crosses = (concept: number, from: number, to: number, marks: (Mark[] | undefined)[]): boolean =>
  near(marks[concept], from, to).some((mark) => mark.start >= from && mark.end <= to);
