import { conceptOf } from '../rules/grammar.js';
import { around, near } from './passage.js';
import type { Passage } from './passage.js';
import type { Mark } from './phrase-trie.js';
import { wordAt } from './tokens.js';

const WIRED = ['elecPlace', 'panel', 'wall', 'elecAppliance', 'wetMetal'].map(conceptOf);

/** What a danger is told by, and the harmless cause that was named for it. */
const CAUSES: [sign: number, cause: number][] = [
  [conceptOf('smoke'), conceptOf('cookSmoke')],
  [conceptOf('shockVerb'), conceptOf('staticCharge')],
  [conceptOf('sounding'), conceptOf('selfTest')],
];
const HERE = { before: 0, after: 0 };
const BESIDE = { before: 4, after: 4 };
const NEAR_BY = { before: 20, after: 20 };

/** "Smoke everywhere, I burnt the bacon", "static, off the carpet"; what comes out of a wall or an outlet has no such cause. */
export const isExplained = (span: Mark, passage: Passage): boolean =>
  CAUSES.some(([sign, cause]) => around(sign, span, passage, HERE) && around(cause, span, passage, NEAR_BY)) &&
  !WIRED.some((concept) => around(concept, span, passage, BESIDE));

const FICTION = conceptOf('fiction');
const NOW = conceptOf('nowCue');
const OWN_NOW = conceptOf('ownNow');
const TELLERS = new Set(['i', 'we', 'my', 'our', 'mine', 'ours']);
const TALE = { before: 40, after: 12 };
const MOMENT = { before: 3, after: 5 };

/** "In the novel I'm writing the gas is left on": nobody's danger, unless the caller says "I smell" or "right now". */
export const isInvented = (span: Mark, passage: Passage): boolean =>
  around(FICTION, span, passage, TALE) && !around(NOW, span, passage, MOMENT) && !isOwnSense(span, passage);

const isOwnSense = (span: Mark, { marks, tokens }: Passage): boolean =>
  near(marks[OWN_NOW], span.start - 3, span.end + 1).some(({ start }) => TELLERS.has(wordAt(tokens, start)));
