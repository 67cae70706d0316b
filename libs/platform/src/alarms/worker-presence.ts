import { Client } from 'pg';
import { newId } from '../tenancy/new-id.js';

/** Raised with every change of the engine that an older worker must not run beside (law 3). */
const ENGINE_VERSION = 2;

/**
 * A worker's sign of life: a session advisory lock on a connection of its own. The database drops it the moment the
 * process dies, so nobody has to wait for a lease.
 */
export class WorkerPresence {
  readonly id = newId();
  private readonly client: Client;

  constructor(databaseUrl: string, onLost: () => void) {
    this.client = new Client({
      connectionString: databaseUrl,
      keepAlive: true,
      application_name: 'nightdesk-presence',
    });
    this.client.on('error', onLost);
  }

  async announce(): Promise<void> {
    await this.client.connect();
    const { rows } = await this.client.query<{ key: string }>(`select hashtextextended($1, 0)::text as key`, [this.id]);
    const key = rows[0]?.key;
    await this.client.query(`select pg_advisory_lock($1::bigint)`, [key]);
    await this.client.query(`insert into routing.workers (id, lock_key, engine_version) values ($1, $2, $3)`, [
      this.id,
      key,
      ENGINE_VERSION,
    ]);
  }

  async leave(): Promise<void> {
    await this.client.query(`delete from routing.workers where id = $1`, [this.id]).catch(() => undefined);
    await this.client.end().catch(() => undefined);
  }
}
