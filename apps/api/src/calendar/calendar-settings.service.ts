import type { AccountId } from '@domain/ids';
import { CalendarConsent, type CalendarChoice } from '@domain/ports/calendar-consent';
import { notFound } from '@domain/errors/domain-error';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { CalendarBook } from './calendar-book.service.js';
import { CalendarConnectionRow } from './calendar-connection.entity.js';
import { CalendarVault } from './calendar-vault.service.js';
import { calendarUnavailable, notConnected } from './calendar.errors.js';
import type { CalendarStanding } from './calendar.types.js';

const NOTHING = {
  connectedAs: null,
  calendarId: null,
  calendarName: null,
  connectedAt: null,
  lookedAt: null,
  failure: null,
  lostAt: null,
};

/** What an owner sees and chooses of the connected calendar. */
@Injectable()
export class CalendarSettingsService {
  constructor(
    private readonly db: AccountDb,
    private readonly consent: CalendarConsent,
    private readonly vault: CalendarVault,
    private readonly book: CalendarBook,
  ) {}

  standing(accountId: AccountId): Promise<CalendarStanding> {
    return this.db.within(accountId, (tx) => this.read(tx));
  }

  async read(tx: AccountTx): Promise<CalendarStanding> {
    const row = await tx.findOne(CalendarConnectionRow, {});
    const { isOffered } = this.consent;
    if (!row) return { isOffered, state: 'none', ...NOTHING };
    const { connectedAs, calendarId, calendarName, connectedAt, lookedAt, failureCode: failure, lostAt } = row;
    const state = lostAt ? 'lost' : 'connected';
    return { isOffered, state, connectedAs, calendarId, calendarName, connectedAt, lookedAt, failure, lostAt };
  }

  /** The calendars to choose from, as Google has them now. Throws `calendar-not-connected`, `calendar-unavailable`. */
  async choices(accountId: AccountId): Promise<CalendarChoice[]> {
    const opened = await this.vault.open(accountId);
    if (opened.kind !== 'open') throw notConnected();
    const found = await this.consent.calendars(opened.connection.refreshToken);
    if (found.kind === 'ok') return found.calendars;
    await this.book.note(accountId, opened.sealedToken, found);
    throw found.kind === 'disconnected' ? notConnected() : calendarUnavailable();
  }

  /** Throws what `choices` does, and `calendar-not-found` for one that cannot be written to. */
  async choice(accountId: AccountId, calendarId: string): Promise<CalendarChoice> {
    const chosen = (await this.choices(accountId)).find(({ id }) => id === calendarId);
    if (!chosen) throw notFound('calendar');
    return chosen;
  }
}
