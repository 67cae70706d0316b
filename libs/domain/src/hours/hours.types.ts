export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Local wall-clock times HH:MM. `closes` at or before `opens` means the next day; 24:00 is midnight at the day's end. */
export interface OpenInterval {
  opens: string;
  closes: string;
}

/** Intervals of a weekday; none means closed all day (decision 11). */
export type WeeklyHours = Record<Weekday, OpenInterval[]>;

/** Days that differ from their weekdays: a holiday without intervals, a one-off opening with some, or hours off. */
export interface SpecialDay {
  /** YYYY-MM-DD, local. */
  date: string;
  /** The last of several days, itself included; left out for one day. */
  lastDate?: string;
  name: string;
  /** Each of these days' hours in place of its weekday's. Empty where `closed` says what is off. */
  intervals: OpenInterval[];
  /** One stretch without the office, from a time of the first day until a time of the last one; the week holds around it. */
  closed?: { from: string; until: string };
}

export const lastDateOf = ({ date, lastDate }: SpecialDay): string => lastDate ?? date;

/** The special day that covers a local date (YYYY-MM-DD), whether it is off as a whole or in part. */
export const specialOn = (days: SpecialDay[], date: string): SpecialDay | undefined =>
  days.find((day) => day.date <= date && date <= lastDateOf(day));

/** When the office answers its own phone. A wall-clock time without a zone is a bug, so the zone is part of it. */
export interface OfficeHours {
  weekly: WeeklyHours;
  specialDays: SpecialDay[];
  /** IANA name. */
  timeZone: string;
}
