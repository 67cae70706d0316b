import 'reflect-metadata';
import { readProcessEnv } from '@platform/env/env';
import { migrateDatabase } from './migrate-database.js';

const env = readProcessEnv();
const ran = await migrateDatabase(env.MIGRATION_DATABASE_URL ?? env.DATABASE_URL, env.DATABASE_URL);
console.log(ran.length > 0 ? `Applied ${ran.join(', ')}` : 'The database is up to date.');
