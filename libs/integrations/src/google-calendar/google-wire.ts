import type { AppointmentEvent, AppointmentEventName, BusyOutcome, BusyTime } from '@domain/ports/calendar';
import type { CalendarChoice } from '@domain/ports/calendar-consent';
import type { calendar_v3 } from '@googleapis/calendar';
import { createHash } from 'node:crypto';

type GoogleEvent = calendar_v3.Schema$Event;

/** Who put an event there; read by nobody but us. */
const ACCOUNT_KEY = 'nightdeskAccount';
const APPOINTMENT_KEY = 'nightdeskAppointment';

/** Google takes 5 to 1024 of a–v and 0–9, chosen by us; hexadecimal digits are among them. Ids of deleted events stay taken. */
export function eventId({ accountId, appointmentId, attempt }: AppointmentEventName): string {
  return createHash('sha256').update(`${accountId}/${appointmentId}/${attempt}`).digest('hex');
}

/** An appointment as Google's `events.insert` takes it. */
export function googleEvent(event: AppointmentEvent): GoogleEvent {
  const { accountId, appointmentId, timeZone } = event;
  return {
    id: eventId(event),
    summary: event.title,
    description: asHtml(event.notes),
    ...(event.location ? { location: event.location } : {}),
    start: { dateTime: event.from.toISOString(), timeZone },
    end: { dateTime: event.to.toISOString(), timeZone },
    extendedProperties: { private: { [ACCOUNT_KEY]: accountId, [APPOINTMENT_KEY]: appointmentId } },
  };
}

/** Google shows a description as HTML; what callers said must stay words. */
const asHtml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** Whether an event found under our id still is what we would write. */
export function stillStands(found: GoogleEvent, wanted: AppointmentEvent): boolean {
  return (
    found.status !== 'cancelled' &&
    momentOf(found.start) === wanted.from.getTime() &&
    momentOf(found.end) === wanted.to.getTime()
  );
}

const momentOf = (time: GoogleEvent['start']): number => Date.parse(time?.dateTime ?? '');

/** Written by us for this account. */
export const isOurs = (found: GoogleEvent, accountId: string): boolean =>
  found.extendedProperties?.private?.[ACCOUNT_KEY] === accountId;

/** Whether an event takes the time away from an appointment: not ours, not "free", not declined by its owner. */
export function isInTheWay(found: GoogleEvent, accountId: string): boolean {
  const isDeclined = found.attendees?.some(({ self, responseStatus }) => self && responseStatus === 'declined');
  return (
    !isOurs(found, accountId) && !isDeclined && found.status !== 'cancelled' && found.transparency !== 'transparent'
  );
}

/**
 * The busy times of one calendar in the answer of `freeBusy.query`. Google reports a calendar that it could not read inside
 * a 200: that is not a free one.
 */
export function busyIn({ calendars }: calendar_v3.Schema$FreeBusyResponse, calendarId: string): BusyOutcome {
  const { busy: periods = [], errors = [] } = calendars?.[calendarId] ?? { errors: [{}] };
  const busy = periods.map(busyTime);
  if (errors.length > 0 || busy.some(isUnreadable)) return { kind: 'unavailable', reason: reasonOf(errors[0]) };
  return { kind: 'ok', busy: busy.sort((one, other) => one.from.getTime() - other.from.getTime()) };
}

const busyTime = ({ start, end }: calendar_v3.Schema$TimePeriod): BusyTime => ({
  from: new Date(start ?? ''),
  to: new Date(end ?? ''),
});

const isUnreadable = ({ from, to }: BusyTime): boolean => !(from.getTime() < to.getTime());

const reasonOf = (error: calendar_v3.Schema$Error | undefined): string =>
  error?.reason === 'notFound' ? 'calendar-missing' : 'calendar-unread';

const WRITABLE = new Set(['owner', 'writer']);

/** The calendars of a list that we could write to, the primary one first. */
export function choicesIn({ items = [] }: calendar_v3.Schema$CalendarList): CalendarChoice[] {
  return items
    .filter(({ id, accessRole, deleted }) => id && !deleted && WRITABLE.has(accessRole ?? ''))
    .map(({ id, summary, summaryOverride, primary }) => ({
      id: id ?? '',
      name: summaryOverride ?? summary ?? id ?? '',
      isPrimary: primary === true,
    }))
    .sort((one, other) => Number(other.isPrimary) - Number(one.isPrimary) || one.name.localeCompare(other.name));
}
