import type { TestDatabase } from '../harness/test-database.js';
import { Client } from 'pg';

/** A contractor or agency of the matrix, by one letter. */
export type Owner = 'A' | 'B' | 'G' | 'C' | 'S' | 'X' | 'Y';

/** Columns that the program reads as something other than words; a canary there would be a fault, not a test. */
const READ_AS_DATA =
  /(_sid|_hash|_url|_kind|_step|_state|_id)$|^(time_zone|number|kind|step|event|provider|event_key|state|outcome|unit|code|trade|sealed_\w+|.*phone.*|.*email.*|.*_number|digest_slack_webhook|voice_id|hand_off|starts_on|service_type|category|safety_\w+|caller_tone|role|text_kind|accepted_via|sender)$/;

interface Column {
  table: string;
  column: string;
  type: string;
  isRequired: boolean;
  hasDefault: boolean;
}

/** Whose row is made. */
interface Own {
  accountId: string;
  area: string;
  ids: Map<string, string>;
}

interface Reference {
  table: string;
  columns: string[];
  to: string;
}

/** Puts a canary into every text column of every tenant table that takes one, from the catalogue (reference 1.4). */
export class Canaries {
  private constructor(
    private readonly admin: Client,
    private readonly columns: Column[],
    private readonly references: Reference[],
  ) {}

  static async open(db: TestDatabase): Promise<Canaries> {
    const admin = new Client({ connectionString: db.adminUrl });
    await admin.connect();
    // Triggers and foreign keys rest: rows are laid as they would lie, not as they came about.
    await admin.query(`set session_replication_role = replica`);
    const columns = await admin.query<Column>(
      `select c.table_name as table, c.column_name as column, c.data_type as type, c.is_nullable = 'NO' as "isRequired",
              c.column_default is not null or c.is_identity = 'YES' as "hasDefault"
       from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
       where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.table_name <> 'schema_migrations'
       order by c.table_name, c.ordinal_position`,
    );
    const references = await admin.query<Reference>(
      `select k.conrelid::regclass::text as table, k.confrelid::regclass::text as to,
              array(select a.attname::text from pg_attribute a where a.attrelid = k.conrelid and a.attnum = any (k.conkey) and a.attname <> 'account_id') as columns
       from pg_constraint k where k.contype = 'f' and k.connamespace = 'public'::regnamespace`,
    );
    return new Canaries(admin, columns.rows, references.rows);
  }

  close(): Promise<void> {
    return this.admin.end();
  }

  get tables(): string[] {
    return [...new Set(this.columns.map(({ table }) => table))];
  }

  /** A row in each of the account's tables that has none. Returns the tables that stayed empty. */
  async fill(accountId: string, area: string): Promise<string[]> {
    const empty: string[] = [];
    for (const table of this.inOrder()) {
      const { rows } = await this.admin.query(`select 1 from ${table} where account_id = $1 limit 1`, [accountId]);
      if (rows.length === 0 && !(await this.insert(table, accountId, area))) empty.push(table);
    }
    return empty;
  }

  /** Returns how many columns carry a canary now. */
  async plant(accountId: string, owner: Owner, area: string): Promise<number> {
    let planted = 0;
    for (const { table, column, type } of this.columns) {
      if (type === 'text' && /phone/.test(column)) await this.movePhone(table, column, accountId, area);
      if (type !== 'text' || READ_AS_DATA.test(column)) continue;
      if (
        await this.attempt(`update ${table} set ${column} = $2 where account_id = $1`, [
          accountId,
          canary(owner, table, column),
        ])
      )
        planted += 1;
    }
    return planted;
  }

  /** Every versioned row of the account in one version of its own. */
  async setVersions(accountId: string, version: number): Promise<void> {
    for (const { table } of this.columns.filter(({ column, type }) => column === 'version' && type === 'integer'))
      await this.attempt(`update ${table} set version = $2 where account_id = $1`, [accountId, version]);
  }

  /** The place of the account's last journal entry in the live stream. */
  async cursorOf(accountId: string): Promise<string> {
    const { rows } = await this.admin.query<{ cursor: string }>(
      `select xid::text || '-' || seq as cursor from journal where account_id = $1 order by xid desc, seq desc limit 1`,
      [accountId],
    );
    return rows[0]?.cursor ?? '1-0';
  }

  /** One id per table of the account: what a path parameter can name. */
  async idsOf(accountId: string): Promise<Map<string, string>> {
    const ids = new Map<string, string>();
    for (const table of this.tables.filter((name) => this.has(name, 'id'))) {
      const { rows } = await this.admin.query<{ id: string }>(
        `select id from ${table} where account_id = $1 order by id limit 1`,
        [accountId],
      );
      if (rows[0]) ids.set(table, rows[0].id);
    }
    const { rows } = await this.admin.query<{ number: number }>(
      `select min(number) as number from config_versions where account_id = $1`,
      [accountId],
    );
    return ids.set('config_versions.number', String(rows[0]?.number ?? 1));
  }

  /** A digest of everything that belongs to an account, tenant tables and what precedes the tenant. */
  async fingerprint(accountId: string): Promise<string> {
    const outside = [
      'identity.api_keys',
      'identity.invitations',
      'routing.access_grants',
      'routing.memberships',
      'routing.accounts',
      'routing.lines',
    ];
    const parts = [...this.tables, ...outside].map(
      (table) =>
        `select '${table}' as name, md5(coalesce(string_agg(to_jsonb(t)::text, '' order by to_jsonb(t)::text), '')) as sum from ${table} t where account_id = $1`,
    );
    const { rows } = await this.admin.query<{ all: string }>(
      `select string_agg(name || '=' || sum, E'\\n' order by name) as all from (${parts.join(' union all ')}) sums`,
      [accountId],
    );
    return rows[0]?.all ?? '';
  }

  private has(table: string, column: string): boolean {
    return this.columns.some((one) => one.table === table && one.column === column);
  }

  /** Referenced tables before those that refer to them. */
  private inOrder(): string[] {
    const done: string[] = [];
    const visit = (table: string, path: string[]): void => {
      if (done.includes(table) || path.includes(table)) return;
      for (const { to } of this.references.filter((one) => one.table === table)) visit(to, [...path, table]);
      done.push(table);
    };
    for (const table of this.tables) visit(table, []);
    return done;
  }

  private async insert(table: string, accountId: string, area: string): Promise<boolean> {
    const own = { accountId, area, ids: await this.idsOf(accountId) };
    const free = this.columns.filter((one) => one.table === table && !one.hasDefault);
    const needed = free.filter(({ isRequired }) => isRequired);
    // What is open has a time at which it goes on: a CHECK wants both, though the column alone may be null.
    const times = free.filter(({ isRequired, type }) => !isRequired && type.startsWith('timestamp'));
    return (await this.insertRow(table, needed, own)) || this.insertRow(table, [...needed, ...times], own);
  }

  private async insertRow(table: string, columns: Column[], own: Own): Promise<boolean> {
    const values = await Promise.all(columns.map((one) => this.value(one, own)));
    const names = columns.map(({ column }) => column).join(', ');
    const places = values.map((_, n) => `$${n + 1}`).join(', ');
    return this.attempt(`insert into ${table} (${names}) values (${places})`, values);
  }

  private async value({ table, column, type }: Column, own: Own): Promise<unknown> {
    if (column === 'account_id') return own.accountId;
    if (type === 'uuid') return this.idFor(table, column, own.ids);
    if (type === 'text') return (await this.allowed(table, column)) ?? textFor(column, own.area);
    return plainValue(type, column);
  }

  private idFor(table: string, column: string, ids: Map<string, string>): string {
    const referred = this.references.find((one) => one.table === table && one.columns.includes(column))?.to;
    const guessed = `${column.replace(/_id$/, '')}s`;
    return ids.get(referred ?? guessed) ?? crypto.randomUUID();
  }

  /** The first word of the column's own CHECK list. */
  private async allowed(table: string, column: string): Promise<string | undefined> {
    const { rows } = await this.admin.query<{ definition: string }>(
      `select pg_get_constraintdef(oid) as definition from pg_constraint
       where contype = 'c' and conrelid = $1::regclass and pg_get_constraintdef(oid) like '%(' || $2 || ' = ANY%'`,
      [table, column],
    );
    return /ARRAY\['([^']+)'/.exec(rows[0]?.definition ?? '')?.[1];
  }

  private async movePhone(table: string, column: string, accountId: string, area: string): Promise<void> {
    await this.attempt(
      `update ${table} set ${column} = regexp_replace(${column}, '^\\+1\\d{3}', '+1${area}') where account_id = $1`,
      [accountId],
    );
  }

  /** False when a CHECK, a type or a unique index refuses. */
  private attempt(sql: string, parameters: unknown[]): Promise<boolean> {
    return this.admin.query(sql, parameters).then(
      () => true,
      () => false,
    );
  }
}

export const canary = (owner: Owner, table: string, column: string): string => `cnry_${owner}_${table}_${column}`;

function textFor(column: string, area: string): string {
  if (/phone|number/.test(column)) return `+1${area}5550199`;
  if (/sid/.test(column)) return crypto.randomUUID();
  return 'night';
}

function plainValue(type: string, column: string): unknown {
  if (type.startsWith('timestamp'))
    return /(ends_at|busy_until)$/.test(column) ? '2026-02-13T05:00:00Z' : '2026-02-13T04:00:00Z';
  if (type === 'date') return '2026-02-12';
  if (type === 'jsonb') return /actor|_by$/.test(column) ? '{"type":"system"}' : '{}';
  if (type === 'ARRAY') return [];
  if (type === 'boolean') return false;
  return 1;
}

/** Owners of the canaries in a text, with where they come from; phones count by their area code. */
export function canariesIn(text: string, areas: ReadonlyMap<string, Owner>): { owner: Owner; from: string }[] {
  const words = [...text.matchAll(/cnry_([A-Z])_(\w+)/g)].map(([, owner, from]) => ({
    owner: owner as Owner,
    from: from ?? '',
  }));
  const phones = [...text.matchAll(/\+1(\d{3})555/g)].flatMap(([, area = '']) => {
    const owner = areas.get(area);
    return owner ? [{ owner, from: 'phone' }] : [];
  });
  return [...words, ...phones];
}
