import type { AccountId } from '@domain/ids';
import type { CalendarConnection } from '@domain/ports/calendar';
import { CalendarConsent } from '@domain/ports/calendar-consent';
import { Injectable } from '@nestjs/common';
import { SecretBox } from '@platform/secrets/secret-box';
import { AccountDb } from '@platform/tenancy/account-db';
import { CalendarConnectionRow } from './calendar-connection.entity.js';

/** A connection ready for use, and the sealed text by which its row is recognised afterwards. */
export interface OpenedConnection {
  connection: CalendarConnection;
  sealedToken: string;
}

const placeOf = (accountId: AccountId): string => `${accountId}:calendar_connections.sealed_token`;

/** The permission to use a contractor's calendar, sealed (SEC-02). */
@Injectable()
export class CalendarVault {
  constructor(
    private readonly db: AccountDb,
    private readonly secrets: SecretBox,
    private readonly consent: CalendarConsent,
  ) {}

  seal(accountId: AccountId, refreshToken: string): string {
    return this.secrets.seal(placeOf(accountId), refreshToken);
  }

  /** Tells the provider that this permission has ended. False when it could not be told. */
  giveBack(accountId: AccountId, sealedToken: string): Promise<boolean> {
    return this.consent.revoke(this.unseal(accountId, sealedToken));
  }

  /** Null while nothing is connected, or when the permission was lost. */
  async open(accountId: AccountId): Promise<OpenedConnection | null> {
    const row = await this.db.within(accountId, (tx) => tx.findOne(CalendarConnectionRow, {}));
    if (!row || row.sealedToken === null) return null;
    const { calendarId, sealedToken } = row;
    return { connection: { refreshToken: this.unseal(accountId, sealedToken), calendarId }, sealedToken };
  }

  private unseal(accountId: AccountId, sealedToken: string): string {
    return this.secrets.open(placeOf(accountId), sealedToken);
  }
}
