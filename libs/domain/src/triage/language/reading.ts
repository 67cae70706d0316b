import type { Mark } from './phrase-trie.js';
import { featuresOf } from '../model/features.js';
import type { Said } from '../model/features.js';
import { leaningOf, likelihoods } from '../model/likelihood.js';
import type { Leaning, Shares } from '../model/likelihood.js';
import { ownerLeaning } from '../model/owner.js';
import type { OwnerLeaning } from '../model/owner.js';
import { alarmOf, oddsOf } from '../model/odds.js';
import type { Odds } from '../model/odds.js';
import { CONCEPT_NUMBERS, RULES, conceptOf, lexicon } from '../rules/grammar.js';
import { matchesOf } from '../rules/rule.js';
import type { Rule } from '../rules/rule.js';
import { deniedWords, isTakenBack } from './denials.js';
import { standingOf } from './guards.js';
import type { Standing } from './guards.js';
import { NamedConcepts } from './named-concepts.js';
import { numberAt, numbersIn } from './numbers.js';
import type { Passage } from './passage.js';
import { agesIn } from './people.js';
import { tokenise } from './tokens.js';
import type { Token } from './tokens.js';
import { temperaturesIn } from './temperatures.js';
import type { Temperature } from './temperatures.js';

/** A rule that fits words of a turn, and whether its danger is real, denied, over, or only asked about. */
export interface Finding {
  signal: string;
  rule: string;
  standing: Standing;
  /** Offsets in the turn's text. */
  start: number;
  end: number;
}

/** A finding and the turn it was heard in. */
export interface HeardFinding extends Finding {
  turn: number;
}

/** Everything one turn says, whoever says it; depends on its words alone, so it is read once per turn. */
export interface TurnReading {
  text: string;
  /** The words in dictionary form, with a space on both sides of each. */
  plain: string;
  wordCount: number;
  /** Every word is a greeting or a noise: nobody said anything. */
  empty: boolean;
  findings: Finding[];
  /** The findings at the turn of the call where they were heard last. */
  heard: readonly HeardFinding[];
  temperatures: Temperature[];
  /** How the words lean by what the engine has learned. */
  leaning: Leaning;
  /** The same as probabilities, and as odds. */
  shares: Shares;
  /** How they lean by whose matter it is. */
  owner: OwnerLeaning;
  odds: Odds;
  /** The share of all kinds of emergency together. */
  alarm: number;
  /** The first number said, for answers to "what's the temperature?". */
  firstNumber: number | undefined;
  /** Where the questions of the turn begin. */
  questions: number[];
  named: NamedConcepts;
}

function passageOf(text: string): Passage {
  const { vocabulary, trie } = lexicon();
  const tokens = tokenise(text, vocabulary);
  const passage: Passage = { tokens, ...trie.scan(tokens, CONCEPT_NUMBERS.size) };
  for (const age of agesIn(tokens)) addMarks(passage, conceptOf(age.group), [age]);
  addMarks(passage, A_NUMBER, numbersIn(tokens));
  return passage;
}

/** What the learned reading sees of a caller's turn; the same in a call and in a lesson. */
export function lessonFeatures(text: string): string[] {
  const passage = passageOf(text);
  return featuresOf(saidIn(passage, findingsIn(passage, text)));
}

export function readTurn(text: string): TurnReading {
  const passage = passageOf(text);
  const { tokens } = passage;
  const findings = findingsIn(passage, text);
  const leaning = leaningOf(saidIn(passage, findings));
  const shares = likelihoods(leaning);
  return {
    text,
    plain: plainWords(tokens),
    wordCount: tokens.length,
    empty: isEmptyTalk(passage),
    findings,
    heard: [],
    temperatures: temperaturesIn(tokens),
    leaning,
    owner: ownerLeaning(passage),
    shares,
    odds: oddsOf(shares),
    alarm: alarmOf(shares),
    firstNumber: numberAt(tokens, 0)?.value ?? numberAt(tokens, 1)?.value ?? numberAt(tokens, 2)?.value,
    questions: questionsIn(passage, text),
    named: new NamedConcepts(passage),
  };
}

const findingsIn = (passage: Passage, text: string): Finding[] =>
  findingsOf(passage).map((finding) => (isAskedBack(finding, text) ? denied(finding) : finding));

const denied = (finding: Finding): Finding => ({ ...finding, standing: 'denied' });

/** "Smell gas? No.": who repeats the question before the answer tells of nothing. */
function isAskedBack({ end }: Finding, text: string): boolean {
  const mark = text.indexOf('?', end);
  if (mark < 0 || !NO_FOLLOWS.some((no) => text.startsWith(no, mark + 1))) return false;
  return !['.', '!'].some((sign) => text.slice(end, mark).includes(sign));
}

const NO_FOLLOWS = [' No,', ' No.', ' no,', ' no.', ' Nope', ' nope', ' Nah', ' nah', ' No ma', ' No sir'];

const saidIn = (passage: Passage, findings: Finding[]): Said => ({
  ...passage,
  denied: deniedWords(passage),
  findings,
});

function findingsOf(passage: Passage): Finding[] {
  const findings: Finding[] = [];
  for (const concept of passage.named)
    for (const rule of RULES[concept] ?? []) addFindings(rule, concept, passage, findings);
  return findings;
}

function addFindings(rule: Rule, concept: number, passage: Passage, findings: Finding[]): void {
  for (const span of matchesOf(rule, concept, passage.marks)) findings.push(findingOf(rule, span, passage));
}

/** A smell that is gone again was a smell; a flood that was none was a word too big. */
const RETRACTABLE = new Set(['waterMoving', 'burstPipe', 'sewage']);

const isTooBig = (rule: Rule, span: Mark, passage: Passage): boolean =>
  RETRACTABLE.has(rule.signal) && isTakenBack(span, passage);

const findingOf = (rule: Rule, span: Mark, passage: Passage): Finding => ({
  signal: rule.signal,
  rule: rule.name,
  standing: isTooBig(rule, span, passage) ? 'denied' : standingOf(rule.kind, span, passage),
  start: passage.tokens[span.start]?.start ?? 0,
  end: passage.tokens[span.end - 1]?.end ?? 0,
});

/** Ages and numbers are found by counting, not by phrases; to the rules they are concepts like others. */
function addMarks(passage: Passage, concept: number, found: Mark[]): void {
  if (found.length === 0) return;
  const marks = passage.marks[concept];
  if (!marks) passage.named.push(concept);
  passage.marks[concept] = [...(marks ?? []), ...found.map(({ start, end }) => ({ start, end }))].sort(
    (a, b) => a.start - b.start,
  );
}

const A_NUMBER = conceptOf('aNumber');

const QUESTION = conceptOf('question');

function questionsIn({ tokens, marks }: Passage, text: string): number[] {
  const asked = (marks[QUESTION] ?? []).filter(
    (mark, at, all) =>
      mark.end - mark.start > 1 || mark.start - (all[at - 1]?.end ?? -WHOLE_QUESTION) >= WHOLE_QUESTION,
  );
  const opened = asked.map((mark) => tokens[mark.start]?.start ?? 0);
  const unopened = sentencesAsked(text).filter(([from, to]) => !opened.some((start) => start >= from && start < to));
  return [...opened, ...unopened.map(([from]) => from)].sort((a, b) => a - b);
}

/** Where the sentences that end in a question mark begin and end: "¿Huele a gas?" opens with no word of asking. */
function sentencesAsked(text: string): [from: number, to: number][] {
  const asked: [number, number][] = [];
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '?') asked.push([from, at]);
    if (SENTENCE_ENDS.has(text[at] ?? '')) from = at + 1;
  }
  return asked;
}

const SENTENCE_ENDS = new Set('.!?');

/** The "any" of "do you smell any gas" begins no question of its own. */
const WHOLE_QUESTION = 5;

/** "hello? can you… [dial tone]". A long list of such words would be a sentence. */
function isEmptyTalk({ tokens, marks }: Passage): boolean {
  const noises = new Set((marks[conceptOf('emptyTalk')] ?? []).map((mark) => mark.start));
  return tokens.length < 9 && tokens.every((_token, index) => noises.has(index));
}

const plainWords = (tokens: Token[]): string => ` ${tokens.map((token) => token.lemma).join(' ')} `;

/** A phrase as turns are compared with it, whatever its casing, punctuation and inflection. */
export const plainPhrase = (phrase: string): string => plainWords(tokenise(phrase, lexicon().vocabulary));

export const names = (reading: TurnReading, concept: string): boolean => reading.named.has(conceptOf(concept));
