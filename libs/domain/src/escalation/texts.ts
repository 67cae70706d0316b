import type { OnCallNow } from '@domain/on-call/on-call-at';
import { safetyInShort } from '@domain/persona/safety-lines';
import { callerNameOf, callerPhoneOf, type EmergencyFacts } from './facts.js';
import { fitted, ISSUE, roomier, type Line } from './fitted-text.js';
import { safeWords, shortened, TWO_SEGMENTS } from './gsm7.js';
import type { IncidentState } from './incident.js';
import { localTime } from './local-time.js';

const REPLY_KEYS = '1=Take it 2=Pass';
/** An alert this late after it was owed says so (decision 7). */
const LATE_MS = 120_000;

/** PRD section 7, method 2, with the incident's code. */
export function alertText(facts: EmergencyFacts, busyUntil: Date | null = null): string {
  return fitted([
    `${tag(facts)}EMERGENCY CALL - ${safeWords(facts.accountName)}`,
    ...busyLines(facts, busyUntil),
    ...callerLines(facts),
    `Called at: ${localTime(facts.openedAt, facts.timeZone)}`,
    ...safetyLines(facts),
    callBackWords(facts, busyUntil),
    REPLY_KEYS,
  ]);
}

/** PRD section 7, step 5: to the owner, when nobody answered. */
export function unresolvedText(facts: EmergencyFacts, busyUntil: Date | null = null): string {
  return fitted([
    `${tag(facts)}UNRESOLVED EMERGENCY - ${safeWords(facts.accountName)}`,
    ...busyLines(facts, busyUntil),
    ...callerLines(facts),
    `Called at: ${localTime(facts.openedAt, facts.timeZone)}`,
    ...safetyLines(facts),
    'Nobody has taken it yet. Please call them back.',
    REPLY_KEYS,
  ]);
}

/** Says "DELAYED: reported 9:22 PM" in front of an alert that was owed long ago, e.g. after an outage. The code stays first. */
export function delayedIfLate(text: string, facts: EmergencyFacts, dueAt: Date, now: Date): string {
  if (now.getTime() - dueAt.getTime() < LATE_MS) return text;
  const time = localTime(facts.openedAt, facts.timeZone);
  const late = text.replace(tag(facts), `${tag(facts)}DELAYED: reported ${time}\n`).replace(`\nCalled at: ${time}`, '');
  return shortened(roomier(late), TWO_SEGMENTS);
}

/** PRD section 7, acknowledgement: to the person who took it. */
export function confirmationText(facts: EmergencyFacts): string {
  return fitted([
    `Got it. Caller info: ${safeWords(callerNameOf(facts))} at ${callerPhoneOf(facts)}.`,
    { label: 'Address: ', words: facts.address ?? 'Not provided', least: 40 },
    { label: ISSUE, words: facts.issueSummary, least: 40 },
    ...safetyLines(facts),
    `${tag(facts)}Text ETA 25, HERE, or DONE 1850.`,
  ]);
}

/** After the alert went out with less: the address and name came later in the conversation. */
export function updateText(facts: EmergencyFacts): string {
  return fitted([
    `${tag(facts)}UPDATE - ${safeWords(facts.accountName)}`,
    ...callerLines(facts),
    ...safetyLines(facts),
  ]);
}

/** The caller hung up before the instruction could be read to them: whoever rings them back says it first. */
export const notToldText = (facts: EmergencyFacts): string =>
  fitted([
    `${tag(facts)}UPDATE: the caller hung up and was not told what to do. Please say it first:`,
    { label: '', words: facts.unheardLine ?? '', least: 40 },
    `Phone: ${callerPhoneOf(facts)}`,
  ]);

/** The caller rang again while the emergency was open (decision 3). */
export function calledAgainText(facts: EmergencyFacts, at: Date, issue: string): string {
  return fitted([
    `${tag(facts)}UPDATE: ${safeWords(callerNameOf(facts))} called again at ${localTime(at, facts.timeZone)}.`,
    { label: ISSUE, words: issue, least: 40 },
    `Phone: ${callerPhoneOf(facts)}`,
  ]);
}

/** To everybody else who was paged, once somebody has it. */
export function standDownText(facts: EmergencyFacts, takerName: string, at: Date): string {
  return fitted([
    `${tag(facts)}${safeWords(takerName)} took it at ${localTime(at, facts.timeZone)}. You can stand down.`,
  ]);
}

/** To whoever had it, when the office asks somebody else: both must not drive there, and nobody must think the other does. */
export const askedElsewhereText = (facts: EmergencyFacts): string =>
  fitted([
    `${tag(facts)}The office is asking somebody else to go to ${safeWords(callerNameOf(facts))}. Still on it? Reply 1.`,
  ]);

/** To everybody who might still go to an emergency that somebody else has closed. */
export const closedForAllText = (
  facts: EmergencyFacts,
  end: 'resolved' | 'false_alarm',
  byName: string,
  at: Date,
): string =>
  fitted([
    `${tag(facts)}${safeWords(byName)} closed it ${end === 'resolved' ? 'as resolved' : 'as a false alarm'} at ${localTime(at, facts.timeZone)}. You can stand down.`,
  ]);

/** To the second of two who accepted. */
export function alreadyTakenText(facts: EmergencyFacts, takerName: string, at: Date): string {
  return fitted([
    `${tag(facts)}${safeWords(takerName)} already took it at ${localTime(at, facts.timeZone)}. Thank you.`,
  ]);
}

/** An answer we can't read must never stop the ladder (decision 6). */
export const stillPagingText = (facts: EmergencyFacts): string =>
  fitted([`${tag(facts)}Still paging. Reply 1 to take it, 2 to pass.`, ...callerLines(facts)]);

export const passedText = (facts: EmergencyFacts): string =>
  fitted([`${tag(facts)}OK, passed. Paging the next person now.`]);

/** Fifteen minutes after an acceptance without a sign of contact. */
export const watchdogText = (facts: EmergencyFacts): string =>
  fitted([`${tag(facts)}Did you reach ${safeWords(callerNameOf(facts))} at ${callerPhoneOf(facts)}? Y/N`]);

export const etaText = (facts: EmergencyFacts, minutes: number): string =>
  fitted([`${tag(facts)}ETA ${minutes} min noted.`]);

export const hereText = (facts: EmergencyFacts): string =>
  fitted([`${tag(facts)}On site noted. Text DONE and the amount when finished, e.g. DONE 1850.`]);

export function doneText(facts: EmergencyFacts, jobValueCents: number | null): string {
  const value = jobValueCents === null ? '' : ` Job value $${(jobValueCents / 100).toLocaleString('en-US')}.`;
  return fitted([`${tag(facts)}Closed as resolved.${value} Thank you.`]);
}

export const falseAlarmText = (facts: EmergencyFacts): string =>
  fitted([`${tag(facts)}Closed as a false alarm. Nobody else will be paged.`]);

/** The conversation with the caller broke off before it began. */
export const lostCallText = (facts: EmergencyFacts): string =>
  fitted([
    `${tag(facts)}The call dropped. Please ring ${safeWords(callerNameOf(facts))} at ${callerPhoneOf(facts)} now.`,
  ]);

/** Answer to a verb that closes or times a job nobody has accepted yet. */
export const takeItFirstText = (facts: EmergencyFacts): string =>
  fitted([`${tag(facts)}Nobody has taken this yet. Reply 1 to take it, 2 to pass.`]);

export const reopenedText = (facts: EmergencyFacts): string =>
  fitted([`${tag(facts)}OK. Paging again until somebody reaches ${safeWords(callerNameOf(facts))}.`]);

/** `accountName` says at which contractor: a technician of two may have answered the wrong line. */
export const closedText = (code: string | null, accountName: string): string =>
  code === null
    ? `${shortened(safeWords(accountName), 60)}: No emergency is open for you right now.`
    : `[${code}] is not open for you. Nothing was changed.`;

/** An answer to an emergency that is over; null when it is not. */
export function endedText(
  facts: EmergencyFacts,
  end: { state: IncidentState; resolvedAt: Date | null },
): string | null {
  const how = ENDS[end.state];
  if (!how || !end.resolvedAt) return null;
  return fitted([
    `${tag(facts)}Already ${how} at ${localTime(end.resolvedAt, facts.timeZone)}. Nothing to do, thank you.`,
  ]);
}

const ENDS: Partial<Record<IncidentState, string>> = { resolved: 'resolved', false_alarm: 'closed as a false alarm' };

/** Answer to HELP: carriers ask that a sender says who it is and how to stop it. */
export const helpText = (accountName: string): string =>
  fitted([
    `${shortened(safeWords(accountName), 60)} after-hours alerts. 1=take it 2=pass, or code 1, ALL, ETA 25, HERE, DONE 1850, FALSE, WHO. STOP ends these texts. Msg rates may apply.`,
  ]);

/** A text channel that died is a hole in the ladder: the owner hears of it by name. */
export const optedOutNotice = (name: string, accountName: string): string =>
  fitted([
    `${safeWords(accountName)}: ${safeWords(name)} texted STOP, so alerts can't be texted to that phone. Calls still go out. Texting START turns it back on.`,
  ]);

/** Answer to WHO. */
export function whoText(now: OnCallNow): string {
  const backup = now.backup ? `, backup ${safeWords(now.backup.name)}` : '';
  return fitted([`On call: ${safeWords(now.primary.name)}${backup}, owner ${safeWords(now.owner.name)}.`]);
}

export const TEST_CONFIRMED_TEXT = "Thanks, you're confirmed for after-hours alerts.";

/**
 * Nobody can ring a number they do not have: such a caller is reached through our call, while they are on the line. Who
 * hung up before they were told anything was not told that either, and to somebody busy the reason takes the room of the
 * second sentence: the keys must never be cut.
 */
function callBackWords(facts: EmergencyFacts, busyUntil: Date | null): string {
  if ((facts.callbackPhone ?? facts.callerPhone) === null)
    return 'No number to call back yet: answer our call and press 1 to speak with them.';
  return busyUntil || facts.unheardLine
    ? 'Call them back ASAP.'
    : "Call them back ASAP. They've been told you'll reach out within a few minutes.";
}

const tag = (facts: EmergencyFacts): string => `[${facts.code}] `;

const callerLines = (facts: EmergencyFacts): Line[] => [
  { label: 'Caller: ', words: callerNameOf(facts), least: 20 },
  `Phone: ${callerPhoneOf(facts)}`,
  { label: 'Address: ', words: facts.address ?? 'Not provided', least: 40 },
  { label: ISSUE, words: facts.issueSummary, least: 40 },
];

/** To somebody who asked not to be paged: why they are all the same. */
const busyLines = (facts: EmergencyFacts, until: Date | null): Line[] =>
  until ? [`You're busy until ${localTime(until, facts.timeZone)}, but nobody else has it.`] : [];

/** What was told makes room for the rest; what was not is the first thing to say, so it stays. */
function safetyLines({ safetyLine, unheardLine }: EmergencyFacts): Line[] {
  if (unheardLine) return [{ label: 'NOT told, say first: ', words: safetyInShort(unheardLine), least: 40 }];
  return safetyLine ? [{ label: 'Told: ', words: safetyInShort(safetyLine), least: 0 }] : [];
}
