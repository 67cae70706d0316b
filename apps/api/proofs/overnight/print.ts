import { spokenForm } from '@domain/phone/e164';
import { DateTime } from 'luxon';
import type { Check } from './checks.js';
import type { EvidentCard, NightEvidence } from './evidence.js';

/** The night as a person would tell it: timeline, lead cards, digests. */
export function printNight(night: NightEvidence): void {
  heading('Timeline (local time of Metro Plumbing)');
  for (const line of timeline(night)) console.log(line);
  heading('Lead cards');
  for (const card of night.cards) printCard(card, night.timeZone);
  for (const digest of night.digests) {
    heading(`Digest of ${digest.digestDate}`);
    console.log(digest.content);
  }
}

/** Prints every comparison with the PRD; returns how many failed. */
export function printChecks(checks: Check[]): number {
  heading('Compared with PRD section 13');
  const failed = checks.filter((check) => !check.holds);
  for (const check of checks) {
    console.log(`${check.holds ? '  ok  ' : 'FAILED'} ${check.what}: ${check.found}`);
    if (!check.holds) console.log(`       expected ${check.expected}`);
  }
  console.log(`\n${checks.length - failed.length} passed, ${failed.length} failed`);
  return failed.length;
}

function timeline(night: NightEvidence): string[] {
  const told = night.events.map((event) => ({ at: event.at, what: event.what }));
  const ladder = (night.incident?.timeline ?? []).map((event) => ({ at: event.at, what: `  ${event.text}` }));
  return [...told, ...ladder]
    .sort((a, b) => a.at.localeCompare(b.at))
    .map(
      (event) => `${DateTime.fromISO(event.at, { zone: night.timeZone }).toFormat('ccc hh:mm:ss a')}  ${event.what}`,
    );
}

function printCard(card: EvidentCard, zone: string): void {
  console.log(
    `+--- ${card.classification.toUpperCase()} · ${DateTime.fromISO(card.calledAt, { zone }).toFormat('h:mm a')}`,
  );
  console.log(
    `| ${card.callerName}  ${card.callerPhone ? spokenForm(card.callerPhone) : 'number withheld'}  ${card.address ?? 'Address not provided'}`,
  );
  console.log(`| ${card.issueSummary}`);
  if (card.issueDetail) console.log(`| ${card.issueDetail}`);
  console.log(
    `| Service: ${card.serviceType} · On-call: ${card.onCall.label} · Callback: ${card.callbackStatus} · ${card.callDurationSeconds ?? '?'} s`,
  );
  if (card.safetyInstructionGiven) console.log(`| Told: ${card.safetyInstructionGiven}`);
  console.log('+---');
}

function heading(title: string): void {
  console.log(`\n== ${title} ${'='.repeat(Math.max(0, 74 - title.length))}`);
}
