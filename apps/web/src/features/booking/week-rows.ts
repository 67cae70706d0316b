import type { Appointment, BookingWindow, WeeklyWindows } from '../../api/types.js';
import type { CalendarDay } from '../../components/calendar-days.js';
import { instantOf, localInput } from '../../components/times.js';

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** One window on one day of the week shown. */
export interface WeekCell {
  day: CalendarDay;
  /** The day's rules know this window. */
  isWindow: boolean;
  /** When it begins on this day, in ms; null outside of any window. */
  startsAt: number | null;
  visits: Appointment[];
}

export interface WeekRow {
  /** Wall-clock times HH:MM; null: visits that somebody set outside the windows. */
  window: BookingWindow | null;
  cells: WeekCell[];
}

const isSame = (one: BookingWindow, other: BookingWindow): boolean => one.from === other.from && one.to === other.to;

const windowsOn = (windows: WeeklyWindows, index: number): BookingWindow[] => {
  const weekday = WEEKDAYS[index];
  return weekday ? windows[weekday] : [];
};

const clockOf = (zone: string, at: string): string => localInput(zone, Date.parse(at)).slice(11);

/** A day ends at 24:00 in the rules and at 00:00 on a clock. */
const windowOf = (zone: string, { startsAt, endsAt }: Appointment): BookingWindow => {
  const to = clockOf(zone, endsAt);
  return { from: clockOf(zone, startsAt), to: to === '00:00' ? '24:00' : to };
};

const isOn = (day: CalendarDay, { startsAt }: Appointment): boolean =>
  day.startsAt <= Date.parse(startsAt) && Date.parse(startsAt) < day.endsAt;

interface Week {
  days: CalendarDay[];
  windows: WeeklyWindows;
  visits: Appointment[];
  timeZone: string;
}

/** Every window of the week once, earliest first, and below them what lies outside of any. */
export function weekRows({ days, windows, visits, timeZone }: Week): WeekRow[] {
  const all = days.flatMap((_, index) => windowsOn(windows, index));
  const rows = all
    .filter((window, index) => all.findIndex((one) => isSame(one, window)) === index)
    .toSorted((one, other) => `${one.from} ${one.to}`.localeCompare(`${other.from} ${other.to}`))
    .map((window) => ({
      window,
      cells: days.map((day, index) => ({
        day,
        startsAt: instantOf(timeZone, `${day.date}T${window.from}`),
        isWindow: windowsOn(windows, index).some((one) => isSame(one, window)),
        visits: visits.filter((visit) => isOn(day, visit) && isSame(windowOf(timeZone, visit), window)),
      })),
    }));
  const placed = new Set(rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.visits)));
  const rest = visits.filter((visit) => !placed.has(visit));
  const outside = days.map((day) => ({
    day,
    isWindow: false,
    startsAt: null,
    visits: rest.filter((visit) => isOn(day, visit)),
  }));
  return rest.length > 0 ? [...rows, { window: null, cells: outside }] : rows;
}
