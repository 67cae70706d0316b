import type { PagerLanguage } from '@domain/on-call/pager-language';
import { fittingIncidents, type Answerable } from './choose-incident.js';
import { parseReply, type TechReply } from './reply.js';

/** What a text to the sender that several contractors share may be about, at one of them. */
export interface Business<Id> {
  accountId: Id;
  accountName: string;
  /** The sender's own id among this contractor's contacts. */
  senderId: string;
  /** In which this contractor writes to them. */
  language: PagerLanguage;
  /** Newest first. */
  open: readonly Answerable[];
}

/** `these`: each of them reads `words` on its own. `which`: a guess could take the wrong contractor's emergency. */
export type ChosenBusiness<Id> =
  | { kind: 'these'; accountIds: Id[]; words: string }
  | { kind: 'which'; entries: { code: string; accountName: string }[] };

/**
 * Whose emergency a text means (issue 4 item 4): the code's, the named business's, else the only one that waits for such
 * an answer. `businesses`: those whose alerts went to this phone from the shared sender, the latest first, at least one.
 */
export function chooseBusiness<Id>(text: string, businesses: readonly Business<Id>[]): ChosenBusiness<Id> {
  const named = businessNamed(text, businesses);
  const words = named ? named.words : text;
  const among = named ? [named.business] : businesses;
  const reply = parseReply(
    words,
    businesses.flatMap(({ open }) => open.map(({ code }) => code)),
  );
  const meant = meantBy(reply, among);
  if (meant.length <= 1 || FOR_ALL.has(reply.kind)) return these(meant.length > 0 ? meant : latest(among), words);
  return { kind: 'which', entries: meant.flatMap((business) => entriesOf(reply, business)) };
}

/** Words about the phone itself are true at every contractor; ALL takes what each of them has. */
const FOR_ALL = new Set<TechReply['kind']>(['opt_out', 'opt_in', 'automatic', 'accept_all']);
/** Words that no emergency is needed for: the latest conversation is meant. */
const OF_THE_LATEST = new Set<TechReply['kind']>(['who', 'help']);

function meantBy<Id>(reply: TechReply, businesses: readonly Business<Id>[]): Business<Id>[] {
  if (reply.code !== null) return businesses.filter(({ open }) => open.some(({ code }) => code === reply.code));
  if (OF_THE_LATEST.has(reply.kind)) return latest(businesses);
  if (FOR_ALL.has(reply.kind) && reply.kind !== 'accept_all') return [...businesses];
  const waiting = businesses.filter((business) => entriesOf(reply, business).length > 0);
  return waiting.length > 0 ? waiting : businesses.filter(({ open }) => open.length > 0).slice(0, 1);
}

/** The emergencies of one business that such an answer could be about. */
const entriesOf = <Id>(reply: TechReply, { open, senderId, accountName }: Business<Id>) =>
  (reply.code === null ? fittingIncidents(reply, open, senderId) : open.filter(({ code }) => code === reply.code)).map(
    ({ code }) => ({ code, accountName }),
  );

/** "7K Metro 1": the business by a word of its name that no other has; what is left is the answer. */
function businessNamed<Id>(
  text: string,
  businesses: readonly Business<Id>[],
): { business: Business<Id>; words: string } | null {
  if (businesses.length < 2) return null;
  for (const business of businesses) {
    const others = new Set(
      businesses.filter((other) => other !== business).flatMap((other) => namesOf(other.accountName)),
    );
    const name = namesOf(business.accountName).find((word) => !others.has(word) && includesWord(text, word));
    if (name) return { business, words: text.replace(wordOf(name), ' ').replace(/\s+/g, ' ').trim() };
  }
  return null;
}

const wordOf = (word: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, 'iu');
const includesWord = (text: string, word: string): boolean => wordOf(word).test(text);
/** Short words are not names: "A 1 Air" must not make every "1" a name. */
const namesOf = (accountName: string): string[] => accountName.toLowerCase().match(/\p{L}{4,}/gu) ?? [];

const latest = <Id>(businesses: readonly Business<Id>[]): Business<Id>[] => businesses.slice(0, 1);
const these = <Id>(businesses: readonly Business<Id>[], words: string): ChosenBusiness<Id> => ({
  kind: 'these',
  accountIds: businesses.map(({ accountId }) => accountId),
  words,
});
