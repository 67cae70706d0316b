import type { Mark } from './phrase-trie.js';
import type { Token } from './tokens.js';
import { LEXICON, RULES, conceptOf } from '../rules/grammar.js';
import { matchesOf } from '../rules/rule.js';
import { standingOf } from './guards.js';
import type { Passage, Standing } from './guards.js';
import { numberAt } from './numbers.js';
import { agesIn } from './people.js';
import { tokenise } from './tokens.js';
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

/** Everything one turn says, whoever says it; depends on its words alone, so it is read once per turn. */
export interface TurnReading {
  text: string;
  wordCount: number;
  /** Every word is a greeting or a noise: nobody said anything. */
  empty: boolean;
  findings: Finding[];
  temperatures: Temperature[];
  /** The first number said, for answers to "what's the temperature?". */
  firstNumber: number | undefined;
  /** Where the last question of the turn begins, if it asks one. */
  lastQuestion: number | undefined;
  /** Concepts named in the turn, by number. */
  marks: (Mark[] | undefined)[];
}

export function readTurn(text: string): TurnReading {
  const tokens = tokenise(text, LEXICON.vocabulary);
  const { marks, covered } = LEXICON.trie.scan(tokens);
  for (const age of agesIn(tokens)) addMark(marks, conceptOf(age.group), age);
  const passage = { tokens, marks, covered };
  const findings = RULES.flatMap((rule) =>
    matchesOf(rule, marks).map((span) => ({
      signal: rule.signal,
      rule: rule.name,
      standing: standingOf(rule.kind, span, passage),
      ...offsets(span, tokens),
    })),
  );
  return {
    text,
    wordCount: tokens.length,
    empty: isEmptyTalk(passage),
    findings,
    temperatures: temperaturesIn(tokens),
    firstNumber: numberAt(tokens, 0)?.value ?? numberAt(tokens, 1)?.value ?? numberAt(tokens, 2)?.value,
    lastQuestion: lastQuestionIn(passage),
    marks,
  };
}

function addMark(marks: (Mark[] | undefined)[], concept: number, mark: Mark): void {
  marks[concept] = [...(marks[concept] ?? []), { start: mark.start, end: mark.end }].sort((a, b) => a.start - b.start);
}

const QUESTION = conceptOf('question');

const lastQuestionIn = ({ tokens, marks }: Passage): number | undefined =>
  tokens[marks[QUESTION]?.at(-1)?.start ?? -1]?.start;

/** "hello? can you… [dial tone]". A long list of such words would be a sentence. */
function isEmptyTalk({ tokens, marks }: Passage): boolean {
  const noises = new Set((marks[conceptOf('emptyTalk')] ?? []).map((mark) => mark.start));
  return tokens.length < 9 && tokens.every((_token, index) => noises.has(index));
}

const offsets = (span: Mark, tokens: Token[]): { start: number; end: number } => ({
  start: tokens[span.start]?.start ?? 0,
  end: tokens[span.end - 1]?.end ?? 0,
});

export const names = (reading: TurnReading, concept: string): boolean =>
  reading.marks[conceptOf(concept)] !== undefined;
