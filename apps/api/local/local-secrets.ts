import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** Secrets of a development machine: made once, kept beside its data, never in the repository. */
export interface LocalSecrets {
  JWT_SECRET: string;
  ENCRYPTION_KEY: string;
  VAPI_WEBHOOK_SECRET: string;
}

export function localSecrets(file: string): LocalSecrets {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as LocalSecrets;
  const secrets = { JWT_SECRET: hex(32), ENCRYPTION_KEY: hex(32), VAPI_WEBHOOK_SECRET: hex(24) };
  writeFileSync(file, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  return secrets;
}

const hex = (bytes: number): string => randomBytes(bytes).toString('hex');
