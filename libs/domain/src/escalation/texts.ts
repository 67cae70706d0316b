import type { OnCallNow } from '@domain/on-call/on-call-at';
import type { PagerLanguage } from '@domain/on-call/pager-language';
import { safetyInShort } from '@domain/persona/safety-lines';
import { spokenForm } from '@domain/phone/e164';
import { callerNameOf, callerPhoneOf, numberOf, type EmergencyFacts } from './facts.js';
import { fitted, roomier, type Line } from './fitted-text.js';
import { safeWords, shortened, toGsm7, TWO_SEGMENTS } from './gsm7.js';
import type { IncidentState } from './incident.js';
import { localTime } from './local-time.js';
import { textWords } from './text-words.js';
import type { TextWords } from './text-words.types.js';

/** An alert this late after it was owed says so (decision 7). */
const LATE_MS = 120_000;
const LONGEST_SENDER = 60;

/** PRD section 7, method 2, with the incident's code. */
export function alertText(facts: EmergencyFacts, busyUntil: Date | null = null): string {
  const words = wordsOf(facts);
  return fitted([
    tagged(facts, words.emergency(safeWords(facts.accountName))),
    ...busyLines(facts, busyUntil),
    ...callerLines(facts),
    words.calledAt(openedAt(facts)),
    ...safetyLines(facts),
    callBackWords(facts, busyUntil),
    words.keys,
  ]);
}

/** PRD section 7, step 5: to the owner, when nobody answered. */
export function unresolvedText(facts: EmergencyFacts, busyUntil: Date | null = null): string {
  const words = wordsOf(facts);
  return fitted([
    tagged(facts, words.unresolved(safeWords(facts.accountName))),
    ...busyLines(facts, busyUntil),
    ...callerLines(facts),
    words.calledAt(openedAt(facts)),
    ...safetyLines(facts),
    words.nobodyYet,
    words.keys,
  ]);
}

/** Says "DELAYED: reported 9:22 PM" in front of an alert that was owed long ago, e.g. after an outage. The code stays first. */
export function delayedIfLate(text: string, facts: EmergencyFacts, dueAt: Date, now: Date): string {
  if (now.getTime() - dueAt.getTime() < LATE_MS) return text;
  const [words, time] = [wordsOf(facts), openedAt(facts)];
  const late = text
    .replace(tagged(facts, ''), tagged(facts, `${words.delayed(time)}\n`))
    .replace(toGsm7(`\n${words.calledAt(time)}`), '');
  return shortened(roomier(late, words), TWO_SEGMENTS);
}

/** What a technician said of their way with the very words that took the emergency. Null: nothing. */
export type Arrival = { kind: 'eta'; minutes: number } | { kind: 'here' };

/** PRD section 7, acknowledgement: to the person who took it. Asks for nothing that they have said already. */
export function confirmationText(facts: EmergencyFacts, arrival: Arrival | null = null): string {
  const words = wordsOf(facts);
  return fitted([
    words.gotIt(`${safeWords(callerNameOf(facts))}${numberBehind(facts)}`),
    ...placeLines(facts),
    ...safetyLines(facts),
    tagged(facts, nextWords(words, arrival)),
  ]);
}

function nextWords(words: TextWords, arrival: Arrival | null): string {
  if (arrival === null) return words.next;
  return arrival.kind === 'eta' ? words.nextOnTheWay(arrival.minutes) : words.nextOnSite;
}

/** After the alert went out with less: the address and name came later in the conversation. */
export const updateText = (facts: EmergencyFacts): string =>
  fitted([
    tagged(facts, wordsOf(facts).update(safeWords(facts.accountName))),
    ...callerLines(facts),
    ...safetyLines(facts),
  ]);

/** The caller hung up before the instruction could be read to them: whoever rings them back says it first. */
export const notToldText = (facts: EmergencyFacts): string =>
  fitted([
    tagged(facts, wordsOf(facts).hungUpUntold),
    { label: '', words: facts.unheardLine ?? '', least: 40 },
    phoneLine(facts),
  ]);

/** The caller rang again while the emergency was open (decision 3). */
export const calledAgainText = (facts: EmergencyFacts, at: Date, issue: string): string =>
  fitted([
    tagged(facts, wordsOf(facts).calledAgain(someone(facts), localTime(at, facts.timeZone))),
    { label: wordsOf(facts).issue, words: issue, least: 40 },
    phoneLine(facts),
  ]);

/** To everybody else who was paged, once somebody has it. */
export const standDownText = (facts: EmergencyFacts, takerName: string, at: Date): string =>
  only(facts, wordsOf(facts).tookIt(safeWords(takerName), localTime(at, facts.timeZone)));

/** To whoever had it, when the office asks somebody else: both must not drive there, and nobody must think the other does. */
export const askedElsewhereText = (facts: EmergencyFacts): string =>
  only(facts, wordsOf(facts).askedElsewhere(someone(facts)));

/** To everybody who might still go to an emergency that somebody else has closed. */
export const closedForAllText = (
  facts: EmergencyFacts,
  end: 'resolved' | 'false_alarm',
  byName: string,
  at: Date,
): string => only(facts, wordsOf(facts).closedBy[end](safeWords(byName), localTime(at, facts.timeZone)));

/** To the second of two who accepted. */
export const alreadyTakenText = (facts: EmergencyFacts, takerName: string, at: Date): string =>
  only(facts, wordsOf(facts).alreadyTook(safeWords(takerName), localTime(at, facts.timeZone)));

/** An answer we can't read must never stop the ladder (decision 6). */
export const stillPagingText = (facts: EmergencyFacts): string =>
  fitted([tagged(facts, wordsOf(facts).stillPaging), ...callerLines(facts)]);

export const passedText = (facts: EmergencyFacts): string => only(facts, wordsOf(facts).passed);

/** Fifteen minutes after an acceptance without a sign of contact. */
export const watchdogText = (facts: EmergencyFacts): string =>
  only(facts, wordsOf(facts).didYouReach(`${someone(facts)}${numberBehind(facts)}`));

export const etaText = (facts: EmergencyFacts, minutes: number): string => only(facts, wordsOf(facts).eta(minutes));

export const hereText = (facts: EmergencyFacts): string => only(facts, wordsOf(facts).onSite);

export const doneText = (facts: EmergencyFacts, jobValueCents: number | null): string =>
  only(
    facts,
    wordsOf(facts).resolved(jobValueCents === null ? null : `$${(jobValueCents / 100).toLocaleString('en-US')}`),
  );

export const falseAlarmText = (facts: EmergencyFacts): string => only(facts, wordsOf(facts).falseAlarm);

/** The conversation with the caller broke off before it began. */
export const lostCallText = (facts: EmergencyFacts): string =>
  only(
    facts,
    numberOf(facts) === null
      ? wordsOf(facts).lostCallWithheld(someone(facts))
      : wordsOf(facts).lostCall(`${someone(facts)}${numberBehind(facts)}`),
  );

/** Answer to a verb that closes or times a job nobody has accepted yet. */
export const takeItFirstText = (facts: EmergencyFacts): string => only(facts, wordsOf(facts).takeItFirst);

/** To whoever has said that they did not reach the caller. */
export const reopenedText = (facts: EmergencyFacts): string => only(facts, wordsOf(facts).reopened(someone(facts)));

/** To whoever took it and gave no word when they were asked. */
export const noWordText = (facts: EmergencyFacts): string => only(facts, wordsOf(facts).noWord(someone(facts)));

/** `accountName` says at which contractor: a technician of two may have answered the wrong line. */
export const closedText = (code: string | null, accountName: string, language: PagerLanguage): string =>
  code === null
    ? fitted([textWords(language).nothingOpen(senderName(accountName))])
    : fitted([textWords(language).notOpenForYou(code)]);

/** An answer to an emergency that is over; null when it is not. */
export function endedText(
  facts: EmergencyFacts,
  { state, resolvedAt }: { state: IncidentState; resolvedAt: Date | null },
): string | null {
  if (!resolvedAt || (state !== 'resolved' && state !== 'false_alarm')) return null;
  return only(facts, wordsOf(facts).alreadyEnded[state](localTime(resolvedAt, facts.timeZone)));
}

/** Answer to HELP: carriers ask that a sender says who it is and how to stop it. */
export const helpText = (accountName: string, language: PagerLanguage): string =>
  fitted([textWords(language).help(senderName(accountName))]);

/** A text channel that died is a hole in the ladder: the owner hears of it by name. */
export const optedOutNotice = (name: string, accountName: string, language: PagerLanguage): string =>
  fitted([textWords(language).optedOut(safeWords(name), safeWords(accountName))]);

/** Answer to WHO. */
export const whoText = ({ primary, backup, owner }: OnCallNow, language: PagerLanguage): string =>
  fitted([
    textWords(language).onCall(safeWords(primary.name), backup && safeWords(backup.name), safeWords(owner.name)),
  ]);

export const testConfirmedText = (language: PagerLanguage): string => toGsm7(textWords(language).testConfirmed);

/**
 * Nobody can ring a number they do not have: such a caller is reached through our call, while they are on the line. Who
 * hung up before they were told anything was not told that either, and to somebody busy the reason takes the room of the
 * second sentence: the keys must never be cut.
 */
function callBackWords(facts: EmergencyFacts, busyUntil: Date | null): string {
  const { noNumber, callBack, callBackPromised } = wordsOf(facts);
  if (numberOf(facts) === null) return noNumber;
  return busyUntil || facts.unheardLine ? callBack : callBackPromised;
}

const wordsOf = ({ language }: EmergencyFacts): TextWords => textWords(language);
const tagged = (facts: EmergencyFacts, words: string): string => `[${facts.code}] ${words}`;
const only = (facts: EmergencyFacts, words: string): string => fitted([tagged(facts, words)]);
const openedAt = (facts: EmergencyFacts): string => localTime(facts.openedAt, facts.timeZone);
const senderName = (accountName: string): string => shortened(safeWords(accountName), LONGEST_SENDER);
/** In the middle of a sentence nobody is called "Unknown caller". */
const someone = (facts: EmergencyFacts): string => safeWords(facts.callerName ?? wordsOf(facts).theCaller);
const phoneLine = (facts: EmergencyFacts): string => `${wordsOf(facts).phone}${callerPhoneOf(facts)}`;

/** " at (312) 555-0415", behind a name. */
function numberBehind(facts: EmergencyFacts): string {
  const number = numberOf(facts);
  return number === null ? wordsOf(facts).withheldBehind : wordsOf(facts).numberBehind(spokenForm(number));
}

const placeLines = (facts: EmergencyFacts): Line[] => [
  { label: wordsOf(facts).address, words: facts.address ?? wordsOf(facts).notProvided, least: 40 },
  { label: wordsOf(facts).issue, words: facts.issueSummary, least: 40 },
];

const callerLines = (facts: EmergencyFacts): Line[] => [
  { label: wordsOf(facts).caller, words: callerNameOf(facts), least: 20 },
  phoneLine(facts),
  ...placeLines(facts),
];

/** To somebody who asked not to be paged: why they are all the same. */
const busyLines = (facts: EmergencyFacts, until: Date | null): Line[] =>
  until ? [wordsOf(facts).busyUntil(localTime(until, facts.timeZone))] : [];

/** What was told makes room for the rest; what was not is the first thing to say, so it stays. */
function safetyLines({ safetyLine, unheardLine, language }: EmergencyFacts): Line[] {
  const { told, notTold } = textWords(language);
  if (unheardLine) return [{ label: notTold, words: safetyInShort(unheardLine, language), least: 40 }];
  return safetyLine ? [{ label: told, words: safetyInShort(safetyLine, language), least: 0 }] : [];
}
