import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { constants, Script } from 'node:vm';
import { crc32 } from 'node:zlib';

/** What a process had done when it wrote down what it had compiled: the later, the more of it serves the next one. */
const STAGES = ['busy', 'started'] as const;
export type Stage = (typeof STAGES)[number];

/** CommonJS in one file, in the function that Node puts around such a module (`bundle.mjs`). */
type Wrapped = (...parts: unknown[]) => void;

const CHECKSUM_BYTES = 4;
/** Two stages of this release and of those that run beside it while one takes the other's place; each takes some ten megabytes. */
const MOST_KEPT = 6;
const PREFIX = 'program-';

/**
 * A program in one file, with what earlier processes have compiled of it. Node's own compile cache holds what is compiled
 * while modules are loaded; the functions that a start and a page run are compiled when they are first called, in every
 * process anew. V8 gives those out as well when it is asked after they have run (`Script.createCachedData`).
 */
export class CompiledProgram {
  private constructor(
    private readonly script: Script,
    private readonly url: URL,
    /** Where what is compiled is kept, without its stage; null: nowhere. */
    private readonly kept: string | null,
  ) {}

  /** `folder`: where what was compiled is kept, of a trusted owner, e.g. `getCompileCacheDir()`. */
  static read(url: URL, folder: string | undefined): CompiledProgram {
    const source = readFileSync(url);
    // V8 tells programs apart by their length alone.
    const kept = folder === undefined ? null : join(folder, `${PREFIX}${source.length}-${crc32(source).toString(16)}`);
    const cachedData = kept === null ? undefined : firstOf(kept);
    const script = new Script(source.toString(), {
      filename: url.href,
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
      ...(cachedData ? { cachedData } : {}),
    });
    return new CompiledProgram(script, url, kept);
  }

  /** Whether it runs on what an earlier process has compiled. */
  get isWarm(): boolean {
    return this.script.cachedDataRejected === false;
  }

  /** Runs it and returns what it exports. */
  run<Exports extends object>(): Exports {
    const file = fileURLToPath(this.url);
    const module = { exports: {} };
    const wrapped = this.script.runInThisContext() as Wrapped;
    wrapped(module.exports, createRequire(this.url), module, file, dirname(file));
    return module.exports as Exports;
  }

  /** Keeps what is compiled by now for the next process, unless one has done so. A folder that can't be written harms nobody. */
  keep(stage: Stage): void {
    const path = this.kept === null ? null : `${this.kept}.${stage}`;
    if (path === null || existsSync(path)) return;
    try {
      mkdirSync(dirname(path), { recursive: true });
      const own = `${path}.${process.pid}`;
      const data = this.script.createCachedData();
      writeFileSync(own, Buffer.concat([data, checksumOf(data)]));
      renameSync(own, path);
      forgetOldest(dirname(path));
    } catch {
      // The next one compiles for itself.
    }
  }
}

/** What earlier releases left behind. */
function forgetOldest(folder: string): void {
  const files = readdirSync(folder).filter((name) => name.startsWith(PREFIX));
  const byAge = files.map((name) => join(folder, name)).map((path) => ({ path, at: statSync(path).mtimeMs }));
  for (const { path } of byAge.toSorted((a, b) => b.at - a.at).slice(MOST_KEPT)) rmSync(path, { force: true });
}

function firstOf(kept: string): Buffer | undefined {
  for (const stage of STAGES) {
    const data = readWhole(`${kept}.${stage}`);
    if (data) return data;
  }
  return undefined;
}

/** Undefined when there is none, or half of one: V8 runs what it is given. */
function readWhole(path: string): Buffer | undefined {
  if (!existsSync(path)) return undefined;
  const bytes = readFileSync(path);
  const data = bytes.subarray(0, -CHECKSUM_BYTES);
  return checksumOf(data).equals(bytes.subarray(-CHECKSUM_BYTES)) ? data : undefined;
}

function checksumOf(data: Buffer): Buffer {
  const checksum = Buffer.alloc(CHECKSUM_BYTES);
  checksum.writeUInt32LE(crc32(data));
  return checksum;
}
