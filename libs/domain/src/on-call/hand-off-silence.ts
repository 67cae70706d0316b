import type { CoverStretch } from './cover.js';
import { joined } from './coverage.js';
import { DAY_MS, MINUTE_MS, dateOf, instantOf, naive, readingAt, type NaiveMs } from './local-time.js';
import { onCallAt } from './on-call-at.js';
import { canText, type OnCallPerson } from './roster.js';
import type { LayeredSchedule, OnCallWant } from './schedule.types.js';
import { shiftsBetween } from './shifts.js';

/** How long the notice of a shift may stay unanswered before the next in line hears of it (reference/oncall 7.5). */
export const CONFIRM_WITHIN_MS = 10 * MINUTE_MS;

/**
 * Nobody is woken by news that is no emergency: the ladder finds the next in line by itself. HH:MM on the account's clock;
 * alike, there are none.
 */
export interface QuietHours {
  from: string;
  to: string;
}

/** The hours in which callers are not texted either (reference/security-and-reliability CON-02). */
export const USUAL_QUIET: QuietHours = { from: '21:00', to: '08:00' };

/** The shift somebody was told of. */
export interface ToldShift extends CoverStretch {
  contactId: string;
}

export type AfterSilence =
  /** The shift is over, or somebody else has it by now. */
  | { kind: 'settled' }
  | { kind: 'later'; at: Date }
  /** `person`: null in a shop of one. `stretch`: what is left of the shift. */
  | { kind: 'tell'; person: OnCallPerson | null; stretch: CoverStretch };

/** What to do about a shift its person has not confirmed in time. */
export function afterSilence(
  schedule: LayeredSchedule,
  told: ToldShift,
  now: Date,
  quiet: QuietHours = USUAL_QUIET,
): AfterSilence {
  const stretch = leftOf(schedule, told, now);
  if (!stretch) return { kind: 'settled' };
  const at = loudFrom(now, schedule.timeZone, quiet);
  if (at > now) return at < stretch.endsAt ? { kind: 'later', at } : { kind: 'settled' };
  return { kind: 'tell', person: nextInLine(schedule, told.contactId, stretch.startsAt), stretch };
}

/** Whom the ladder turns to after this person: the backup, then the owner; as far as a text reaches them. */
function nextInLine(schedule: LayeredSchedule, contactId: string, at: Date): OnCallPerson | null {
  const { primary, backup, owner } = onCallAt(schedule, at, wantOfLayer(schedule, contactId, at));
  const inOrder = [primary, ...(backup ? [backup] : []), owner];
  const behind = inOrder.slice(inOrder.findIndex((person) => person.contactId === contactId) + 1);
  return behind.find((person) => person.contactId !== contactId && canText(person)) ?? null;
}

/** A caller whom the person's own layer serves: others may have another order. */
function wantOfLayer(schedule: LayeredSchedule, contactId: string, at: Date): OnCallWant {
  const seat = onCallAt(schedule, at).layers.find(({ person }) => person.contactId === contactId);
  const layer = schedule.layers.find(({ layerId }) => layerId === seat?.layerId);
  return { trade: layer?.trades[0], zip: layer?.zips[0] };
}

/** What is left of a shift, as far as it is still this person's; null when nothing is. */
export function leftOf(schedule: LayeredSchedule, told: ToldShift, now: Date): CoverStretch | null {
  const from = told.startsAt > now ? told.startsAt : now;
  const shifts = shiftsBetween(schedule, from, told.endsAt).filter(({ contactId }) => contactId === told.contactId);
  const [first] = joined(shifts.map(({ startsAt, endsAt }) => ({ from: startsAt.getTime(), to: endsAt.getTime() })));
  return first ? { startsAt: new Date(first.from), endsAt: new Date(first.to) } : null;
}

/** `now`, or the end of the quiet hours it lies in. They may cross midnight. */
export function loudFrom(now: Date, timeZone: string, { from, to }: QuietHours): Date {
  const reading = readingAt(now.getTime(), timeZone);
  const today = naive(dateOf(reading));
  const todayAt = (time: string): NaiveMs => today + naive('1970-01-01', time);
  const [quietFrom, quietTo] = [todayAt(from), todayAt(to)];
  const isOvernight = from > to;
  const isQuiet = isOvernight ? reading < quietTo || reading >= quietFrom : reading >= quietFrom && reading < quietTo;
  if (!isQuiet) return now;
  const ends = isOvernight && reading >= quietFrom ? quietTo + DAY_MS : quietTo;
  return new Date(instantOf(ends, timeZone));
}
