import {
  Calendar,
  type AppointmentEvent,
  type AppointmentEventName,
  type BusyOutcome,
  type BusyTime,
  type CalendarConnection,
  type RemoveOutcome,
  type WriteOutcome,
} from '@domain/ports/calendar';
import type { calendar_v3 } from '@googleapis/calendar';
import { Injectable } from '@nestjs/common';
import { Env } from '@platform/env/env';
import { failureOf } from './google-failure.js';
import { GoogleSession, type Asked } from './google-session.js';
import { GoogleTokens } from './google-tokens.js';
import { withoutOurs } from './google-own-events.js';
import { busyIn, eventId, googleEvent, isInTheWay, stillStands } from './google-wire.js';

const BUSY_WITHIN_MS = 1500;
const WRITE_WITHIN_MS = 10_000;
/** As many as Google gives in one answer. */
const MOST_EVENTS = 2500;
/** Neither titles nor words of people's own events are asked for. */
const READ_FIELDS =
  'nextPageToken,items(id,status,transparency,start,end,attendees(self,responseStatus),extendedProperties/private)';

/** Google Calendar. Nothing is kept between two questions: a minute-old "free" would promise a slot that is taken. */
@Injectable()
export class GoogleCalendar extends Calendar {
  private readonly tokens: GoogleTokens;

  constructor(private readonly env: Env) {
    super();
    this.tokens = new GoogleTokens(env);
  }

  override async busy(connection: CalendarConnection, from: Date, to: Date): Promise<BusyOutcome> {
    const { refreshToken, calendarId, accountId } = connection;
    const query = { timeMin: from.toISOString(), timeMax: to.toISOString(), items: [{ id: calendarId }] };
    const session = this.session(refreshToken, BUSY_WITHIN_MS);
    const asked = await session.ask((api, options) => api.freebusy.query({ requestBody: query }, options));
    if (asked.kind !== 'ok') return outcomeOf(asked);
    const seen = busyIn(asked.value, calendarId);
    if (seen.kind !== 'ok' || seen.busy.length === 0) return seen;
    const events = await this.events(session, calendarId, { from, to });
    // Not told, or too many for one answer: then our own bookings count as busy time too, which promises nobody too much.
    if (events.kind !== 'ok' || events.value.nextPageToken) return seen;
    return { kind: 'ok', busy: withoutOurs(seen.busy, events.value.items ?? [], accountId) };
  }

  /**
   * First our event, then a look at who else is there: whoever comes later sees ours. Asked for the events and not for
   * free/busy, which would show our own event as busy time and could not tell it from another.
   */
  override async write(connection: CalendarConnection, event: AppointmentEvent): Promise<WriteOutcome> {
    const session = this.session(connection.refreshToken, WRITE_WITHIN_MS);
    const put = await this.put(session, connection.calendarId, event);
    if (put.kind !== 'ok') return put;
    const there = await this.events(session, connection.calendarId, event);
    if (there.kind !== 'ok') return outcomeOf(there);
    if (!there.value.items?.some((found) => isInTheWay(found, event.accountId))) return { kind: 'ok' };
    const gone = await this.takeOut(session, connection.calendarId, event);
    return gone.kind === 'ok' ? { kind: 'conflict' } : gone;
  }

  override remove(connection: CalendarConnection, event: AppointmentEventName): Promise<RemoveOutcome> {
    const session = this.session(connection.refreshToken, WRITE_WITHIN_MS);
    return this.takeOut(session, connection.calendarId, event);
  }

  private session(refreshToken: string, withinMs: number): GoogleSession {
    return new GoogleSession(this.env, this.tokens, refreshToken, withinMs);
  }

  private async put(session: GoogleSession, calendarId: string, event: AppointmentEvent): Promise<WriteOutcome> {
    const insertion = { calendarId, sendUpdates: 'none', requestBody: googleEvent(event) };
    const asked = await session.ask((api, options) => api.events.insert(insertion, options));
    if (asked.kind === 'ok') return { kind: 'ok' };
    // 409: written before, by a try whose answer was lost.
    return asked.kind === 'refused' && asked.status === 409
      ? this.foundAgain(session, calendarId, event)
      : outcomeOf(asked);
  }

  private async foundAgain(session: GoogleSession, calendarId: string, event: AppointmentEvent): Promise<WriteOutcome> {
    const asked = await session.ask((api, options) => api.events.get({ calendarId, eventId: eventId(event) }, options));
    if (asked.kind === 'ok') return { kind: stillStands(asked.value, event) ? 'ok' : 'conflict' };
    return isGone(asked) ? { kind: 'conflict' } : outcomeOf(asked);
  }

  /** What is in the calendar between two moments, recurring events one by one. */
  private events(
    session: GoogleSession,
    calendarId: string,
    { from, to }: BusyTime,
  ): Promise<Asked<calendar_v3.Schema$Events>> {
    const window = {
      timeMin: from.toISOString(),
      timeMax: to.toISOString(),
      singleEvents: true,
      maxResults: MOST_EVENTS,
    };
    return session.ask((api, options) => api.events.list({ calendarId, ...window, fields: READ_FIELDS }, options));
  }

  private async takeOut(
    session: GoogleSession,
    calendarId: string,
    event: AppointmentEventName,
  ): Promise<RemoveOutcome> {
    const deletion = { calendarId, eventId: eventId(event), sendUpdates: 'none' };
    const asked = await session.ask((api, options) => api.events.delete(deletion, options));
    return asked.kind === 'ok' || isGone(asked) ? { kind: 'ok' } : outcomeOf(asked);
  }
}

type NotOk = Exclude<Asked<never>, { kind: 'ok' }>;

const outcomeOf = (asked: NotOk) => (asked.kind === 'refused' ? failureOf(asked) : asked);

const isGone = (asked: NotOk): boolean => asked.kind === 'refused' && (asked.status === 404 || asked.status === 410);
