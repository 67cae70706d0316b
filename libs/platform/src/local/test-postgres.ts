import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.js';
import { LocalPostgres, type LocalRole } from './local-postgres.js';

export interface TestPostgres {
  port: number;
  url(role: LocalRole, database: string): string;
  stop(): Promise<void>;
}

/** A throw-away server; it dies with the run. */
export async function startTestPostgres(): Promise<TestPostgres> {
  const directory = mkdtempSync(join(tmpdir(), 'nightdesk-pg-'));
  chmodSync(directory, 0o755);
  const port = await freePort();
  const server = await LocalPostgres.start({
    directory: join(directory, 'data'),
    port,
    database: 'template_nightdesk',
    disposable: true,
  });
  return {
    port,
    url: (role, database) => server.url(role, database),
    stop: async () => {
      await server.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
