import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Stack {
  apiUrl: string;
  simulatorUrl: string;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Thursday 9:10 PM at Metro Plumbing. */
const EVENING = new Date('2026-02-13T03:10:00Z');

/** The real programs on throw-away data, for the whole run; the compiled stack is what `npm start` runs. */
export default async function startStack(): Promise<() => Promise<void>> {
  const dist = new URL('../../../../dist/', import.meta.url);
  const { LocalStack } = (await import(new URL('apps/api/local/local-stack.js', dist).href)) as {
    LocalStack: new (options: object) => Stack;
  };
  const { freePort } = (await import(new URL('libs/platform/src/local/free-port.js', dist).href)) as {
    freePort: () => Promise<number>;
  };
  const directory = mkdtempSync(join(tmpdir(), 'nightdesk-browser-'));
  chmodSync(directory, 0o755);
  const stack = new LocalStack({
    directory,
    apiPort: await freePort(),
    simulatorPort: await freePort(),
    clockScale: 1,
    clockStart: EVENING,
    disposable: true,
    workers: 1,
    say: () => undefined,
  });
  await stack.start();
  process.env.NIGHT_API_URL = stack.apiUrl;
  process.env.NIGHT_SIMULATOR_URL = stack.simulatorUrl;
  return async () => {
    await stack.stop();
    rmSync(directory, { recursive: true, force: true });
  };
}
