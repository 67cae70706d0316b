export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Local wall-clock times HH:MM. `closes` at or before `opens` means the next day; 24:00 is midnight at the day's end. */
export interface OpenInterval {
  opens: string;
  closes: string;
}

/** Intervals of a weekday; none means closed all day (decision 11). */
export type WeeklyHours = Record<Weekday, OpenInterval[]>;

/** A date that differs from its weekday: a holiday without intervals, or a one-off opening with some. */
export interface SpecialDay {
  /** YYYY-MM-DD, local. */
  date: string;
  name: string;
  intervals: OpenInterval[];
}

/** When the office answers its own phone. A wall-clock time without a zone is a bug, so the zone is part of it. */
export interface OfficeHours {
  weekly: WeeklyHours;
  specialDays: SpecialDay[];
  /** IANA name. */
  timeZone: string;
}
