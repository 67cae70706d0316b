import type { AccountId } from '@domain/ids';
import type { CarrierAccount } from '@domain/ports/line-provider';
import { Injectable } from '@nestjs/common';
import { SecretBox } from '@platform/secrets/secret-box';
import { AccountDb } from '@platform/tenancy/account-db';
import { CarrierAccountRow } from './carrier-account.entity.js';

/** A contractor's own account at the carrier and its token, sealed (SEC-02). */
@Injectable()
export class CarrierVault {
  constructor(
    private readonly db: AccountDb,
    private readonly secrets: SecretBox,
  ) {}

  async keep(accountId: AccountId, { sid, authToken }: CarrierAccount): Promise<void> {
    const sealed = this.secrets.seal(placeOf(accountId), authToken);
    await this.db.within(accountId, async (tx) => {
      await tx.query(
        `insert into carrier_accounts (account_id, carrier_sid, sealed_token) values ($1, $2, $3)
         on conflict (account_id) do update set carrier_sid = excluded.carrier_sid, sealed_token = excluded.sealed_token`,
        [accountId, sid, sealed],
      );
      await tx.query(
        `insert into routing.carrier_accounts (carrier_sid, account_id) values ($1, $2) on conflict (carrier_sid) do nothing`,
        [sid, accountId],
      );
    });
  }

  async of(accountId: AccountId): Promise<CarrierAccount | null> {
    const row = await this.db.within(accountId, (tx) => tx.findOne(CarrierAccountRow, {}));
    return row && { sid: row.carrierSid, authToken: this.secrets.open(placeOf(accountId), row.sealedToken) };
  }

  async drop(accountId: AccountId): Promise<void> {
    await this.db.within(accountId, async (tx) => {
      await tx.query(`delete from carrier_accounts where account_id = $1`, [accountId]);
      await tx.query(`delete from routing.carrier_accounts where account_id = $1`, [accountId]);
    });
  }
}

const placeOf = (accountId: AccountId): string => `${accountId}:carrier_accounts.sealed_token`;
