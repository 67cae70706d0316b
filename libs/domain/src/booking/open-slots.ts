import { lastDateOf, specialOn, WEEKDAYS, type SpecialDay } from '@domain/hours/hours.types';
import type { BusyTime } from '@domain/ports/calendar';
import { DateTime } from 'luxon';
import type { BookingPlan, BookingRules, BookingWindow } from './booking-rules.js';

const MINUTE_MS = 60_000;

/** A window of one day that somebody could be sent in. */
export interface Slot {
  startsAt: Date;
  /** The end of the window that is told; the visit may keep its crew longer. */
  endsAt: Date;
  /** When its crew is free for the next one, travel included. */
  busyUntil: Date;
}

/** A visit of ours that stands: held or booked. */
export interface OwnVisit extends Slot {
  /** 1 to the number of crews. */
  crew: number;
}

/** What is taken already: by our own rows, and by the contractor's calendar where one is connected. */
export interface Diary {
  visits: OwnVisit[];
  busy: BusyTime[];
}

/** A slot nobody has, and the first crew that is free for it. */
export interface OpenSlot extends Slot {
  crew: number;
}

/**
 * Every open window from `from` on, earliest first: the week's windows without closures and holidays, past the lead time,
 * within the horizon, with a crew free, the day's number of visits not reached and nothing in the calendar (decision 13).
 * Local times become instants day by day, so a day of 23 or 25 hours has its windows where the wall clock has them.
 */
export function openSlots(plan: BookingPlan, diary: Diary, from: Date): OpenSlot[] {
  const { rules, timeZone } = plan;
  const earliest = new Date(from.getTime() + rules.leadHours * 60 * MINUTE_MS);
  const today = DateTime.fromJSDate(from, { zone: timeZone }).startOf('day');
  const foreign = withoutOwn(diary);
  return Array.from({ length: rules.horizonDays + 1 }, (_, offset) => today.plus({ days: offset })).flatMap((day) =>
    isFull(day, rules, diary)
      ? []
      : slotsOn(day, plan).flatMap((slot) => (slot.startsAt < earliest ? [] : openOf(slot, rules, { diary, foreign }))),
  );
}

/** The open slot that begins at this moment, or null: what was offered is looked up again before it is taken. */
export const openSlotAt = (plan: BookingPlan, diary: Diary, at: { startsAt: Date; now: Date }): OpenSlot | null =>
  openSlots(plan, diary, at.now).find((slot) => slot.startsAt.getTime() === at.startsAt.getTime()) ?? null;

/** How long a visit keeps its crew. People may also set times that are no window of the week. */
export function slotOf(startsAt: Date, endsAt: Date, rules: BookingRules): Slot {
  const least = startsAt.getTime() + rules.visitMinutes * MINUTE_MS;
  const until = Math.max(endsAt.getTime(), least) + rules.bufferMinutes * MINUTE_MS;
  return { startsAt, endsAt, busyUntil: new Date(until) };
}

/** The first crew that has nothing in this time; null when all are taken. */
export function freeCrew(slot: Slot, visits: OwnVisit[], crews: number): number | null {
  const taken = new Set(visits.filter((visit) => overlap(slot, visit)).map(({ crew }) => crew));
  return Array.from({ length: crews }, (_, index) => index + 1).find((crew) => !taken.has(crew)) ?? null;
}

function openOf(slot: Slot, rules: BookingRules, taken: { diary: Diary; foreign: BusyTime[] }): OpenSlot[] {
  const crew = freeCrew(slot, taken.diary.visits, rules.crews);
  const blocked = taken.foreign.some(({ from, to }) => from < slot.busyUntil && slot.startsAt < to);
  return crew === null || blocked ? [] : [{ ...slot, crew }];
}

/** The windows of a local day that fall neither into a closure nor outside a one-off opening. */
function slotsOn(day: DateTime, { rules, specialDays }: BookingPlan): Slot[] {
  const weekday = WEEKDAYS[day.weekday - 1];
  const windows = weekday ? rules.windows[weekday] : [];
  return windows
    .filter((window) => isWorked(day, window, specialDays))
    .map(({ from, to }) => slotOf(wallClock(day, from), wallClock(day, to), rules))
    .filter(({ startsAt, endsAt }) => startsAt < endsAt)
    .toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
}

function isWorked(day: DateTime, { from, to }: BookingWindow, specialDays: SpecialDay[]): boolean {
  const date = day.toFormat('yyyy-MM-dd');
  const [parts, whole] = [specialDays.filter(({ closed }) => closed), specialDays.filter(({ closed }) => !closed)];
  const special = specialOn(whole, date);
  const isOff = parts.some((part) => isTimeOff(part, `${date} ${from}`, `${date} ${to}`));
  return (
    !isOff && (!special || special.intervals.some(({ opens, closes }) => opens <= from && to <= ended(opens, closes)))
  );
}

/** Local times compare as text: both are written as "2026-12-24 12:00". */
function isTimeOff(day: SpecialDay, from: string, to: string): boolean {
  if (!day.closed) return false;
  return `${day.date} ${day.closed.from}` < to && from < `${lastDateOf(day)} ${day.closed.until}`;
}

/** Hours past midnight last, for this day, until its end. */
const ended = (opens: string, closes: string): string => (closes <= opens ? '24:00' : closes);

function isFull(day: DateTime, { visitsPerDay }: BookingRules, { visits }: Diary): boolean {
  const end = day.plus({ days: 1 }).toJSDate();
  return visits.filter(({ startsAt }) => day.toJSDate() <= startsAt && startsAt < end).length >= visitsPerDay;
}

/** The calendar shows our own visits as well, and those are counted by our rows: what is left is other people's. */
const withoutOwn = ({ busy, visits }: Diary): BusyTime[] =>
  visits.reduce((times, visit) => times.flatMap((time) => withoutVisit(time, visit)), busy);

const withoutVisit = ({ from, to }: BusyTime, { startsAt, endsAt }: OwnVisit): BusyTime[] =>
  [
    { from, to: earlier(to, startsAt) },
    { from: later(from, endsAt), to },
  ].filter((rest) => rest.from < rest.to);

const overlap = (one: Slot, other: Slot): boolean => one.startsAt < other.busyUntil && other.startsAt < one.busyUntil;

const earlier = (one: Date, other: Date): Date => (one < other ? one : other);
const later = (one: Date, other: Date): Date => (one > other ? one : other);

function wallClock(day: DateTime, time: string): Date {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour === 24 ? day.plus({ days: 1 }).toJSDate() : day.set({ hour, minute }).toJSDate();
}
