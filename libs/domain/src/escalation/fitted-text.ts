import { safeWords, septets, shortened, toGsm7, TWO_SEGMENTS } from './gsm7.js';
import type { TextWords } from './text-words.types.js';

/** A line of a text; `shrink` lines give up their end first when two segments are full, the last of them first. */
export type Line = string | { label: string; words: string; least: number };

/** Joins lines into at most two GSM-7 segments: safety words go first, then the issue, the address, the name. */
export function fitted(lines: Line[]): string {
  const rendered = lines.map((line) => toGsm7(typeof line === 'string' ? line : line.label + safeWords(line.words)));
  for (const [index, line] of [...lines.entries()].toReversed()) {
    const excess = septets(rendered.join('\n')) - TWO_SEGMENTS;
    if (excess > 0 && typeof line !== 'string') rendered[index] = shrunk(line, rendered[index] ?? '', excess);
  }
  return shortened(rendered.filter((text) => text !== '').join('\n'), TWO_SEGMENTS);
}

function shrunk(line: Exclude<Line, string>, text: string, excess: number): string {
  const room = septets(text) - excess;
  if (line.least === 0 && room < 20) return '';
  return shortened(text, Math.max(room, line.label.length + line.least));
}

/** A finished text that has grown: what was told goes, then the end of the issue. The keys below them stay. */
export function roomier(text: string, { told, issue }: Pick<TextWords, 'told' | 'issue'>): string {
  const lines = text.split('\n').filter((line) => !line.startsWith(told));
  return septets(text) <= TWO_SEGMENTS ? text : fitted(lines.map((line) => asShrinking(line, issue)));
}

const asShrinking = (line: string, issue: string): Line =>
  line.startsWith(issue) ? { label: issue, words: line.slice(issue.length), least: 40 } : line;

/** As many texts as two segments hold, the first of them always; `count` of them are in it. */
export function joinedTexts(texts: string[]): { text: string; count: number } {
  const [first = '', ...rest] = texts;
  let text = first;
  let count = 1;
  for (const next of rest) {
    if (septets(`${text}\n${next}`) > TWO_SEGMENTS) break;
    text = `${text}\n${next}`;
    count += 1;
  }
  return { text, count };
}
