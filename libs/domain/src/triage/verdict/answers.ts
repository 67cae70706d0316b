import type { Standing } from '../language/guards.js';
import { kept } from '../language/kept-readings.js';
import { tokenise } from '../language/tokens.js';
import { conceptOf, lexicon } from '../rules/grammar.js';
import { names } from '../language/reading.js';
import type { Finding, TurnReading } from '../language/reading.js';

/** What the agent said before the reply. */
export interface AskedQuestion {
  reading: TurnReading;
  text: string;
}

/** What a reply says beside the agent's question: the danger asked about, or one that needs both their words. */
export interface Replied {
  signal: string;
  rule: string;
  /** Live, unless the caller said no to it. */
  standing?: Standing;
  /** A smell of nobody knows what. */
  unnamed?: true;
}

export type YesOrNo = 'yes' | 'no';

/** Where the last sentence begins; a transcript without punctuation is one sentence. */
export const lastSentence = (text: string): number =>
  Math.max(...['. ', '! ', '? '].map((mark) => text.trimEnd().lastIndexOf(mark) + 1));

/** What a reply says to the question before it, in whatever words; undefined when neither. */
export function repliedTo(asked: AskedQuestion, reply: TurnReading): YesOrNo | undefined {
  if (saysYes(reply)) return 'yes';
  if (opens(reply, 'no')) return 'no';
  return shortAnswer(reply.text) ?? (echoes(asked, reply) ? 'yes' : opensWithNot(reply.text) ? 'no' : undefined);
}

const NONES = new Set(
  'not nothing none nowhere never neither nobody nada ninguno ninguna nadie tampoco zero zip'.split(' '),
);
const UNDECIDED = new Set('sure certain positive only just exactly mas más'.split(' '));

/** "Not a lick of it", "nothing like that"; "not sure" is neither. */
function opensWithNot(text: string): boolean {
  const [first = '', second = ''] = text.toLowerCase().split(' ');
  return NONES.has(bare(first)) && !UNDECIDED.has(bare(second));
}

const bare = (word: string): string => (CLAUSE_ENDS.has(word.slice(-1)) ? word.slice(0, -1) : word);

/** "No and yes": as many answers as questions, in their order. */
export function answersIn({ findings }: TurnReading): YesOrNo[] {
  const said = findings.filter(({ signal }) => signal === 'yes' || signal === 'no');
  const separate = said.filter((each) => each.signal === 'no' || !said.some((other) => isNoOver(other, each)));
  return separate
    .sort((a, b) => a.start - b.start)
    .filter(({ start }, at, all) => at === 0 || start >= (all[at - 1]?.end ?? 0))
    .map(({ signal }) => signal as YesOrNo);
}

/** "I don't" holds an "I do". */
const isNoOver = (other: Finding, yes: Finding): boolean => other.signal === 'no' && other.start === yes.start;

/** A yes of sounds or of words that mean nothing elsewhere and are dropped there ("very"), in letters alone. */
const HUMMED = new Set('mhm mmhm mmhmm uhhuh mhmm aha aja yuh very verymuch verymuchso kinda sorta bingo'.split(' '));
const LONGEST_HUM = 12;

const isHummed = ({ text }: TurnReading): boolean =>
  text.length <= LONGEST_HUM &&
  HUMMED.has([...text.toLowerCase()].filter((sign) => sign >= 'a' && sign <= 'z').join(''));

const OPENING = 6;
/** "Yeah, no." */
const SECOND_WORD = 8;

/** The turn begins with a yes or a no. */
const opens = ({ findings }: TurnReading, signal: YesOrNo, before = OPENING): boolean =>
  findings.some((finding) => finding.signal === signal && finding.start < before);

/** "I do", and not "I don't"; "sí, no para" is a yes, "yeah, no" is none. */
const saysYes = (reply: TurnReading): boolean =>
  isHummed(reply) ||
  (opens(reply, 'yes') && (!opens(reply, 'no', SECOND_WORD) || SPANISH_YES.some((si) => opensWith(reply, si))));

const SPANISH_YES = ['si,', 'sí,', 'si no', 'sí no'];

const opensWith = ({ text }: TurnReading, words: string): boolean => text.trimStart().toLowerCase().startsWith(words);

const SUBJECTS = new Set('it that they he she we i there you this'.split(' '));
const VERBS = new Set('is are was were does do did has have had can could will would should might'.split(' '));
const STRESS = new Set('sure really still certainly definitely absolutely already both all'.split(' '));

/** "It can." "They sure are." "It isn't.": a yes or a no that takes its verb from the question. */
export function shortAnswer(text: string): YesOrNo | undefined {
  const [subject = '', ...rest] = firstClause(text);
  return SUBJECTS.has(subject) ? verbAnswer(rest.filter((word) => !STRESS.has(word))) : undefined;
}

function verbAnswer([verb = '', ...more]: string[]): YesOrNo | undefined {
  if (more.length > 1) return undefined;
  if (isNegated(verb)) return more.length === 0 ? 'no' : undefined;
  return VERBS.has(verb) ? WITH_VERB[more[0] ?? ''] : undefined;
}

/** What follows the verb, if anything: "it is", "it is not". */
const WITH_VERB: Record<string, YesOrNo> = { '': 'yes', not: 'no' };

const isNegated = (verb: string): boolean =>
  ["can't", "won't", 'cannot'].includes(verb) || (verb.endsWith("n't") && VERBS.has(verb.slice(0, -3)));

const CLAUSE_ENDS = new Set('.,;:!?');
const LONGEST_ANSWER = 5;
const OPENERS = new Set('well oh uh um yeah'.split(' '));

/** The words up to the first mark of a pause, behind a "well,"; none when they are too many for a bare answer. */
function firstClause(text: string): string[] {
  const clause = text.slice(0, endOfClause(text));
  const words = clause.toLowerCase().replaceAll('’', "'").split(' ').filter(Boolean);
  if (words.length === 1 && OPENERS.has(words[0] as string)) return firstClause(text.slice(clause.length + 1));
  const said = OPENERS.has(words[0] ?? '') ? words.slice(1) : words;
  return said.length <= LONGEST_ANSWER ? said : [];
}

function endOfClause(text: string): number {
  let end = 0;
  while (end < text.length && !CLAUSE_ENDS.has(text[end] as string)) end++;
  return end;
}

const HOLLOW = new Set(
  'it i the a an is be are do does in on at of to and that this they we you my your yes just all right there at'.split(
    ' ',
  ),
);

/** Who only says which thing it is has not said whether it works. */
const THINGS = ['hvacThing', 'plumbingThing', 'electricalThing'];

/** "Not running at all?" "Not at all." "Still going?" "Still.": who repeats the question's own words agrees to them. */
function echoes(asked: AskedQuestion, reply: TurnReading): boolean {
  const clause = firstClause(reply.text);
  if (clause.length === 0 || orIn(asked.text) !== undefined || reply.text[endOfClause(reply.text)] === '?')
    return false;
  if (THINGS.some((thing) => names(kept.of(clause.join(' ')), thing))) return false;
  const said = lemmasOf(clause.join(' ')).filter((word) => !HOLLOW.has(word));
  const heard = lemmasOf(asked.text.slice(lastSentence(asked.text)));
  return said.length > 0 && said.every((word) => heard.includes(word));
}

const lemmasOf = (text: string): string[] => tokenise(text, lexicon().vocabulary).map(({ lemma }) => lemma);

/** "Is it not coming on?" "No.": to a question asked with a "not", the no agrees. */
export const isAskedWithNot = ({ text }: AskedQuestion): boolean =>
  lemmasOf(text.slice(lastSentence(text))).some((word) => word === 'not' || word === 'no' || word === 'nothing');

/** Which side of an "or" was chosen: the letters of the agent's turn it stands in. */
export type Stretch = [from: number, to: number];

const FIRST = ['first', 'first one', 'the first', 'the first one', 'former', 'the former', 'la primera', 'lo primero'];
const SECOND = [
  ...['second', 'second one', 'the second', 'the second one', 'latter', 'the latter', 'last one', 'the last one'],
  ...['other one', 'the other one', 'the other', 'la segunda', 'lo segundo', 'lo otro'],
];
const BOTH = [
  'both',
  'both of them',
  'both of those',
  'bit of both',
  'a bit of both',
  'a little of both',
  'ambas',
  'las dos',
];
const OR = [' or ', ' o '];

/** "Gas, or something burning?" "The latter." */
export function chosenSide(asked: AskedQuestion, reply: TurnReading): Stretch | undefined {
  const from = lastSentence(asked.text);
  const or = orIn(asked.text);
  if (or === undefined || names(reply, 'deny')) return undefined;
  const clause = firstClause(reply.text).join(' ');
  if (FIRST.includes(clause)) return [from, or];
  if (SECOND.includes(clause)) return [or, asked.text.length];
  return BOTH.includes(clause) ? [from, asked.text.length] : sideEchoed(clause, asked.text, [from, or]);
}

/** Where the "or" of the last question stands. */
const orIn = (text: string): number | undefined =>
  OR.map((word) => text.toLowerCase().lastIndexOf(word)).find((at) => at >= lastSentence(text));

/** "Ceiling or wall?" "Ceiling."; "carbon monoxide", asked about, is "CO" in the reply. */
function sideEchoed(clause: string, text: string, [from, or]: Stretch): Stretch | undefined {
  const said = wordsAndConcepts(clause);
  const [before, behind] = [wordsAndConcepts(text.slice(from, or)), wordsAndConcepts(text.slice(or))];
  const first = said.filter((each) => before.includes(each) && !behind.includes(each)).length;
  const second = said.filter((each) => behind.includes(each) && !before.includes(each)).length;
  if (first === second) return undefined;
  return first > second ? [from, or] : [or, text.length];
}

function wordsAndConcepts(text: string): string[] {
  const concepts = kept.of(text).named.numbers.filter((concept) => !FORMAL.has(concept));
  return [...lemmasOf(text).filter((word) => !HOLLOW.has(word)), ...concepts.map(String)];
}

/** "Just me and the dog" shares an "and", a "the" and a somebody with every question, and chooses nothing by that. */
const FORMAL = new Set(
  'person helperWord pronoun subject emptyTalk barrier question recap deny violent popOut tripSwitch'
    .split(' ')
    .map(conceptOf),
);
