import type { PagerLanguage } from '@domain/on-call/pager-language';
import { callerNameOf, type EmergencyFacts } from './facts.js';
import { fitted } from './fitted-text.js';
import { safeWords, septets, shortened, toGsm7, TWO_SEGMENTS } from './gsm7.js';
import { textWords } from './text-words.js';

/** When several emergencies wait for one person, a bare "1" would take the wrong one. */
export function whichOneText(open: EmergencyFacts[]): string {
  const example = open[0]?.code ?? '7K';
  const lines = open.map(
    (facts) => `${facts.code}: ${safeWords(callerNameOf(facts))}, ${safeWords(facts.issueSummary)}`,
  );
  const each = Math.max(24, Math.floor((TWO_SEGMENTS - 70) / open.length) - 1);
  const head = textWords(languageOf(open)).whichOne(open.length, example);
  return fitted([head, ...lines.map((line) => shortened(line, each))]);
}

/** With room for fewer words than this a code says more alone. */
const LEAST_WORDS = 12;
/** As many codes as two segments hold beside the head and the keys. */
export const MOST_BUNDLED = 60;

/**
 * One text for several emergencies of one person (a storm): what and where while it fits, the codes alone beyond that.
 * Every emergency can be taken with its code, and all of them with ALL. At most `MOST_BUNDLED`.
 */
export function stormText(open: EmergencyFacts[]): string {
  const words = textWords(languageOf(open));
  const head = words.storm(open.length, shortened(safeWords(open[0]?.accountName ?? ''), 40));
  const keys = toGsm7(words.stormKeys(open[0]?.code ?? '7K'));
  const each = Math.floor((TWO_SEGMENTS - septets(head) - septets(keys) - 2) / open.length) - 1;
  if (each < LEAST_WORDS) return fitted([head, open.map(({ code }) => code).join(' '), keys]);
  return fitted([head, ...open.map((facts) => shortened(stormLine(facts), each)), keys]);
}

const stormLine = ({ code, issueSummary, address }: EmergencyFacts): string => {
  const [issue, where] = [safeWords(issueSummary), safeWords(address ?? '')];
  return where ? `${code} ${where}: ${issue}` : `${code} ${issue}`;
};

/** All of them are for one reader. */
const languageOf = (open: EmergencyFacts[]): PagerLanguage => open[0]?.language ?? 'en';

/** To a technician of several contractors who answered the sender they share: says whose, never who called. */
export function whichBusinessText(open: { code: string; accountName: string }[], language: PagerLanguage): string {
  const head = toGsm7(textWords(language).whichBusiness);
  const each = Math.floor((TWO_SEGMENTS - septets(head) - 1) / open.length) - 1;
  return fitted([
    head,
    ...open.map(({ code, accountName }) => shortened(`${code} 1 ${safeWords(accountName)}`, Math.max(each, 12))),
  ]);
}
