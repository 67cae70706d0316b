import type { AccountId } from '@domain/ids';
import type { CalendarConnection } from '@domain/ports/calendar';
import { CalendarConsent } from '@domain/ports/calendar-consent';
import { Injectable } from '@nestjs/common';
import { SecretBox } from '@platform/secrets/secret-box';
import { AccountDb } from '@platform/tenancy/account-db';
import { CalendarConnectionRow } from './calendar-connection.entity.js';

/** A connection ready for use, and the sealed text by which its row is recognised afterwards. */
export interface OpenedConnection {
  kind: 'open';
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

  /** `lost`: the provider ended the permission, and nobody has given it again or done without since. */
  async open(accountId: AccountId): Promise<OpenedConnection | { kind: 'none' } | { kind: 'lost' }> {
    const row = await this.db.within(accountId, (tx) => tx.findOne(CalendarConnectionRow, {}));
    if (!row) return { kind: 'none' };
    const { calendarId, sealedToken } = row;
    if (sealedToken === null) return { kind: 'lost' };
    const connection = { accountId, refreshToken: this.unseal(accountId, sealedToken), calendarId };
    return { kind: 'open', connection, sealedToken };
  }

  private unseal(accountId: AccountId, sealedToken: string): string {
    return this.secrets.open(placeOf(accountId), sealedToken);
  }
}
