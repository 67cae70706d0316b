import { readFileSync, readdirSync } from 'node:fs';
import { PRD_EMERGENCY_KEYWORDS } from './baselines.js';

const TRIAGE = 'libs/domain/src/triage';
const ENGINE = ['language', 'rules', 'verdict', 'lexicon'];
const REGEX_LITERAL = /[(=,:]\s*\/(?![/*])(.+?)\/[dgimsuvy]*[,;).]/;

const sourcesOf = (folder: string): string[] =>
  readdirSync(`${TRIAGE}/${folder}`)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(`${TRIAGE}/${folder}/${name}`, 'utf8'));

const regexesIn = (source: string): string[] =>
  source.split('\n').flatMap((line) => REGEX_LITERAL.exec(line)?.[1] ?? []);

/** A repeated group that itself repeats, or a wildcard that repeats twice: both can take exponential or squared time. */
const isSuperLinear = (regex: string): boolean => /[+*}]\)[+*{]/.test(regex) || /[.*+]\*.*\.\*/.test(regex);

describe('no regular expression can be made slow', () => {
  it('the engine reads with a trie; its few expressions split its own tables at load', () => {
    const found = ENGINE.flatMap(sourcesOf).flatMap(regexesIn);
    expect(found.every((regex) => ['(?=[>+])', '[>+]', '\\s'].includes(regex))).toBe(true);
  });

  it('none around the engine has a super-linear worst case', () => {
    const found = ['cli', 'eval', 'model'].flatMap(sourcesOf).flatMap(regexesIn);
    expect([...found, PRD_EMERGENCY_KEYWORDS].filter(isSuperLinear)).toEqual([]);
  });
});
