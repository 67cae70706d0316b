import { conceptOf } from '../rules/grammar.js';
import type { RuleKind } from '../rules/rule.js';
import { isExplained, isInvented } from './causes.js';
import { deniesAnother, isDenied } from './denials.js';
import { around, crosses, near, startsAt, startsIn, within } from './passage.js';
import type { Passage } from './passage.js';
import type { Mark } from './phrase-trie.js';
import { lemmaAt, wordAt } from './tokens.js';
import type { Token } from './tokens.js';

/** How a match stands in its sentence. Only `live` ones are dangers. */
export type Standing = 'live' | 'denied' | 'past' | 'repaired' | 'asked' | 'supposed' | 'others' | 'explained';

const BARRIER = conceptOf('barrier');
const SUBJECT = conceptOf('subject');
const PRONOUN = conceptOf('pronoun');
const REPAIRED = conceptOf('repaired');
const NEED_REPAIR = conceptOf('needRepair');
const STORY_OVER = conceptOf('storyOver');
/** What ends a story ends all that was told before it, and nothing that is told after. */
const STORY = { before: 0, after: 80 };
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
  if (isDenied(span, passage) && !(kind === 'topic' && deniesAnother(span, passage))) return 'denied';
  return kind === 'topic' ? 'live' : dangerStanding(span, passage);
}

function dangerStanding(span: Mark, passage: Passage): Standing {
  return GUARDS.find(([, holds]) => holds(span, passage))?.[0] ?? 'live';
}

/** In this order: a danger seen now beats a guard, a guard beats the mere "my". */
const GUARDS: [Standing, (span: Mark, passage: Passage) => boolean][] = [
  ['explained', isExplained],
  ['supposed', isInvented],
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
    (mark) =>
      within(mark, span, { before: 3, after: 1 }) && wordAt(tokens, mark.end) !== 'not' && !isBehindWhatIf(mark, marks),
  );

/** "Si algún día huele a gas", "in case there is": a mere "if" may be a doubt ("I don't know if I smell gas"). */
const isBehindWhatIf = (own: Mark, marks: (Mark[] | undefined)[]): boolean =>
  near(marks[HYPOTHETICAL], own.start - 1, own.start).some((cue) => cue.end - cue.start > 1 && cue.end === own.start);

const PAST_FORMS = new Set(
  'had was were got went broke came burst froze took blew ran fell caught lost gave'.split(' '),
);

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

function isRepaired(span: Mark, passage: Passage): boolean {
  const { marks, tokens } = passage;
  if (around(STORY_OVER, span, passage, STORY)) return true;
  return near(marks[REPAIRED], span.start - 8, span.end + 14).some((repair) => {
    const alone = repair.end - repair.start === 1;
    if (isNear(repair, tokens, ENDS) || (alone && isAwaited(repair, { marks, tokens }))) return false;
    return repair.start >= span.end
      ? repair.start < span.end + 14
      : repair.end > span.start - 8 && !crosses(BARRIER, repair.end, span.start, marks);
  });
}

/** "Needs to be fixed", "I want the cover replaced". */
const isAwaited = (repair: Mark, { marks, tokens }: Pick<Passage, 'marks' | 'tokens'>): boolean =>
  (startsIn(NEED_REPAIR, repair.start, marks) || isNear(repair, tokens, WISHES)) && !isPassive(repair, tokens);

/** "Until the boiler is fixed" it is not. */
const ENDS = new Set(['until', 'till', 'unless']);
const WISHES = new Set(['need', 'needs', 'want', 'wants', 'get', 'like', 'wanted']);

const isNear = (repair: Mark, tokens: Token[], words: ReadonlySet<string>): boolean =>
  tokens.slice(Math.max(0, repair.start - 4), repair.start).some(({ word }) => words.has(word));

const isPassive = (mark: Mark, tokens: Token[]): boolean => tokens[mark.start - 1]?.lemma === 'be';

/** "Leaking", "is buzzing": told of now, unless a "was" or "had" stands by. */
function isHappening({ start, end }: Mark, { tokens }: Passage): boolean {
  const told = tokens.slice(Math.max(0, start - 3), end);
  return (
    tokens.slice(start, end).some(({ word, lemma }) => word.endsWith('ing') && word !== lemma) &&
    !told.some(({ word }) => PAST_FORMS.has(word) || word === 'been')
  );
}

function isPast(span: Mark, passage: Passage): boolean {
  if (isHappening(span, passage)) return false;
  if (isOfLastCentury(span, passage)) return true;
  return near(passage.marks[DISTANT_PAST], span.start - 12, span.end + 12).some((past) => {
    const before = passage.tokens[past.start - 1]?.lemma;
    return within(past, span, { before: 12, after: 12 }) && before !== 'since' && before !== 'for';
  });
}

/** "A shock off a toaster in 1962". */
const isOfLastCentury = ({ start, end }: Mark, { tokens }: Passage): boolean =>
  tokens
    .slice(start, end + 6)
    .some(({ word }, at, told) => word.length === 4 && word.startsWith('19') && told[at - 1]?.word === 'in');

const isAsked = (span: Mark, { marks }: Passage): boolean =>
  near(marks[ASK_SERVICE], span.start - 9, span.end).some(
    (ask) => within(ask, span, { before: 9, after: 0 }) && !crosses(PRONOUN, ask.end, span.start, marks),
  );

/** "Say the pipe bursts" supposes, "she says the ladder tickles" does not; nor does "it tickles if I touch it". */
function isSupposing({ start, end }: Mark, span: Mark, tokens: Token[]): boolean {
  if (lemmaAt(tokens, start) === 'say' && start > 0) return OPENERS.has(wordAt(tokens, start - 1));
  return end - start > 1 || start <= span.start;
}

const OPENERS = new Set([
  'and',
  'but',
  'or',
  'just',
  'let',
  'us',
  'ok',
  'now',
  'question',
  'hypothetical',
  'hello',
  'hi',
]);

/** "what if", "suppose a": one pronoun may follow ("what should a person do if they smell gas"). */
const isSupposed = (span: Mark, { marks, tokens }: Passage): boolean =>
  near(marks[HYPOTHETICAL], span.start - 9, span.end).some(
    (cue) =>
      within(cue, span, { before: 9, after: 0 }) &&
      isSupposing(cue, span, tokens) &&
      !crosses(BARRIER, cue.end, span.start, marks) &&
      !crosses(SUBJECT, cue.end + 1, span.start, marks),
  );

/** What is smelled, seen or felt is no business, whatever shall be bought because of it. */
const EVIDENT = ['smell', 'scorch', 'deformed', 'strayLight', 'shockFeel', 'wisp', 'ablaze'].map(conceptOf);

/** A quote, an inspection or an invoice about it; what is evident or happening ("leaking", "buzzing") is no business. */
function isBusiness(span: Mark, passage: Passage): boolean {
  const { marks, tokens } = passage;
  if (EVIDENT.some((concept) => around(concept, span, passage, { before: 0, after: 0 }))) return false;
  if (tokens.slice(span.start, span.end).some((token) => token.word.endsWith('ing') && token.lemma !== token.word))
    return false;
  return near(marks[COMMERCIAL], span.start - 8, span.end + 5).some((business) =>
    within(business, span, { before: 8, after: 5 }),
  );
}
