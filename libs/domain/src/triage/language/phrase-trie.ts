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
}

interface Node {
  byLemma: Map<string, Node>;
  byWord: Map<string, Node>;
  concepts: number[];
  swallows: boolean;
}

const newNode = (): Node => ({ byLemma: new Map(), byWord: new Map(), concepts: [], swallows: false });

/** One phrase of the lexicon, in dictionary forms; a word written "=fixed" must be spoken exactly so. */
export interface Phrase {
  words: string[];
  concept: number;
  /** An idiom: its words mean nothing else ("flood light" is neither a flood nor a light). */
  swallows: boolean;
}

/** Finds all phrases of a lexicon in one pass, the cost growing with the words spoken, not with the lexicon. */
export class PhraseTrie {
  private readonly root = newNode();

  add(phrase: Phrase): void {
    let node = this.root;
    for (const word of phrase.words) node = child(node, word);
    if (!node.concepts.includes(phrase.concept)) node.concepts.push(phrase.concept);
    node.swallows ||= phrase.swallows;
  }

  /** One pass over the words. A swallowed idiom hides what begins inside it. */
  scan(tokens: Token[]): Scan {
    const scan: Scan = { marks: [], covered: new Uint8Array(tokens.length) };
    let at = 0;
    while (at < tokens.length) at = this.markFrom(tokens, at, scan);
    return scan;
  }

  private markFrom(tokens: Token[], start: number, scan: Scan): number {
    const found: Match[] = [];
    collect(this.root, tokens, start, found);
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

function note(scan: Scan, node: Node, mark: Mark): void {
  if (mark.end - mark.start > 1) scan.covered.fill(1, mark.start, mark.end);
  for (const concept of node.concepts) (scan.marks[concept] ??= []).push(mark);
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
  for (const next of [node.byLemma.get(token.lemma), node.byWord.get(token.word)]) {
    if (!next) continue;
    if (next.concepts.length > 0) found.push({ node: next, end: at + 1 });
    collect(next, tokens, at + 1, found);
  }
}
