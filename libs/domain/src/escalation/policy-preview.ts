import type { OnCallPerson } from '@domain/on-call/roster';
import { DateTime } from 'luxon';
import { firstFireAt, nextMove, type LadderCursor } from './plan.js';
import { withNewcomers } from './newcomers.js';
import type { LadderPeople } from './plan-people.js';
import type { AlertChannel, EscalationPolicy } from './policy.js';
import { unrolled } from './policy-steps.js';
import { sparingTheBusy } from './sparing.js';

/** When a ladder that nobody answers first pages a person, and how it does so in all. */
export interface PreviewTurn {
  contactId: string;
  name: string;
  /** After the emergency is reported. */
  seconds: number;
  channels: AlertChannel[];
}

/** More moves than any policy has: the bound of the loop, not of the ladder. */
const MOVES = 200;

/**
 * Whom an unanswered ladder pages and when, found by running the ladder itself: a step with nobody behind it moves the
 * others forward here exactly as it does at night.
 */
export function previewTurns(policy: EscalationPolicy, people: LadderPeople): PreviewTurn[] {
  const ladder = unrolled(policy, (groupId) => people.groups.get(groupId)?.length ?? 0);
  const turns = new Map<string, PreviewTurn>();
  const nobody: ReadonlySet<string> = new Set();
  let cursor: LadderCursor = { round: 1, step: 0, startedAt: new Date(0) };
  for (let [move, now] = [0, firstFireAt(ladder, new Date(0))]; move < MOVES; move += 1) {
    const known = new Set(turns.keys());
    const personOf = sparingTheBusy(ladder, people, { known, answered: nobody });
    const next = withNewcomers(ladder, cursor, nextMove(ladder, cursor, now, personOf), { now, personOf, known });
    if (next.kind === 'unreached') break;
    for (const { step, person } of next.alerts) note(turns, person, ladder.steps[step]?.channel, now);
    [cursor, now] = [next.next, next.nextFireAt];
  }
  return [...turns.values()];
}

function note(
  turns: Map<string, PreviewTurn>,
  person: OnCallPerson,
  channel: AlertChannel | undefined,
  now: Date,
): void {
  const { contactId, name } = person;
  const turn = turns.get(contactId) ?? { contactId, name, seconds: now.getTime() / 1000, channels: [] };
  if (channel && !turn.channels.includes(channel)) turn.channels.push(channel);
  turns.set(contactId, turn);
}

/** "Tonight 9 PM calls go to: AI, then Mike (call + SMS), then Dana at +10 min, then Dave at +20" (issue 4, item 8). */
export function previewSentence(turns: PreviewTurn[], when: string): string {
  const firstInMinutes = turns.find((turn) => turn.seconds > 0 && turn.seconds % 60 === 0);
  const parts = turns.map((turn, index) => {
    const how = index === 0 ? ` (${waysOf(turn.channels)})` : '';
    return `then ${turn.name}${how}${turn.seconds > 0 ? ` at ${offset(turn.seconds, turn === firstInMinutes)}` : ''}`;
  });
  return `${when} calls go to: AI, ${parts.length > 0 ? parts.join(', ') : 'then nobody can be reached'}`;
}

function waysOf(channels: AlertChannel[]): string {
  const rings = channels.some((channel) => channel !== 'sms');
  return [...(rings ? ['call'] : []), ...(channels.includes('sms') ? ['SMS'] : [])].join(' + ');
}

function offset(seconds: number, withUnit: boolean): string {
  if (seconds % 60 !== 0) return `+${seconds} s`;
  return withUnit ? `+${seconds / 60} min` : `+${seconds / 60}`;
}

/** The next nine in the evening on the contractor's clock: the hour the PRD's night is told at. */
export function tonightAtNine(now: Date, timeZone: string): Date {
  const nine = DateTime.fromJSDate(now, { zone: timeZone }).set({ hour: 21, minute: 0, second: 0, millisecond: 0 });
  return nine.toMillis() >= now.getTime() ? nine.toJSDate() : now;
}

/** "Tonight 9 PM", "Tomorrow 2 PM", "Sat Nov 28, 9:30 PM" on the contractor's clock. */
export function whenWords(at: Date, now: Date, timeZone: string): string {
  const [then, today] = [at, now].map((instant) => DateTime.fromJSDate(instant, { zone: timeZone }).setLocale('en-US'));
  if (!then || !today) return '';
  const time = then.toFormat(then.minute === 0 ? 'h a' : 'h:mm a');
  const days = then.startOf('day').diff(today.startOf('day'), 'days').days;
  if (days === 0) return `${then.hour >= 18 ? 'Tonight' : 'Today'} ${time}`;
  return days === 1 ? `Tomorrow ${time}` : `${then.toFormat('ccc LLL d')}, ${time}`;
}
