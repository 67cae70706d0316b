import type { AccountId } from '@domain/ids';
import type { EntityManager, EntityTarget, FindOptionsOrder, FindOptionsWhere, ObjectLiteral } from 'typeorm';

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
  ) {}

  /** Rows of a statement, also for `… returning`. Write `account_id = $n` into the text: the planner needs the constant. */
  async query<Row = Record<string, unknown>>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    const result = await this.manager.queryRunner?.query(sql, parameters, true);
    return (result?.records ?? result?.raw ?? []) as Row[];
  }

  find<Row extends TenantRow>(
    entity: EntityTarget<Row>,
    where: FindOptionsWhere<Row>,
    order?: FindOptionsOrder<Row>,
  ): Promise<Row[]> {
    return this.manager.find(entity, { where: this.own(where), ...(order ? { order } : {}) });
  }

  findOne<Row extends TenantRow>(entity: EntityTarget<Row>, where: FindOptionsWhere<Row>): Promise<Row | null> {
    return this.manager.findOne(entity, { where: this.own(where) });
  }

  /** The row, locked until the transaction ends, so that two deciders take turns. */
  lock<Row extends TenantRow>(entity: EntityTarget<Row>, where: FindOptionsWhere<Row>): Promise<Row | null> {
    return this.manager.findOne(entity, { where: this.own(where), lock: { mode: 'pessimistic_write' } });
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
    const result = await this.manager.update(entity, this.own(where), patch as never);
    return result.affected ?? 0;
  }

  private own<Row extends TenantRow>(where: FindOptionsWhere<Row>): FindOptionsWhere<Row> {
    return { ...where, accountId: this.accountId } as FindOptionsWhere<Row>;
  }
}
