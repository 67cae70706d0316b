import type { DataSource, EntityMetadata, EntityTarget, FindOptionsOrder, ObjectLiteral } from 'typeorm';

export interface Statement {
  sql: string;
  parameters: unknown[];
  /** By which statements after it in the same `together` read what it returns. */
  name?: string;
}

/** `also`: one more column. `tail`: a limit or a lock. */
interface Wanted<Row> {
  order?: FindOptionsOrder<Row>;
  also?: string;
  tail?: string;
}

/**
 * The plain statements of one entity: rows by equal columns, and their change. TypeORM's query builder makes the same
 * ones, at a third of a millisecond of CPU each; a page of an emergency takes twenty of them, and in a storm that is the
 * time a technician waits. Anything but equality is left to it: `plain` tells.
 */
export class EntitySql<Row extends ObjectLiteral> {
  private static readonly known = new WeakMap<EntityMetadata, EntitySql<ObjectLiteral>>();
  private readonly names: ReadonlyMap<string, string>;
  private readonly columns: string;

  private constructor(
    private readonly source: DataSource,
    private readonly entity: EntityMetadata,
  ) {
    this.names = new Map(entity.columns.map((column) => [column.propertyName, `"${column.databaseName}"`]));
    this.columns = [...this.names.values()].join(', ');
  }

  static of<Row extends ObjectLiteral>(source: DataSource, target: EntityTarget<Row>): EntitySql<Row> {
    const metadata = source.getMetadata(target);
    const sql = EntitySql.known.get(metadata) ?? new EntitySql<ObjectLiteral>(source, metadata);
    EntitySql.known.set(metadata, sql);
    return sql as EntitySql<Row>;
  }

  /** Whether these are values of columns alone: no operators, no nulls, no relations. */
  plain(values: object): boolean {
    return Object.entries(values).every(([name, value]) => this.names.has(name) && isValue(value));
  }

  /** Whether a change sets columns to values or null, and at least one. */
  settable(patch: object): boolean {
    const values = Object.entries(patch).filter(([, value]) => value !== undefined);
    return values.length > 0 && values.every(([name, value]) => this.names.has(name) && typeof value !== 'function');
  }

  select(where: object, { order = {}, also, tail = '' }: Wanted<Row> = {}): Statement {
    const parameters: unknown[] = [];
    const by = Object.entries(order).map(([name, way]) => `${this.names.get(name)} ${way === 'DESC' ? 'desc' : 'asc'}`);
    const ordered = by.length > 0 ? ` order by ${by.join(', ')}` : '';
    const columns = also ? `${this.columns}, ${also}` : this.columns;
    const from = `select ${columns} from "${this.entity.tableName}"`;
    return { sql: `${from}${this.where(where, parameters)}${ordered}${tail}`, parameters };
  }

  /** The columns of `table` in a query of several, each under a name of its own that `hydrated` finds again. */
  columnsOf(table: string): string {
    return this.entity.columns.map(({ databaseName: name }) => `${table}."${name}" as "${table}.${name}"`).join(', ');
  }

  update(where: object, patch: object): Statement {
    const parameters: unknown[] = [];
    // The condition first: `account_id` is then always the first parameter.
    const condition = this.where(where, parameters);
    const set = Object.entries(patch).flatMap(([name, value]) =>
      value === undefined ? [] : [`${this.names.get(name)} = $${parameters.push(this.stored(name, value))}`],
    );
    return { sql: `update "${this.entity.tableName}" set ${set.join(', ')}${condition}`, parameters };
  }

  /** A row as TypeORM would give it: an instance of its class, with its transformers applied. */
  hydrated(row: Record<string, unknown>, table?: string): Row {
    const made = this.entity.create() as Row;
    for (const column of this.entity.columns)
      Reflect.set(
        made,
        column.propertyName,
        this.source.driver.prepareHydratedValue(
          row[table ? `${table}.${column.databaseName}` : column.databaseName],
          column,
        ) as unknown,
      );
    return made;
  }

  private where(where: object, parameters: unknown[]): string {
    // The account's own condition comes first, as in the indexes.
    const conditions = Object.entries(where)
      .toSorted(([a], [b]) => Number(b === 'accountId') - Number(a === 'accountId'))
      .map(([name, value]) => `${this.names.get(name)} = $${parameters.push(this.stored(name, value))}`);
    return conditions.length > 0 ? ` where ${conditions.join(' and ')}` : '';
  }

  private stored(name: string, value: unknown): unknown {
    const column = this.entity.findColumnWithPropertyName(name);
    return column ? this.source.driver.preparePersistentValue(value, column) : value;
  }
}

const isValue = (value: unknown): boolean =>
  ['string', 'number', 'boolean'].includes(typeof value) || value instanceof Date;
