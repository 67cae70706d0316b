import type { Client, QueryResult } from 'pg';
import type { QueryRunner } from 'typeorm';

/** Each costs every connection of the pool some tens of kilobytes at the server. */
const MOST_PREPARED = 120;
/**
 * A statement is kept prepared from this many uses on: what runs once a night is not worth the server's memory. The first
 * ones sooner: a worker that has just taken a dead one's place does little but the ladder, over and over.
 */
const hotFrom = (): number => (names.size < MOST_PREPARED / 2 ? 2 : 8);

const uses = new Map<string, number>();
const names = new Map<string, string>();
let named = 0;

/**
 * One connection of the pool, asked directly. Planning takes the server longer than running for most of our statements,
 * so those that come again and again are prepared under a name. A star would change its meaning with the next migration
 * and break a prepared statement, so such texts are planned each time.
 */
export class Connection {
  private begun: Promise<unknown> = Promise.resolve();

  private ending: Promise<unknown> = Promise.resolve();

  private constructor(private readonly client: Client) {}

  static async of(runner: QueryRunner): Promise<Connection> {
    return new Connection((await runner.connect()) as Client);
  }

  /** Opens a transaction. Nobody waits for it alone: it leaves with the first statement, and fails it when it fails. */
  begin(sql: string): void {
    this.gather();
    this.begun = this.client.query(sql);
    // Whoever asks something next is told; without anybody the commit fails as well.
    this.begun.catch(() => undefined);
  }

  /** A change that leaves with the commit, and fails it when it fails. What it returns is there after that. */
  last(sql: string, parameters: unknown[]): Promise<QueryResult> {
    this.gather();
    const result = this.query(sql, parameters);
    this.ending = Promise.all([this.ending, result]);
    this.ending.catch(() => undefined);
    return result;
  }

  /** A change whose result nobody waits for: it leaves with the next statement, and fails it when it fails. */
  soon(sql: string, parameters: unknown[]): void {
    this.gather();
    this.begun = Promise.all([this.begun, this.asked(sql, parameters)]);
    this.begun.catch(() => undefined);
  }

  async commit(): Promise<void> {
    await Promise.all([this.ending, this.begun, this.client.query('commit')]);
  }

  /** What is asked in this turn of the event loop leaves as one packet: each side wakes up once for all of it. */
  private gather(): void {
    const { stream } = this.client.connection;
    stream.cork();
    process.nextTick(() => stream.uncork());
  }

  /** Several statements without parameters in one round trip. */
  async run(sql: string): Promise<void> {
    await this.client.query(sql);
  }

  async query(sql: string, parameters: unknown[]): Promise<QueryResult> {
    this.gather();
    const asked = this.asked(sql, parameters);
    asked.catch(() => undefined);
    // What went before it tells first what broke.
    await this.begun;
    return await asked;
  }

  private asked(sql: string, parameters: unknown[]): Promise<QueryResult> {
    const name = nameOf(sql);
    if (name === undefined) return this.client.query({ text: sql, values: parameters });
    return this.client.query({ name, text: sql, values: parameters }).catch((error: unknown) => {
      // A migration has changed a column's type: under a new name the statement is planned anew on every connection.
      if (codeOf(error) === RESULT_CHANGED) names.delete(sql);
      throw error;
    });
  }
}

/** "cached plan must not change result type" (feature_not_supported). */
const RESULT_CHANGED = '0A000';
const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

function nameOf(sql: string): string | undefined {
  const known = names.get(sql);
  if (known !== undefined || names.size >= MOST_PREPARED) return known;
  const count = (uses.get(sql) ?? 0) + 1;
  uses.set(sql, count);
  if (count < hotFrom() || /(select|returning) (\w+\.)?\*/.test(sql)) return undefined;
  uses.delete(sql);
  const name = `hot_${++named}`;
  names.set(sql, name);
  return name;
}
