import type { AccountId } from '@domain/ids';
import type { EntityManager, EntityTarget, FindOptionsOrder, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import type { Connection } from './connection.js';
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
    if (sql.plain(own)) return this.rows(sql, sql.select(own, order));
    return this.manager.find(entity, { where: own, ...(order ? { order } : {}) });
  }

  async findOne<Row extends TenantRow>(entity: EntityTarget<Row>, where: FindOptionsWhere<Row>): Promise<Row | null> {
    const [sql, own] = [this.sqlOf(entity), this.own(where)];
    if (!sql.plain(own)) return this.manager.findOne(entity, { where: own });
    const [row] = await this.rows(sql, sql.select(own, {}, ' limit 1'));
    return row ?? null;
  }

  /** The row, locked until the transaction ends, so that two deciders take turns. */
  async lock<Row extends TenantRow>(entity: EntityTarget<Row>, where: FindOptionsWhere<Row>): Promise<Row | null> {
    const [sql, own] = [this.sqlOf(entity), this.own(where)];
    if (!sql.plain(own)) return this.manager.findOne(entity, { where: own, lock: { mode: 'pessimistic_write' } });
    const [row] = await this.rows(sql, sql.select(own, {}, ' limit 1 for update'));
    return row ?? null;
  }

  /** The same by a condition in SQL, in which `$1` is the account and `$2` is `value`. */
  async lockBy<Row extends TenantRow>(
    entity: EntityTarget<Row>,
    condition: string,
    value: unknown,
  ): Promise<Row | null> {
    const sql = this.sqlOf(entity);
    const [row] = await this.rows(sql, sql.lockBy(condition, [this.accountId, value]));
    return row ?? null;
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
