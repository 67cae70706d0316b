/**
 * What we ask a person for, and no more: their free and busy times, events, and the names of their calendars to choose one.
 * Each of them is "sensitive" at Google: an application for the public has to be verified.
 */
export const GOOGLE_SCOPES = [
  'https://www.googleapis.com/auth/calendar.events',
  'https://www.googleapis.com/auth/calendar.freebusy',
  'https://www.googleapis.com/auth/calendar.calendarlist.readonly',
] as const;
