import {
  Calendar,
  type AppointmentEvent,
  type AppointmentEventName,
  type BusyOutcome,
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
import { busyIn, eventId, googleEvent, isInTheWay, stillStands } from './google-wire.js';

const BUSY_WITHIN_MS = 1500;
const WRITE_WITHIN_MS = 10_000;
/** More than anybody has in the hours of one appointment. */
const MOST_RIVALS = 250;

/** Google Calendar. Nothing is kept between two questions: a minute-old "free" would promise a slot that is taken. */
@Injectable()
export class GoogleCalendar extends Calendar {
  private readonly tokens: GoogleTokens;

  constructor(private readonly env: Env) {
    super();
    this.tokens = new GoogleTokens(env);
  }

  override async busy({ refreshToken, calendarId }: CalendarConnection, from: Date, to: Date): Promise<BusyOutcome> {
    const query = { timeMin: from.toISOString(), timeMax: to.toISOString(), items: [{ id: calendarId }] };
    const session = this.session(refreshToken, BUSY_WITHIN_MS);
    const asked = await session.ask((api, options) => api.freebusy.query({ requestBody: query }, options));
    return asked.kind === 'ok' ? busyIn(asked.value, calendarId) : outcomeOf(asked);
  }

  /**
   * First our event, then a look at who else is there: whoever comes later sees ours. Asked for the events and not for
   * free/busy, which would show our own event as busy time and could not tell it from another.
   */
  override async write(connection: CalendarConnection, event: AppointmentEvent): Promise<WriteOutcome> {
    const session = this.session(connection.refreshToken, WRITE_WITHIN_MS);
    const put = await this.put(session, connection.calendarId, event);
    if (put.kind !== 'ok') return put;
    const rivals = await this.rivals(session, connection.calendarId, event);
    if (rivals.kind !== 'ok') return outcomeOf(rivals);
    if (rivals.value === 0) return { kind: 'ok' };
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

  private async rivals(session: GoogleSession, calendarId: string, event: AppointmentEvent): Promise<Asked<number>> {
    const window = { timeMin: event.from.toISOString(), timeMax: event.to.toISOString() };
    const asked: Asked<calendar_v3.Schema$Events> = await session.ask((api, options) =>
      api.events.list({ calendarId, ...window, singleEvents: true, maxResults: MOST_RIVALS }, options),
    );
    if (asked.kind !== 'ok') return asked;
    return { kind: 'ok', value: (asked.value.items ?? []).filter((found) => isInTheWay(found, event)).length };
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
