import { isUuid, type AccountId } from '@domain/ids';
import { notFound } from '@domain/errors/domain-error';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AccountTx } from './account-tx.js';

/** Opens transactions of one account. No other way leads to a tenant's rows. */
@Injectable()
export class AccountDb {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * One use case, one transaction, one account. The setting is local to the transaction, so it cannot leak through a
   * pooled connection. Rejects with whatever `work` throws, after rolling back.
   */
  async within<T>(accountId: AccountId, work: (tx: AccountTx) => Promise<T>): Promise<T> {
    if (!isUuid(accountId)) throw notFound('account');
    return this.dataSource.transaction(async (manager) => {
      await manager.query(`select set_config('app.account_id', $1, true)`, [accountId]);
      return work(new AccountTx(accountId, manager));
    });
  }
}
