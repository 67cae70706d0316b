import { conceptOf } from '../rules/grammar.js';
import { crosses, near, startsAt } from './passage.js';
import type { Passage } from './passage.js';
import type { Mark } from './phrase-trie.js';
import { lemmaAt, wordAt } from './tokens.js';

const DENY = conceptOf('deny');
const BARRIER = conceptOf('barrier');
const SUBJECT = conceptOf('subject');
const PRONOUN = conceptOf('pronoun');

export const isDenied = (span: Mark, passage: Passage): boolean =>
  near(passage.marks[DENY], span.start - 6, span.end).some(
    (deny) => deny.start >= span.start - 6 && denies(deny, span, passage),
  );

function denies(deny: Mark, span: Mark, { tokens, marks, covered }: Passage): boolean {
  if (covered[deny.start]) return false;
  if (wordAt(tokens, deny.start) === 'no' && startsAt(SUBJECT, deny.end, marks)) return false;
  // "Onions, and she hasn't bought any, by her cooktop": within the match, too, a no ends with its clause.
  const end = deny.start >= span.start ? span.end : span.start;
  return !crosses(BARRIER, deny.end, end, marks) && !crosses(PRONOUN, deny.end + 1, end, marks);
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
export const deniesAnother = (span: Mark, passage: Passage): boolean =>
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
