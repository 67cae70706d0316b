import type { AlertStep } from '@domain/escalation/alert';
import { spokenForm } from '@domain/phone/e164';
import { DateTime } from 'luxon';
import type { ProofAlert, ProofFacts } from './proof.dto.js';

/** A label and what is to be said under it. */
export type Line = [label: string, words: string];

/** "Feb 12, 2026, 9:22:07.120 PM CST" */
export const exact = (at: string, timeZone: string): string => inWords(at, timeZone, 'LLL d, yyyy, h:mm:ss.SSS a ZZZZ');

/** "9:22:07.120 PM CST" */
export const exactTime = (at: string, timeZone: string): string => inWords(at, timeZone, 'h:mm:ss.SSS a ZZZZ');

/** "Thursday, February 12, 2026" */
export const day = (at: string, timeZone: string): string => inWords(at, timeZone, 'cccc, LLLL d, yyyy');

const inWords = (at: string, timeZone: string, format: string): string =>
  DateTime.fromISO(at, { zone: timeZone, locale: 'en-US' }).toFormat(format);

export const titleOf = (proof: ProofFacts): string =>
  `${proof.isDrill ? 'Drill' : 'Emergency'} ${proof.code} at ${proof.accountName}`;

export const factsOf = (proof: ProofFacts): Line[] => [...reportOf(proof), ...endOf(proof)];

const reportOf = (proof: ProofFacts): Line[] => [
  ['Reported', `${exact(proof.reportedAt, proof.timeZone)} (${proof.timeZone})`],
  [
    'Caller',
    `${proof.callerName ?? 'Unknown'}, ${proof.callerPhone ? spokenForm(proof.callerPhone) : 'number withheld'}`,
  ],
  ['Address', proof.address ?? 'Not provided'],
  ['Issue', proof.issueSummary],
  ['Safety line given', safetyOf(proof)],
  ['Call', `to ${spokenForm(proof.calledNumber)}, carrier reference ${proof.callSid || 'none'}`],
];

/** A caller who was in danger and hung up is another matter than one who was in none. */
const safetyOf = ({ safetyLine, unheardLine }: ProofFacts): string =>
  safetyLine ?? (unheardLine ? `None: the caller hung up before hearing "${unheardLine}"` : 'None');

function endOf(proof: ProofFacts): Line[] {
  const ended = proof.resolvedAt ? `, ${exact(proof.resolvedAt, proof.timeZone)}` : '';
  return [
    ['Accepted', acceptedWords(proof)],
    ['Spoke with caller', proof.contactedAt ? exact(proof.contactedAt, proof.timeZone) : 'Not recorded'],
    ['State', `${STATES[proof.state] ?? proof.state}${ended}`],
    ['Outcome', outcomeWords(proof)],
  ];
}

/** Times of one day stand under it; every line has its second and zone. */
export function timelineOf({ timeline, timeZone }: ProofFacts): { day: string; lines: Line[] }[] {
  const days = new Map<string, Line[]>();
  for (const { at, text } of timeline) {
    const lines = days.get(day(at, timeZone)) ?? [];
    days.set(day(at, timeZone), [...lines, [exactTime(at, timeZone), text]]);
  }
  return [...days].map(([name, lines]) => ({ day: name, lines }));
}

/** What went to whom, what became of it, and how the carrier can find it again. */
export function pageOf(alert: ProofAlert, timeZone: string): Line {
  const what = `${CHANNELS[alert.channel] ?? alert.channel} to ${spokenForm(alert.phone)}${kindOf(alert.escalationStep)}`;
  const when = alert.sentAt ? `sent ${exact(alert.sentAt, timeZone)}` : 'never sent';
  const reply = alert.reply ? `, answered "${alert.reply}"` : '';
  const carrier = alert.providerSid
    ? `\nCarrier reference ${alert.providerSid}${alert.providerStatus ? ` (${alert.providerStatus})` : ''}`
    : '';
  const attempts = alert.attempts.length > 1 ? `, ${alert.attempts.length} attempts` : '';
  return [
    alert.contactName,
    `${what}: ${when}, ${fateOf(alert)}${heldWords(alert, timeZone)}${reply}${attempts}${carrier}`,
  ];
}

function acceptedWords({ acceptance, timeZone }: ProofFacts): string {
  if (!acceptance) return 'Nobody';
  const words = acceptance.words ? `: "${acceptance.words}"` : '';
  const { name, at, secondsAfterReport, via, apiKeyId } = acceptance;
  const how = apiKeyId ? `through the API, key ${apiKeyId}` : (VIA[via ?? ''] ?? 'in a way that was not recorded');
  return `${name}, ${exact(at, timeZone)}, ${lasting(secondsAfterReport)} after the report, ${how}${words}`;
}

function outcomeWords({ outcome, jobValueCents }: ProofFacts): string {
  const value = jobValueCents === null ? [] : [`$${(jobValueCents / 100).toLocaleString('en-US')}`];
  return [...(outcome ? [outcome] : []), ...value].join(', ') || 'None';
}

/** "45 s", "11 min 15 s" */
const lasting = (seconds: number): string =>
  seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;

/** Why a page came later than its step. */
const heldWords = ({ heldBecause, heldUntil }: ProofAlert, timeZone: string): string =>
  heldBecause && heldUntil ? `, held until ${exactTime(heldUntil, timeZone)}: ${heldBecause}` : '';

const kindOf = (step: string): string => (KINDS[step as AlertStep] ? ` (${KINDS[step as AlertStep]})` : '');

/** Whoever passes by text may have let the call before it ring: that call was not answered, whatever they said later. */
const fateOf = ({ state, errorCode }: ProofAlert): string =>
  errorCode ? `failed (${errorCode})` : (FATES[state] ?? state);

const CHANNELS: Record<string, string> = { sms: 'Text', call: 'Call', warm_transfer: 'Call with transfer' };
const KINDS: Partial<Record<AlertStep, string>> = {
  update: 'news',
  stand_down: 'stand-down',
  watchdog: 'question whether the caller was reached',
  sms_owner_unresolved: 'unresolved',
  call_owner_unresolved: 'unresolved',
};
const FATES: Record<string, string> = {
  sent: 'taken by the carrier',
  declined: 'passed',
  answered: 'picked up',
  canceled: 'stopped',
  skipped: 'overtaken by a later one',
};
const STATES: Record<string, string> = {
  alerting: 'Being paged',
  accepted: 'Accepted',
  contacted: 'Spoken with the caller',
  resolved: 'Resolved',
  unreached: 'NOT REACHED',
  false_alarm: 'False alarm',
  merged: 'Part of another emergency',
};
const VIA: Record<string, string> = {
  sms: 'by text',
  key: 'by key press on a call',
  app: 'in the app',
  api: 'through the API',
};
