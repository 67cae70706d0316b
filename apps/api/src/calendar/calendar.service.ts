import type { AccountId } from '@domain/ids';
import {
  Calendar,
  type AppointmentEvent,
  type AppointmentEventName,
  type BusyOutcome,
  type CalendarConnection,
  type RemoveOutcome,
  type WriteOutcome,
} from '@domain/ports/calendar';
import { Injectable } from '@nestjs/common';
import { CalendarBook } from './calendar-book.service.js';
import { CalendarVault } from './calendar-vault.service.js';
import type { NotConnected } from './calendar.types.js';

/** An account's calendar as the rest of the program sees it. Asks a provider: never inside a transaction. */
@Injectable()
export class CalendarService {
  constructor(
    private readonly calendar: Calendar,
    private readonly vault: CalendarVault,
    private readonly book: CalendarBook,
  ) {}

  /**
   * Within about 1.5 s. A permission found to be gone is `disconnected`, and its owners are told, until somebody connects
   * a calendar again or disconnects this one.
   */
  busy(accountId: AccountId, from: Date, to: Date): Promise<BusyOutcome | NotConnected> {
    return this.asked(accountId, (connection) => this.calendar.busy(connection, from, to));
  }

  write(accountId: AccountId, event: Omit<AppointmentEvent, 'accountId'>): Promise<WriteOutcome | NotConnected> {
    return this.asked(accountId, (connection) => this.calendar.write(connection, { ...event, accountId }));
  }

  remove(accountId: AccountId, event: Omit<AppointmentEventName, 'accountId'>): Promise<RemoveOutcome | NotConnected> {
    return this.asked(accountId, (connection) => this.calendar.remove(connection, { ...event, accountId }));
  }

  private async asked<Outcome extends WriteOutcome | BusyOutcome>(
    accountId: AccountId,
    ask: (connection: CalendarConnection) => Promise<Outcome>,
  ): Promise<Outcome | NotConnected | { kind: 'disconnected' }> {
    const opened = await this.vault.open(accountId);
    if (opened.kind === 'none') return { kind: 'not-connected' };
    if (opened.kind === 'lost') return { kind: 'disconnected' };
    const outcome = await ask(opened.connection);
    await this.book.note(accountId, opened.sealedToken, outcome);
    return outcome;
  }
}
