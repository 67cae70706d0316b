// One real PostgreSQL for the whole run, with a migrated template that every test file clones (about 100 ms each).
import { existsSync } from 'node:fs';

export default async function startPostgres() {
  const dist = new URL('../../../../dist/', import.meta.url);
  if (!existsSync(new URL('libs/platform/src/local/local-postgres.js', dist))) {
    throw new Error('Build first: npm run build (database tests use the compiled migrations)');
  }
  const { startTestPostgres } = await import(new URL('libs/platform/src/local/test-postgres.js', dist));
  const { migrateDatabase } = await import(new URL('apps/api/src/migrate-database.js', dist));
  const server = await startTestPostgres();
  await migrateDatabase(server.url('owner', 'template_nightdesk'), server.url('app', 'template_nightdesk'));
  process.env.TEST_POSTGRES_PORT = String(server.port);
  globalThis.__postgres = server;
}
