import type { AccountId } from '@domain/ids';
import type { EntityManager, EntityTarget, FindOptionsOrder, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import type { Connection } from './connection.js';
import { combined } from './combined-statement.js';
import { EntitySql, type Statement } from './entity-sql.js';

/** Every tenant row names its account. */
export type TenantRow = ObjectLiteral & { accountId: string };

/**
 * The only door to tenant rows: one open transaction of one account (law 2).
 * Each method adds the account itself; row-level security stands behind as the second wall.
 */
export class AccountTx {
  constructor(
    readonly accountId: AccountId,
    private readonly manager: EntityManager,
    private readonly connection: Connection,
  ) {}

  /** Rows of a statement, also for `… returning`. Write `account_id = $n` into the text: the planner needs the constant. */
  async query<Row = Record<string, unknown>>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return (await this.connection.query(sql, parameters)).rows as Row[];
  }

  async find<Row extends TenantRow>(
    entity: EntityTarget<Row>,
    where: FindOptionsWhere<Row>,
    order?: FindOptionsOrder<Row>,
  ): Promise<Row[]> {
    const [sql, own] = [this.sqlOf(entity), this.own(where)];
    if (sql.plain(own)) return this.rows(sql, sql.select(own, { ...(order ? { order } : {}) }));
    return this.manager.find(entity, { where: own, ...(order ? { order } : {}) });
  }

  async findOne<Row extends TenantRow>(entity: EntityTarget<Row>, where: FindOptionsWhere<Row>): Promise<Row | null> {
    const [sql, own] = [this.sqlOf(entity), this.own(where)];
    if (!sql.plain(own)) return this.manager.findOne(entity, { where: own });
    const [row] = await this.rows(sql, sql.select(own, { tail: ' limit 1' }));
    return row ?? null;
  }

  /** The row, locked until the transaction ends, so that two deciders take turns. */
  async lock<Row extends TenantRow>(entity: EntityTarget<Row>, where: FindOptionsWhere<Row>): Promise<Row | null> {
    const [sql, own] = [this.sqlOf(entity), this.own(where)];
    if (!sql.plain(own)) return this.manager.findOne(entity, { where: own, lock: { mode: 'pessimistic_write' } });
    const [row] = await this.rows(sql, sql.select(own, { tail: ' limit 1 for update' }));
    return row ?? null;
  }

  /** The same by plain values, with the clock that rings alarms. */
  async lockDue<Row extends TenantRow>(
    entity: EntityTarget<Row>,
    where: FindOptionsWhere<Row>,
  ): Promise<{ row: Row; now: Date } | null> {
    const sql = this.sqlOf(entity);
    const statement = sql.select(this.own(where), { also: 'app_now() as now', tail: ' for update' });
    const [row] = await this.query<Record<string, unknown> & { now: Date }>(statement.sql, statement.parameters);
    return row ? { row: sql.hydrated(row), now: row.now } : null;
  }

  /**
   * Rows of two entities that belong together, locked in the order given: `from` names them `first` and `second`, `$1` in it
   * is the account. `now` is the clock that rings alarms, read with them.
   */
  async lockBoth<A extends TenantRow, B extends TenantRow>(
    entities: { first: EntityTarget<A>; second: EntityTarget<B> },
    from: string,
    values: unknown[],
  ): Promise<{ first: A; second: B; now: Date } | null> {
    const [first, second] = [this.sqlOf(entities.first), this.sqlOf(entities.second)];
    const [row] = await this.query<Record<string, unknown> & { now: Date }>(
      `select ${first.columnsOf('first')}, ${second.columnsOf('second')}, app_now() as now ${from} for update of first, second`,
      [this.accountId, ...values],
    );
    return row ? { first: first.hydrated(row, 'first'), second: second.hydrated(row, 'second'), now: row.now } : null;
  }

  /** Rows of one entity by a statement of its own, which returns the columns it is given: those of a table named `row`. */
  async rowsBy<Row extends TenantRow>(
    entity: EntityTarget<Row>,
    statement: (columns: string) => string,
    parameters: unknown[],
  ): Promise<Row[]> {
    const sql = this.sqlOf(entity);
    const rows = await this.query(statement(sql.columnsOf('row')), parameters);
    return rows.map((row) => sql.hydrated(row, 'row'));
  }

  /** A change for `together`. `where` and `patch` are plain values; a patch of nothing but undefined changes nothing. */
  updating<Row extends TenantRow>(
    entity: EntityTarget<Row>,
    where: FindOptionsWhere<Row>,
    patch: Partial<Omit<Row, 'accountId'>>,
  ): Statement {
    return this.sqlOf(entity).update(this.own(where), patch);
  }

  /** Changes in one round trip. They see the same moment, so no two of them may touch the same row. */
  async together(changes: Statement[]): Promise<void> {
    const { sql, parameters } = combined(changes);
    await this.query(sql, parameters);
  }

  /** The same for changes that the next statement follows at once: sent with it, which fails when they fail. */
  soon(changes: Statement[]): void {
    const { sql, parameters } = combined(changes);
    this.connection.soon(sql, parameters);
  }

  /** The same as the end of a transaction: sent with its commit, which fails when they fail. */
  lastly(changes: Statement[]): void {
    // The commit tells of its failure.
    this.lastRows(changes).catch(() => undefined);
  }

  /** The same, with the rows that the last of them returns: there when the transaction is over, so nobody may wait for them in it. */
  async lastRows<Row>(changes: Statement[]): Promise<Row[]> {
    const { sql, parameters } = combined(changes);
    return (await this.connection.last(sql, parameters)).rows as Row[];
  }

  async insert<Row extends TenantRow>(entity: EntityTarget<Row>, row: Partial<Omit<Row, 'accountId'>>): Promise<void> {
    await this.manager.insert(entity, { ...row, accountId: this.accountId } as never);
  }

  /** Number of rows changed. */
  async update<Row extends TenantRow>(
    entity: EntityTarget<Row>,
    where: FindOptionsWhere<Row>,
    patch: Partial<Omit<Row, 'accountId'>>,
  ): Promise<number> {
    const [sql, own] = [this.sqlOf(entity), this.own(where)];
    if (!sql.plain(own) || !sql.settable(patch))
      return (await this.manager.update(entity, own, patch as never)).affected ?? 0;
    const { sql: text, parameters } = sql.update(own, patch);
    return (await this.connection.query(text, parameters)).rowCount ?? 0;
  }

  private sqlOf<Row extends TenantRow>(entity: EntityTarget<Row>): EntitySql<Row> {
    return EntitySql.of(this.manager.dataSource, entity);
  }

  private async rows<Row extends TenantRow>(sql: EntitySql<Row>, statement: Statement): Promise<Row[]> {
    const rows = await this.query(statement.sql, statement.parameters);
    return rows.map((row) => sql.hydrated(row));
  }

  private own<Row extends TenantRow>(where: FindOptionsWhere<Row>): FindOptionsWhere<Row> {
    return { ...where, accountId: this.accountId } as FindOptionsWhere<Row>;
  }
}
