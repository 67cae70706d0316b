import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

export interface ChildSpec {
  name: string;
  /** Compiled entry, from the repository's root. */
  entry: string;
  arguments?: string[];
  env: Record<string, string>;
  /** Where its output goes; the last lines are shown when it fails. */
  logFile: string;
  /** Answers 2xx once it is up. */
  readyUrl?: string;
  /** Its traces lead to TypeScript without Node's help, which costs a start a quarter of its time. */
  mapsTraces?: boolean;
}

const READY_WITHIN_MS = 60_000;
const POLL_MS = 100;
/** A start, and each text, make much that is soon gone: with room for it the collector comes less often. Megabytes. */
const ROOMY = '--min-semi-space-size=16';
const STOP_WITHIN_MS = 6_000;

/** One process of the local stack, started, watched and stopped by its parent. */
export class LocalProcess {
  private output = '';
  private exited = false;

  private constructor(
    readonly spec: ChildSpec,
    private readonly child: ChildProcess,
  ) {}

  static start(spec: ChildSpec): LocalProcess {
    // Its own process group: Ctrl-C reaches the parent alone, which stops everybody in order.
    const child = spawn(
      process.execPath,
      [ROOMY, ...(spec.mapsTraces ? [] : ['--enable-source-maps']), spec.entry, ...(spec.arguments ?? [])],
      {
        env: { ...process.env, ...spec.env },
        stdio: ['ignore', 'pipe', 'pipe'],
        detached: true,
      },
    );
    const local = new LocalProcess(spec, child);
    const log = createWriteStream(spec.logFile, { flags: 'a' });
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => log.write(local.remember(chunk)));
    child.once('exit', () => (local.exited = true));
    return local;
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  get isAlive(): boolean {
    return !this.exited;
  }

  /** Resolves when it answers; rejects with its last words when it dies or stays silent. */
  async ready(): Promise<this> {
    const url = this.spec.readyUrl;
    for (let waited = 0; url && !(await answers(url)); waited += POLL_MS) {
      if (this.exited || waited > READY_WITHIN_MS) throw new Error(`${this.spec.name} did not start:\n${this.output}`);
      await pause(POLL_MS);
    }
    return this;
  }

  /** Whether its recent output has these words. */
  hasSaid(words: string): boolean {
    return this.output.includes(words);
  }

  /** Resolves with the exit code. */
  finished(): Promise<number> {
    return new Promise((resolve) => {
      if (this.exited) resolve(this.child.exitCode ?? 1);
      else this.child.once('exit', (code) => resolve(code ?? 1));
    });
  }

  onExit(then: (name: string, output: string) => void): void {
    this.child.once('exit', () => then(this.spec.name, this.output));
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  async stop(): Promise<void> {
    if (this.exited) return;
    this.child.kill('SIGTERM');
    await Promise.race([this.finished(), pause(STOP_WITHIN_MS, undefined, { ref: false })]);
    if (!this.exited) this.child.kill('SIGKILL');
  }

  private remember(chunk: Buffer): Buffer {
    this.output = (this.output + chunk.toString()).slice(-4000);
    return chunk;
  }
}

async function answers(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(1000) }).then(
    (response) => response.ok,
    () => false,
  );
}
