import type { Token } from './tokens.js';

/** A phrase of the lexicon was said: token positions, end exclusive. */
export interface Mark {
  start: number;
  end: number;
}

/** Marks by concept number, and which words belong to a phrase of several words. */
export interface Scan {
  marks: (Mark[] | undefined)[];
  covered: Uint8Array;
  /** The concepts that have marks. */
  named: number[];
}

interface Node {
  byLemma: Map<string, Node>;
  byWord: Map<string, Node>;
  concepts: number[];
  swallows: boolean;
  binds: boolean;
}

const newNode = (): Node => ({ byLemma: new Map(), byWord: new Map(), concepts: [], swallows: false, binds: false });

/** One phrase of the lexicon, in dictionary forms; a word written "=fixed" must be spoken exactly so. */
export interface Phrase {
  words: string[];
  concept: number;
  force: Force;
}

/**
 * What a phrase does to its words. An idiom swallows them ("flood light" is neither a flood nor a light), a phrase of
 * several words binds them (the "not" of "will not start" denies nothing else), a way of answering leaves them free.
 */
export type Force = 'swallows' | 'binds' | 'frees';

/** Finds all phrases of a lexicon in one pass, the cost growing with the words spoken, not with the lexicon. */
export class PhraseTrie {
  private readonly root = newNode();

  add(phrase: Phrase): void {
    let node = this.root;
    for (const word of phrase.words) node = child(node, word);
    if (!node.concepts.includes(phrase.concept)) node.concepts.push(phrase.concept);
    node.swallows ||= phrase.force === 'swallows';
    node.binds ||= phrase.force !== 'frees';
  }

  /** One pass over the words. A swallowed idiom hides what begins inside it. */
  scan(tokens: Token[], conceptCount: number): Scan {
    const scan: Scan = {
      marks: new Array<Mark[] | undefined>(conceptCount).fill(undefined),
      covered: new Uint8Array(tokens.length),
      named: [],
    };
    let at = 0;
    while (at < tokens.length) at = this.markFrom(tokens, at, scan);
    return scan;
  }

  /** Few words begin a phrase, so nothing is set up for the others. */
  private matchesFrom(tokens: Token[], start: number): Match[] {
    const { lemma = '', word = '' } = tokens[start] ?? {};
    const byLemma = this.root.byLemma.get(lemma);
    const byWord = this.root.byWord.get(word);
    if (!byLemma && !byWord) return NO_MATCHES;
    const found: Match[] = [];
    step(byLemma, tokens, start, found);
    step(byWord, tokens, start, found);
    return found;
  }

  private markFrom(tokens: Token[], start: number, scan: Scan): number {
    const found = this.matchesFrom(tokens, start);
    if (found.length === 0) return start + 1;
    let swallowedTo = start;
    for (const { node, end } of found) if (node.swallows && end > swallowedTo) swallowedTo = end;
    for (const { node, end } of found) if (end >= swallowedTo) note(scan, node, { start, end });
    return Math.max(swallowedTo, start + 1);
  }
}

interface Match {
  node: Node;
  end: number;
}

const NO_MATCHES: Match[] = [];

function note(scan: Scan, node: Node, mark: Mark): void {
  if (node.binds && mark.end - mark.start > 1) scan.covered.fill(1, mark.start, mark.end);
  for (const concept of node.concepts) addMark(scan, concept, mark);
}

function addMark(scan: Scan, concept: number, mark: Mark): void {
  const marks = scan.marks[concept];
  if (marks) marks.push(mark);
  else {
    scan.marks[concept] = [mark];
    scan.named.push(concept);
  }
}

function child(node: Node, word: string): Node {
  const edges = word.startsWith('=') ? node.byWord : node.byLemma;
  const key = word.startsWith('=') ? word.slice(1) : word;
  const next = edges.get(key) ?? newNode();
  edges.set(key, next);
  return next;
}

function collect(node: Node, tokens: Token[], at: number, found: Match[]): void {
  const token = tokens[at];
  if (!token) return;
  if (node.byLemma.size > 0) step(node.byLemma.get(token.lemma), tokens, at, found);
  if (node.byWord.size > 0) step(node.byWord.get(token.word), tokens, at, found);
}

function step(next: Node | undefined, tokens: Token[], at: number, found: Match[]): void {
  if (!next) return;
  if (next.concepts.length > 0) found.push({ node: next, end: at + 1 });
  collect(next, tokens, at + 1, found);
}
