import { DateTime } from 'luxon';

/** "9:24 PM" on the contractor's clock: how every text, call and timeline of the ladder tells a time. */
export const localTime = (at: Date, timeZone: string): string =>
  DateTime.fromJSDate(at, { zone: timeZone }).toFormat('h:mm a', { locale: 'en-US' });
