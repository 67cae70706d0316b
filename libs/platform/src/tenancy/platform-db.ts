import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { stampEffect } from '../idempotency/keyed-request.js';
import { Connection } from './connection.js';
import { beginWithFewConnections } from './pool-size.js';

/** A statement runner of one transaction over tables that belong to no tenant. */
export type PlatformQuery = <Row = Record<string, unknown>>(sql: string, parameters?: unknown[]) => Promise<Row[]>;

/**
 * The schemas `routing`, `identity` and `platform`: what must be known before the tenant is.
 * Tenant tables answer with no rows here, because no account is set.
 */
@Injectable()
export class PlatformDb {
  constructor(private readonly dataSource: DataSource) {}

  /** One statement is its own transaction: no round trips to open and close one. */
  async query<Row = Record<string, unknown>>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    const runner = this.dataSource.createQueryRunner();
    try {
      return (await (await Connection.of(runner)).query(sql, parameters)).rows as Row[];
    } finally {
      await runner.release();
    }
  }

  async within<T>(work: (query: PlatformQuery) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      return await this.committed(await Connection.of(runner), work);
    } finally {
      await runner.release();
    }
  }

  /** The program keeps to few connections until the function that is returned is called. */
  beginWithFewConnections(): () => void {
    return beginWithFewConnections(this.dataSource);
  }

  private async committed<T>(connection: Connection, work: (query: PlatformQuery) => Promise<T>): Promise<T> {
    try {
      connection.begin('begin');
      const query = async <Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> =>
        (await connection.query(sql, parameters)).rows as Row[];
      const result = await work(query);
      await stampEffect(query);
      await connection.commit();
      return result;
    } catch (error) {
      // A connection that is gone has rolled back by itself; the first error is the one that tells why.
      await connection.run('rollback').catch(() => undefined);
      throw error;
    }
  }
}
