import { NO_DETAILS } from '@domain/lead-card/card-words';
import { DateTime } from 'luxon';
import type { DigestCall, DigestCard, DigestEntry, DigestSection, EmergencyStanding } from './digest.types.js';
import { emergencyDisposition, isTaken, routineDisposition, standingOf } from './disposition.js';

/** The order of PRD §9. */
const SECTIONS: DigestSection[] = ['emergency', 'booked', 'callback', 'spam', 'abandoned'];
const ISSUE_MAX = 160;
/** What nobody took comes first and cannot be overlooked (decision 4). */
const STANDING_RANK: Record<EmergencyStanding, number> = {
  not_reached: 0,
  not_paged: 0,
  routing: 1,
  accepted: 2,
  resolved: 2,
  false_alarm: 3,
  merged: 3,
};

/** The calls of the window as numbered lines: by section, then by urgency, then by time. */
export function digestEntries(calls: DigestCall[], timeZone: string): DigestEntry[] {
  const lines = calls.filter(belongsInDigest).map((call) => ({ call, entry: entryOf(call, timeZone) }));
  lines.sort(
    (a, b) => rank(a.call, a.entry) - rank(b.call, b.entry) || a.call.calledAt.getTime() - b.call.calledAt.getTime(),
  );
  let position = 0;
  return lines.map(({ entry }) => (entry.section === 'abandoned' ? entry : { ...entry, position: (position += 1) }));
}

/**
 * A call that people answered themselves is no news, and one that is still running comes tomorrow with its card
 * (decision 10), unless it is an emergency: that is never kept back.
 */
function belongsInDigest(call: DigestCall): boolean {
  if (isEmergency(call)) return true;
  if (call.status === 'ringing' || call.status === 'in_progress') return false;
  return call.card !== null || (call.handledBy !== 'business_line' && call.handledBy !== 'ring_group');
}

/** The card has the last word, because a person may have changed it; an incident stays one whatever was decided later. */
function isEmergency({ card, classification, incident }: DigestCall): boolean {
  return incident !== null || (card?.classification ?? classification) === 'emergency';
}

function sectionOf(call: DigestCall): DigestSection {
  if (isEmergency(call)) return 'emergency';
  if (!call.card) return call.classification === 'spam' ? 'spam' : 'abandoned';
  if (call.card.classification === 'spam') return 'spam';
  return isBooked(call.card) ? 'booked' : 'callback';
}

/** Who wants another time has an appointment, and has to be called all the same. */
const isBooked = ({ appointmentBooked, callbackStatus, callbackReason }: DigestCard): boolean =>
  callbackReason === null && (appointmentBooked || callbackStatus === 'called_booked');

function entryOf(call: DigestCall, timeZone: string): DigestEntry {
  const section = sectionOf(call);
  const urgent = section === 'emergency';
  return {
    position: 0,
    section,
    callId: call.id,
    leadCardId: call.card?.id ?? null,
    incidentId: call.incident?.incidentId ?? null,
    calledAt: call.calledAt.toISOString(),
    ...callerOf(call),
    issue: issueOf(call, timeZone),
    disposition: urgent ? emergencyDisposition(call.incident, timeZone) : routineDisposition(section, call.card),
    standing: urgent ? standingOf(call.incident) : null,
    taken: section === 'callback' && isTaken(call),
  };
}

const callerOf = ({ card, callerPhone }: DigestCall) =>
  card
    ? { ...listedFacts(card), callerPhone: card.callbackPhone ?? card.callerPhone ?? callerPhone }
    : { callerName: 'Unknown', callerPhone, serviceType: 'unknown' as const, address: null };

const listedFacts = ({ callerName, serviceType, address }: DigestCard) => ({
  callerName: oneLine(callerName),
  serviceType,
  address: address && oneLine(address),
});

/** What a caller says can never add lines of its own to the digest. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** One line; "AC tune-up, booked Thu 10am" when there is an appointment (PRD §9), "held" while nobody has approved it. */
function issueOf({ card, summary }: DigestCall, timeZone: string): string {
  const words = oneLine(card?.issueSummary || summary || NO_DETAILS);
  const issue = words.length > ISSUE_MAX ? `${words.slice(0, ISSUE_MAX - 1).trimEnd()}…` : words;
  if (!card?.appointmentAt) return issue;
  return `${issue}, ${card.appointmentBooked ? 'booked' : 'held'} ${appointmentWords(card.appointmentAt, timeZone)}`;
}

function appointmentWords(at: Date, timeZone: string): string {
  const local = DateTime.fromJSDate(at, { zone: timeZone }).setLocale('en-US');
  return `${local.toFormat('ccc')} ${local.toFormat(local.minute === 0 ? 'ha' : 'h:mma').toLowerCase()}`;
}

/** Sections first; within them what nobody has taken, then same-day calls and those that were promised to come first. */
function rank({ card }: DigestCall, entry: DigestEntry): number {
  const section = SECTIONS.indexOf(entry.section) * 10;
  if (entry.section === 'emergency') return section + STANDING_RANK[entry.standing ?? 'not_paged'];
  if (entry.taken) return section + 2;
  return section + (card?.priority === 'same_day' || card?.callbackReason ? 0 : 1);
}
