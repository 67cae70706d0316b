import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** One stand-in's share of the state file. `restore` gets what an earlier `save` gave, after a trip through JSON. */
export interface Snapshot {
  save(): unknown;
  restore(saved: unknown): void;
}

/** A burst of changes makes one write. */
const WRITE_AFTER_MS = 300;

/** Carries state over a restart when a state file is set. Real time on purpose: the disk knows no virtual night. */
export class Snapshots {
  private readonly sections = new Map<string, Snapshot>();
  private pending: NodeJS.Timeout | null = null;

  constructor(private readonly file: string | null) {}

  /** Registers a section and, when the file has one of that name, restores it at once. */
  register(name: string, snapshot: Snapshot): void {
    this.sections.set(name, snapshot);
    const saved = this.read()[name];
    if (saved !== undefined) snapshot.restore(saved);
  }

  /** Call after every change worth keeping. */
  changed(): void {
    if (!this.file || this.pending) return;
    this.pending = setTimeout(() => this.write(), WRITE_AFTER_MS);
    this.pending.unref();
  }

  /** Writes what is pending; call before the process ends. */
  flush(): void {
    if (this.pending) this.write();
  }

  private write(): void {
    if (this.pending) clearTimeout(this.pending);
    this.pending = null;
    if (!this.file) return;
    const state = Object.fromEntries([...this.sections].map(([name, section]) => [name, section.save()]));
    mkdirSync(dirname(this.file), { recursive: true });
    writeFileSync(`${this.file}.new`, JSON.stringify(state));
    renameSync(`${this.file}.new`, this.file);
  }

  private read(): Record<string, unknown> {
    if (!this.file) return {};
    try {
      return JSON.parse(readFileSync(this.file, 'utf8')) as Record<string, unknown>;
    } catch {
      return {}; // first start, or a file that a crash cut short: begin with an empty world
    }
  }
}
