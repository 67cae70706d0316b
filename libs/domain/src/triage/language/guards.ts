import { conceptOf } from '../rules/grammar.js';
import type { RuleKind } from '../rules/rule.js';
import type { Mark } from './phrase-trie.js';
import type { Token } from './tokens.js';

/** How a match stands in its sentence. Only `live` ones are dangers. */
export type Standing = 'live' | 'denied' | 'past' | 'repaired' | 'asked' | 'others';

/** A turn's words with the phrases found in them; `covered` words are parts of longer phrases. */
export interface Passage {
  tokens: Token[];
  marks: (Mark[] | undefined)[];
  covered: Uint8Array;
}

const DENY = conceptOf('deny');
const BARRIER = conceptOf('barrier');
const SUBJECT = conceptOf('subject');
const PRONOUN = conceptOf('pronoun');
const REPAIRED = conceptOf('repaired');
const DISTANT_PAST = conceptOf('distantPast');
const ASK_SERVICE = conceptOf('askService');
const HYPOTHETICAL = conceptOf('hypothetical');
const COMMERCIAL = conceptOf('commercial');
const THIRD_PARTY = conceptOf('thirdParty');
const OWN_NOW = conceptOf('ownNow');
const MINE = conceptOf('mine');
const NOW = conceptOf('nowCue');

export function standingOf(kind: RuleKind, span: Mark, passage: Passage): Standing {
  if (kind === 'office') return 'live';
  if (isDenied(span, passage)) return 'denied';
  return kind === 'topic' ? 'live' : dangerStanding(span, passage);
}

function dangerStanding(span: Mark, passage: Passage): Standing {
  if (around(OWN_NOW, span, passage, { before: 3, after: 1 }) || around(NOW, span, passage, { before: 3, after: 5 }))
    return 'live';
  if (isRepaired(span, passage)) return 'repaired';
  if (isPast(span, passage)) return 'past';
  if (around(THIRD_PARTY, span, passage, { before: 8, after: 8 })) return 'others';
  if (around(MINE, span, passage, { before: 3, after: 0 })) return 'live';
  return isAsked(span, passage) ? 'asked' : 'live';
}

function isRepaired(span: Mark, { marks, covered, tokens }: Passage): boolean {
  return (marks[REPAIRED] ?? []).some((repair) => {
    const alone = repair.end - repair.start === 1;
    if (alone && covered[repair.start] && !isPassive(repair, tokens)) return false;
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

function isDenied(span: Mark, { tokens, marks, covered }: Passage): boolean {
  return (marks[DENY] ?? []).some((deny) => {
    if (deny.start >= span.end || deny.start < span.start - 6 || covered[deny.start]) return false;
    if (tokens[deny.start]?.word === 'no' && startsAt(SUBJECT, deny.end, marks)) return false;
    return (
      deny.start >= span.start ||
      (!crosses(BARRIER, deny.end, span.start, marks) && !crosses(PRONOUN, deny.end + 1, span.start, marks))
    );
  });
}

function isPast(span: Mark, passage: Passage): boolean {
  return (passage.marks[DISTANT_PAST] ?? []).some((past) => {
    const before = passage.tokens[past.start - 1]?.lemma;
    return within(past, span, { before: 12, after: 12 }) && before !== 'since' && before !== 'for';
  });
}

function isAsked(span: Mark, { marks }: Passage): boolean {
  const asks = [...(marks[ASK_SERVICE] ?? []), ...(marks[HYPOTHETICAL] ?? [])];
  if (asks.some((ask) => within(ask, span, { before: 9, after: 0 }) && !crosses(PRONOUN, ask.end, span.start, marks)))
    return true;
  return (marks[COMMERCIAL] ?? []).some((business) => within(business, span, { before: 8, after: 5 }));
}

const around = (concept: number, span: Mark, passage: Passage, reach: Reach): boolean =>
  (passage.marks[concept] ?? []).some((mark) => within(mark, span, reach));

const within = (mark: Mark, span: Mark, reach: Reach): boolean =>
  mark.end > span.start - reach.before && mark.start < span.end + reach.after;

const startsAt = (concept: number, position: number, marks: (Mark[] | undefined)[]): boolean =>
  (marks[concept] ?? []).some((mark) => mark.start === position);

/** Does a word of the concept stand between two places? */
const crosses = (concept: number, from: number, to: number, marks: (Mark[] | undefined)[]): boolean =>
  (marks[concept] ?? []).some((mark) => mark.start >= from && mark.end <= to);
