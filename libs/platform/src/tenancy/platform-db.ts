import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

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
      const result = await runner.query(sql, parameters, true);
      return (result?.records ?? result?.raw ?? []) as Row[];
    } finally {
      await runner.release();
    }
  }

  async within<T>(work: (query: PlatformQuery) => Promise<T>): Promise<T> {
    return this.dataSource.transaction((manager) =>
      work(async <Row>(sql: string, parameters: unknown[] = []) => {
        const result = await manager.queryRunner?.query(sql, parameters, true);
        return (result?.records ?? result?.raw ?? []) as Row[];
      }),
    );
  }
}
