import { DateTime } from 'luxon';
import type { EvidentCall, EvidentCard, EvidentDigest, NightEvidence } from './evidence.js';

export interface Check {
  what: string;
  expected: string;
  found: string;
  holds: boolean;
}

/** Compares the night with PRD section 13, line by line. A check that finds nothing fails. */
export function checkNight(night: NightEvidence): Check[] {
  return [
    ...checkCalls(night),
    ...checkCardOfJim(night),
    ...checkOtherCards(night),
    ...checkEmergency(night),
    ...checkDigestFigures(night),
    ...checkDigestWords(night),
  ];
}

const PEOPLE = { sarah: '+13125550187', doug: '+13125550114', jim: '+13125550141', spam: '+13125550179' } as const;

function checkCalls(night: NightEvidence): Check[] {
  const call = (phone: string): EvidentCall | undefined =>
    night.calls.find((candidate) => candidate.callerPhone === phone);
  const at = (phone: string) => localTime(call(phone)?.calledAt, night.timeZone);
  return [
    same('Four calls came in', 4, night.calls.length),
    same('Sarah called at', '7:45 PM', at(PEOPLE.sarah)),
    same('Sarah’s call is', 'routine', call(PEOPLE.sarah)?.classification),
    same('Doug called at', '8:30 PM', at(PEOPLE.doug)),
    same('Doug’s call is', 'routine', call(PEOPLE.doug)?.classification),
    same('Jim called at', '9:22 PM', at(PEOPLE.jim)),
    same('Jim’s call is', 'emergency', call(PEOPLE.jim)?.classification),
    same('The pitch came at', '6:10 AM', at(PEOPLE.spam)),
    same('The pitch is', 'spam', call(PEOPLE.spam)?.classification),
    same(
      'Every call is over',
      'completed completed completed completed',
      night.calls.map((each) => each.status).join(' '),
    ),
    same('Every call was recorded', true, night.calls.length > 0 && night.calls.every((each) => each.hasRecording)),
  ];
}

const cardOf = (night: NightEvidence, name: string): Partial<EvidentCard> =>
  night.cards.find((card) => card.callerName === name) ?? {};

const gist = (card: Partial<EvidentCard>): string =>
  `${card.classification ?? '?'}, ${bare(card.address)}, ${card.serviceType ?? '?'}`;

function checkCardOfJim(night: NightEvidence): Check[] {
  const jim = cardOf(night, 'Jim Kowalski');
  return [
    same('Three lead cards, none for spam', 3, night.cards.length),
    same('Spam has no card', null, night.calls.find((call) => call.callerPhone === PEOPLE.spam)?.leadCardId),
    same('Jim’s card', 'emergency, 218 Oak Lane, plumbing', gist(jim)),
    holds('Jim’s issue names the pipe and the flooding', jim.issueSummary, /pipe/i, /basement/i),
    holds('Jim was told the main water shutoff', jim.safetyInstructionGiven, /main water shutoff/i),
    holds('Jim’s on-call outcome', jim.onCall?.label, /Mike T\. acknowledged at 9:24 PM/),
    // Mike texted DONE 1850: nobody has to call Jim back.
    same('Jim’s callback status', 'resolved', jim.callbackStatus),
  ];
}

function checkOtherCards(night: NightEvidence): Check[] {
  const sarah = cardOf(night, 'Sarah Chen');
  const doug = cardOf(night, 'Doug Patterson');
  return [
    same('Sarah’s card', 'routine, 1447 Birch Street, plumbing', gist(sarah)),
    holds('Sarah’s issue', sarah.issueSummary, /water heater/i),
    same('Sarah has no appointment', false, sarah.appointmentBooked),
    same('Sarah’s callback status', 'not_called', sarah.callbackStatus),
    same('Doug’s card', 'routine, 922 Maple Drive, hvac', gist(doug)),
    holds('Doug’s issue', doug.issueSummary, /furnace/i),
    same('Doug’s on-call outcome', 'N/A', doug.onCall?.label),
  ];
}

function checkEmergency(night: NightEvidence): Check[] {
  const { incident, textsToMike } = night;
  const pages = textsToMike.filter((text) => text.includes('EMERGENCY'));
  const confirmations = textsToMike.filter((text) => text.startsWith('Got it'));
  const stepsOf = (steps: string[]) => incident?.alerts.filter((alert) => steps.includes(alert.escalationStep)).length;
  return [
    same('One emergency text to Mike', 1, pages.length),
    holds('It goes out on the first words, with the problem and the number', pages[0], /water spraying/i, /555-?0141/),
    holds(
      'Name and address follow as they are told',
      textsToMike.find((text) => text.includes('UPDATE')),
      /Jim Kowalski/,
      /218 Oak/,
    ),
    same('The tech was rung for a warm transfer', 1, stepsOf(['warm_transfer'])),
    same('Mike accepted by', 'sms', incident?.acceptedVia),
    same('Mike accepted at', '9:24 PM', localTime(incident?.acceptedAt, night.timeZone)),
    same('He got one confirmation', 1, confirmations.length),
    holds('with the caller’s number', confirmations[0], /555-?0141/),
    same(
      'Nobody else was paged',
      0,
      stepsOf(['sms_backup', 'call_backup', 'sms_owner_unresolved', 'call_owner_unresolved']),
    ),
    same('The job’s value', 185000, incident?.jobValueCents),
    same('The emergency is', 'resolved', incident?.state),
  ];
}

function checkDigestFigures(night: NightEvidence): Check[] {
  const [first, second] = night.digests;
  const posts = night.slackPosts.filter((post) => post.includes('OVERNIGHT CALL DIGEST'));
  return [
    same('Digests', '2026-02-13 2026-02-14', night.digests.map((digest) => digest.digestDate).join(' ')),
    same('Friday: calls/emergencies/booked/callbacks/spam', '3/1/0/2/0', counts(first)),
    same('Saturday, with the 6:10 AM pitch', '1/0/0/0/1', counts(second)),
    same('Each was posted to Slack exactly once', 2, posts.length),
    same(
      'and is marked as sent',
      true,
      night.digests.length === 2 && night.digests.every((digest) => digest.sentAt !== null),
    ),
  ];
}

function checkDigestWords(night: NightEvidence): Check[] {
  const [first, second] = night.digests.map((digest) => digest.content);
  return [
    holds('Friday’s window', first, /3 calls \| 5:00 PM Thu - 6:00 AM Fri/),
    holds(
      'Friday puts Jim first, handled',
      first,
      /EMERGENCIES \(1\) - Handled in real time\s+1\. Jim Kowalski/,
      /acknowledged at 9:24 PM\. Dispatched at 9:27 PM/,
    ),
    holds('Friday lists both callbacks', first, /NEEDS CALLBACK \(2\)/, /2\. Sarah Chen/, /3\. Doug Patterson/),
    holds('Saturday counts the spam', second, /SPAM \/ VENDOR \(1\)/),
  ];
}

const counts = (digest: EvidentDigest | undefined): string | undefined =>
  digest &&
  [digest.totalCalls, digest.emergencies, digest.routineBooked, digest.routineCallback, digest.spam].join('/');

const bare = (address: string | null | undefined): string => (address ?? 'none').replace(/\.$/, '');

const localTime = (at: string | null | undefined, zone: string): string | undefined =>
  at ? DateTime.fromISO(at, { zone }).toFormat('h:mm a') : undefined;

function same(what: string, expected: unknown, found: unknown): Check {
  return { what, expected: String(expected), found: String(found), holds: expected === found };
}

function holds(what: string, found: string | null | undefined, ...patterns: RegExp[]): Check {
  const text = found ?? '';
  return {
    what,
    expected: patterns.map(String).join(' and '),
    found: text === '' ? 'nothing' : text,
    holds: text !== '' && patterns.every((pattern) => pattern.test(text)),
  };
}
