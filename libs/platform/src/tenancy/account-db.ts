import { isUuid, type AccountId } from '@domain/ids';
import { notFound } from '@domain/errors/domain-error';
import { Injectable } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';
import { stampEffect } from '../idempotency/keyed-request.js';
import { AccountTx } from './account-tx.js';
import { Connection } from './connection.js';
import type { Statement } from './entity-sql.js';

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
    const runner = this.dataSource.createQueryRunner();
    try {
      return await this.committed(runner, accountId, work);
    } finally {
      await runner.release();
    }
  }

  /**
   * Changes that are a transaction of their own: opened, made and committed in one round trip. Returns the rows of the last
   * of them; `changes` asks nothing itself.
   */
  async once<Row>(accountId: AccountId, changes: (tx: AccountTx) => Statement[]): Promise<Row[]> {
    const { rows } = await this.within(accountId, (tx) => {
      const result = tx.lastRows<Row>(changes(tx));
      // When the transaction fails, that is what its caller hears of.
      result.catch(() => undefined);
      return Promise.resolve({ rows: result });
    });
    return rows;
  }

  private async committed<T>(
    runner: QueryRunner,
    accountId: AccountId,
    work: (tx: AccountTx) => Promise<T>,
  ): Promise<T> {
    try {
      const connection = await Connection.of(runner);
      // One round trip opens the transaction and names the account; a UUID needs no quoting.
      connection.begin(`begin; set local app.account_id = '${accountId}'`);
      Object.assign(runner, { isTransactionActive: true });
      const tx = new AccountTx(accountId, runner.manager, connection);
      const result = await work(tx);
      await stampEffect((sql, parameters) => tx.query(sql, parameters));
      await connection.commit();
      return result;
    } catch (error) {
      // A connection that is gone has rolled back by itself; the first error is the one that tells why.
      await runner.query('rollback').catch(() => undefined);
      throw error;
    }
  }
}
