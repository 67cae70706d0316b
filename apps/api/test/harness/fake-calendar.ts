import {
  Calendar,
  type AppointmentEvent,
  type AppointmentEventName,
  type BusyOutcome,
  type CalendarConnection,
  type RemoveOutcome,
  type WriteOutcome,
} from '@domain/ports/calendar';
import {
  CalendarConsent,
  type ChoicesOutcome,
  type ConsentQuestion,
  type RedeemOutcome,
} from '@domain/ports/calendar-consent';

/** The calendar of tests: remembers what stands in it; a test scripts what it answers. */
export class FakeCalendar extends Calendar {
  readonly events: (AppointmentEvent & { calendarId: string })[] = [];
  /** With which permissions it was asked. */
  readonly askedWith: CalendarConnection[] = [];
  onBusy: (from: Date, to: Date) => BusyOutcome = () => ({ kind: 'ok', busy: [] });
  onWrite: (event: AppointmentEvent) => WriteOutcome = () => ({ kind: 'ok' });
  onRemove: (event: AppointmentEventName) => RemoveOutcome = () => ({ kind: 'ok' });

  override busy(connection: CalendarConnection, from: Date, to: Date): Promise<BusyOutcome> {
    this.askedWith.push(connection);
    return Promise.resolve(this.onBusy(from, to));
  }

  override write(connection: CalendarConnection, event: AppointmentEvent): Promise<WriteOutcome> {
    this.askedWith.push(connection);
    const outcome = this.onWrite(event);
    if (outcome.kind === 'ok' && !this.events.some((known) => isSame(known, event)))
      this.events.push({ ...event, calendarId: connection.calendarId });
    return Promise.resolve(outcome);
  }

  override remove(connection: CalendarConnection, event: AppointmentEventName): Promise<RemoveOutcome> {
    this.askedWith.push(connection);
    const outcome = this.onRemove(event);
    const at = this.events.findIndex((known) => isSame(known, event));
    if (outcome.kind === 'ok' && at >= 0) this.events.splice(at, 1);
    return Promise.resolve(outcome);
  }
}

const isSame = (one: AppointmentEventName, other: AppointmentEventName): boolean =>
  one.accountId === other.accountId && one.appointmentId === other.appointmentId && one.attempt === other.attempt;

/** A person at the provider who says yes to everything; the code `good-1` gives the permission `permission-1`. */
export class FakeCalendarConsent extends CalendarConsent {
  override isOffered = true;
  readonly questions: ConsentQuestion[] = [];
  readonly revoked: string[] = [];
  /** The verifiers that codes were redeemed with. */
  readonly verifiers: string[] = [];
  onRedeem: (code: string) => RedeemOutcome = (code) =>
    code.startsWith('good-')
      ? { kind: 'granted', refreshToken: code.replace('good', 'permission') }
      : { kind: 'not-valid' };
  onCalendars: () => ChoicesOutcome = () => ({
    kind: 'ok',
    calendars: [
      { id: 'dave@metro.example', name: 'dave@metro.example', isPrimary: true },
      { id: 'jobs@group.calendar.example', name: 'Jobs', isPrimary: false },
    ],
  });
  canRevoke = true;

  override questionUrl(question: ConsentQuestion): string {
    this.questions.push(question);
    return `https://accounts.example/auth?state=${encodeURIComponent(question.state)}`;
  }

  override redeem(code: string, codeVerifier: string): Promise<RedeemOutcome> {
    this.verifiers.push(codeVerifier);
    return Promise.resolve(this.onRedeem(code));
  }

  override calendars(): Promise<ChoicesOutcome> {
    return Promise.resolve(this.onCalendars());
  }

  override revoke(refreshToken: string): Promise<boolean> {
    this.revoked.push(refreshToken);
    return Promise.resolve(this.canRevoke);
  }
}
