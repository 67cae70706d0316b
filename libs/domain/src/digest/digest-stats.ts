import { counted, countStanding, digestCounts } from './digest-counts.js';
import type { DigestCall, DigestEntry } from './digest.types.js';

export interface NightValue {
  calls: DigestCall[];
  averageEmergencyValueCents: number;
}

/** The last paragraph: what happened, two sentences a line as in PRD §9, then what it may have been worth. */
export function digestStats(entries: DigestEntry[], night: NightValue): string[] {
  const sentences = [
    ...emergencySentences(entries, night.calls),
    ...routineSentences(entries),
    ...aiSentence(night.calls, entries),
  ];
  const lines: string[] = [];
  for (let index = 0; index < sentences.length; index += 2) lines.push(sentences.slice(index, index + 2).join(' '));
  const [first, ...rest] = lines;
  return [...(first ? [`STATS: ${first}`, ...rest] : []), ...revenueLine(entries, night.averageEmergencyValueCents)];
}

function emergencySentences(entries: DigestEntry[], calls: DigestCall[]): string[] {
  const unreached = countStanding(entries, 'not_reached', 'not_paged');
  const routing = countStanding(entries, 'routing');
  const accepted = countStanding(entries, 'accepted');
  const falseAlarms = countStanding(entries, 'false_alarm');
  return [
    unreached > 0 ? `${counted(unreached, 'emergency', 'emergencies')} NOT REACHED.` : null,
    routing > 0 ? `${counted(routing, 'emergency', 'emergencies')} still being routed.` : null,
    accepted > 0 ? `${counted(accepted, 'emergency', 'emergencies')} ${doneWords(calls)}.` : null,
    falseAlarms > 0 ? `${counted(falseAlarms, 'false alarm')}.` : null,
  ].filter((sentence) => sentence !== null);
}

/** Attributed revenue: only what a tech reported with DONE (decision 10). */
function doneWords(calls: DigestCall[]): string {
  const values = calls.flatMap((call) => (call.incident?.jobValueCents ? [call.incident.jobValueCents] : []));
  if (values.length === 0) return 'handled';
  const sum = dollars(values.reduce((total, value) => total + value, 0));
  return values.length === 1 ? `dispatched (${sum} job)` : `dispatched (${sum} in ${values.length} jobs)`;
}

function routineSentences(entries: DigestEntry[]): string[] {
  const counts = digestCounts(entries);
  return [
    counts.routineBooked > 0 ? `${counted(counts.routineBooked, 'appointment')} booked.` : null,
    counts.routineCallback > 0 ? `${counted(counts.routineCallback, 'callback')} needed.` : null,
    counts.spam > 0 ? `${counts.spam} spam filtered.` : null,
    counts.abandoned > 0 ? `${counted(counts.abandoned, 'abandoned call')}.` : null,
  ].filter((sentence) => sentence !== null);
}

/** "0 minutes of human time" is only said when nobody was put through to a caller. */
function aiSentence(calls: DigestCall[], entries: DigestEntry[]): string[] {
  const listed = new Set(entries.map((entry) => entry.callId));
  const byAi = calls.filter((call) => listed.has(call.id) && call.handledBy === 'ai');
  if (byAi.length === 0) return [];
  const joined = byAi.some((call) => call.incident?.acceptedVia === 'key');
  return [`AI handled ${counted(byAi.length, 'call')}${joined ? '' : ' in 0 minutes of human time'}.`];
}

/** An estimate, and it says so: accepted emergencies times what the contractor says one is worth. */
function revenueLine(entries: DigestEntry[], averageCents: number): string[] {
  const accepted = countStanding(entries, 'accepted');
  if (accepted === 0 || averageCents === 0) return [];
  const dispatches = counted(accepted, 'emergency dispatch', 'emergency dispatches');
  return [`Estimated revenue protected: ${dollars(accepted * averageCents)} (${dispatches})`];
}

const dollars = (cents: number): string => `$${Math.round(cents / 100).toLocaleString('en-US')}`;
