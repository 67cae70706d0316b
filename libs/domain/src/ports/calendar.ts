/** A calendar that somebody let us use. Nobody but the implementation reads it, and nothing of it is ever logged. */
export interface CalendarConnection {
  /** Whose it is here: events of this account are its own bookings. */
  accountId: string;
  /** Stands for the person's permission until they take it back. */
  refreshToken: string;
  /** Which of their calendars, in the provider's words. */
  calendarId: string;
}

/** `from` belongs to it, `to` does not. */
export interface BusyTime {
  from: Date;
  to: Date;
}

/** An appointment as it stands in the calendar. */
export interface AppointmentEvent {
  accountId: string;
  appointmentId: string;
  /**
   * Counts from 1, one more whenever the appointment is moved or written anew. Account, appointment and attempt together
   * name the event: the same three written twice are one event, and one that was removed cannot come back.
   */
  attempt: number;
  from: Date;
  to: Date;
  /** IANA name of the account's zone. */
  timeZone: string;
  title: string;
  /** Plain text. */
  notes: string;
  /** Where the work is; left out when nobody said. */
  location?: string;
}

/** What names an event of ours. */
export type AppointmentEventName = Pick<AppointmentEvent, 'accountId' | 'appointmentId' | 'attempt'>;

/**
 * `disconnected`: the permission is gone and only a person can give it again. `unavailable`: not to be known at the
 * moment (silence, a limit, an error, a calendar that cannot be read); never to be taken for free time.
 */
export type CalendarFailure = { kind: 'disconnected' } | { kind: 'unavailable'; reason: string };

export type BusyOutcome = { kind: 'ok'; busy: BusyTime[] } | CalendarFailure;

/**
 * `conflict`: somebody else's event was there first, or ours was moved or thrown away by hand. Nothing of ours is left at
 * that time then, and a person has to decide.
 */
export type WriteOutcome = { kind: 'ok' } | { kind: 'conflict' } | CalendarFailure;

/** `ok` also for an event that is not there any more. */
export type RemoveOutcome = { kind: 'ok' } | CalendarFailure;

/**
 * The calendar a contractor's people live by (decision 13). Implementations own time-outs, never throw for what the
 * provider says, never retry and never log what is in an event (law 7). Never called inside a transaction.
 */
export abstract class Calendar {
  /**
   * When the calendar is taken between two moments, merged and in order. Our own bookings, which our own rows count,
   * are left out wherever nothing else is at that time. Answers within 1.5 s, because a caller is
   * waiting: what is not known by then is `unavailable` ("the office will confirm").
   */
  abstract busy(connection: CalendarConnection, from: Date, to: Date): Promise<BusyOutcome>;

  /**
   * Puts the appointment into the calendar and looks whether the time was still free. Writing the same attempt again is
   * recognised. Events of ours do not stand in each other's way: our own bookings are counted by our own rows.
   */
  abstract write(connection: CalendarConnection, event: AppointmentEvent): Promise<WriteOutcome>;

  abstract remove(connection: CalendarConnection, event: AppointmentEventName): Promise<RemoveOutcome>;
}
