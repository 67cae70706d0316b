import type { Mark } from '../language/phrase-trie.js';

/**
 * A rule of the grammar: a signal is given where its concepts stand together.
 * `water + flow / 6`: both within six words, in any order. `water > through > place / 5`: in this order, each at most
 * five words after the one before. `a|b`: either. `- drip`: not when this stands within the same stretch.
 */
/** Which guards a rule minds: a danger minds all, a topic only denial, business none. */
export type RuleKind = 'danger' | 'topic' | 'office';

export interface Rule {
  kind: RuleKind;
  signal: string;
  name: string;
  terms: Term[];
  unless: number[][];
  within: number;
}

/** Any of these concepts; `after`: only behind the term before it. */
interface Term {
  anyOf: number[];
  after: boolean;
}

/** Signal → patterns; the name of a rule is its signal and pattern, so that evidence can be traced to a line. */
export type RuleTable = Record<string, string[]>;

export function compileRules(table: RuleTable, kind: RuleKind, conceptNumber: ReadonlyMap<string, number>): Rule[] {
  return Object.entries(table).flatMap(([signal, patterns]) =>
    patterns.map((pattern) => ({ kind, ...compileRule(signal, pattern, conceptNumber) })),
  );
}

function compileRule(signal: string, pattern: string, conceptNumber: ReadonlyMap<string, number>): Omit<Rule, 'kind'> {
  const [body = '', within] = pattern.split('/');
  const [wanted = '', ...unwanted] = body.split(' - ');
  const concepts = (term: string): number[] =>
    term
      .trim()
      .split('|')
      .map((name) => numberOf(name.trim(), pattern, conceptNumber));
  return {
    signal,
    name: `${signal}: ${pattern}`,
    terms: wanted
      .split(/(?=[>+])/)
      .map((term) => ({ anyOf: concepts(term.replace(/[>+]/, '')), after: term.startsWith('>') })),
    unless: unwanted.map(concepts),
    within: within === undefined ? 0 : Number(within),
  };
}

function numberOf(name: string, pattern: string, conceptNumber: ReadonlyMap<string, number>): number {
  const found = conceptNumber.get(name);
  if (found === undefined) throw new Error(`Rule "${pattern}" names the unknown concept "${name}"`);
  return found;
}

/** Rules by the concepts they may begin with: only the rules of the words that were said are tried. */
export type RuleIndex = Rule[][];

export function indexRules(rules: Rule[]): RuleIndex {
  const index: RuleIndex = [];
  for (const rule of rules) for (const concept of rule.terms[0]?.anyOf ?? []) (index[concept] ??= []).push(rule);
  return index;
}

/** Every stretch of tokens the rule fits that begins its search at a mark of this concept. `marks` are by concept, in the order they were said. */
export function matchesOf(rule: Rule, concept: number, marks: (Mark[] | undefined)[]): Mark[] {
  for (let index = 1; index < rule.terms.length; index++)
    if (!isNamed(rule.terms[index] as Term, marks)) return NO_MATCHES;
  const matches: Mark[] = [];
  for (const mark of marks[concept] ?? []) addMatch(rule, mark, { marks, matches });
  return matches;
}

const NO_MATCHES: Mark[] = [];

function isNamed(term: Term, marks: (Mark[] | undefined)[]): boolean {
  for (const concept of term.anyOf) if (marks[concept]) return true;
  return false;
}

interface Search {
  marks: (Mark[] | undefined)[];
  matches: Mark[];
}

function addMatch(rule: Rule, first: Mark, search: Search): void {
  const span = { start: first.start, end: first.end };
  let previous = first;
  const used = [first];
  for (let index = 1; index < rule.terms.length; index++) {
    const term = rule.terms[index] as Term;
    const found = term.after
      ? next(term.anyOf, previous, rule.within, search.marks)
      : nearest(term.anyOf, { ...span, used }, rule.within, search.marks);
    if (!found) return;
    span.start = Math.min(span.start, found.start);
    span.end = Math.max(span.end, found.end);
    previous = found;
    used.push(found);
  }
  if (!rule.unless.some((term) => near(term, span, search.marks))) search.matches.push(span);
}

function next(term: number[], after: Mark, within: number, marks: (Mark[] | undefined)[]): Mark | undefined {
  let best: Mark | undefined;
  for (const concept of term) {
    const list = marks[concept] ?? [];
    const found = list[firstFrom(list, after.end)];
    if (found && found.start - after.end <= within && (!best || found.start < best.start)) best = found;
  }
  return best;
}

/** A stretch, and the marks in it that a rule has counted. */
interface Stretch extends Mark {
  used: Mark[];
}

function nearest(term: number[], span: Stretch, within: number, marks: (Mark[] | undefined)[]): Mark | undefined {
  let best: Mark | undefined;
  for (const concept of term) {
    const found = nearestOf(marks[concept] ?? [], span, within);
    if (found && (!best || gap(found, span) < gap(best, span))) best = found;
  }
  return best;
}

// Overlapping marks are no neighbours: "gas leak" can't be both halves of a rule. What stands between two is.
function gap(mark: Mark, span: Stretch): number {
  if (mark.start >= span.end) return mark.start - span.end;
  if (mark.end <= span.start) return span.start - mark.end;
  return span.used.some(({ start, end }) => mark.start < end && start < mark.end) ? -1 : 0;
}

function nearestOf(list: Mark[], span: Stretch, within: number): Mark | undefined {
  let best: Mark | undefined;
  for (let index = firstFrom(list, span.start - within - 4); index < list.length; index++) {
    const mark = list[index] as Mark;
    if (mark.start > span.end + within) break;
    const distance = gap(mark, span);
    if (distance >= 0 && distance <= within && (!best || distance < gap(best, span))) best = mark;
  }
  return best;
}

function near(term: number[], span: Mark, marks: (Mark[] | undefined)[]): boolean {
  return term.some((concept) => {
    const list = marks[concept] ?? [];
    const found = list[firstFrom(list, span.start - 3)];
    return found !== undefined && found.start < span.end + 3;
  });
}

/** Index of the first mark that starts at or after a position; marks are in order, so by halving. */
export function firstFrom(list: Mark[], position: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as Mark).start < position) low = middle + 1;
    else high = middle;
  }
  return low;
}
