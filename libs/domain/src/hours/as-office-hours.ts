import type { OfficeHours, SpecialDay, WeeklyHours } from './hours.types.js';

/** A contractor's hours as stored, with the zone they are meant in. */
export const asOfficeHours = (stored: {
  hours: WeeklyHours;
  closures: SpecialDay[];
  timeZone: string;
}): OfficeHours => ({ weekly: stored.hours, specialDays: stored.closures, timeZone: stored.timeZone });
