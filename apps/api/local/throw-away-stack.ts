import { freePort } from '@platform/local/free-port';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LocalStack } from './local-stack.js';

export interface ThrowAway {
  /** In the name of its folder, for whoever finds one. */
  name: string;
  /** What time it is when it starts; from then on the clock runs as fast as a clock. */
  clockStart: Date;
  workers: number;
  say: (line: string) => void;
}

/** All programs on free ports and a database that nobody will miss, in a folder of their own. */
export async function throwAwayStack({ name, ...rest }: ThrowAway): Promise<LocalStack> {
  const directory = mkdtempSync(join(tmpdir(), `nightdesk-${name}-`));
  // Started as root, the database server runs as somebody else, who must be let in.
  chmodSync(directory, 0o755);
  const ports = { apiPort: await freePort(), simulatorPort: await freePort() };
  return new LocalStack({ ...rest, ...ports, directory, clockScale: 1, disposable: true });
}

/** Stops it and takes its folder away, unless somebody should still look at the logs. */
export async function throwAway(stack: LocalStack, keepsLogs = false): Promise<void> {
  await stack.stop();
  if (!keepsLogs) rmSync(stack.options.directory, { recursive: true, force: true });
}
