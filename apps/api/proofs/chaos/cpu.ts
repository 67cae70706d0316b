import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Client } from 'pg';
import type { LocalStack } from '../../local/local-stack.js';

/** What a run has cost: milliseconds of CPU by who used them, and statements the database was asked for. */
export interface Cost {
  workers: number;
  api: number;
  database: number;
  /** This process: the carrier, and the laying and reading of the run itself. */
  carrier: number;
  statements: number;
}

/** Linux counts in hundredths of a second, whatever its own tick is (proc(5), `sysconf(_SC_CLK_TCK)`). */
const MS_PER_TICK = 10;

/**
 * Lateness on a machine that is shared, or too small, says little; the CPU that a text takes says where the machine
 * ends. Read from the kernel's own account of every process, killed ones included.
 */
export class ChaosCpu {
  private atStart?: Cost;
  private database = 0;

  constructor(private readonly stack: LocalStack) {}

  async restart(): Promise<void> {
    this.atStart = await this.now();
    this.database = this.stack.databasePid;
  }

  /** Null where the kernel does not tell (no /proc), and when the database died: its account went with it. */
  async sinceStart(): Promise<Cost | null> {
    const from = this.atStart;
    if (!from || !existsSync('/proc/self/stat') || this.database !== this.stack.databasePid) return null;
    const to = await this.now();
    return {
      workers: to.workers - from.workers,
      api: to.api - from.api,
      database: to.database - from.database,
      carrier: to.carrier - from.carrier,
      statements: to.statements - from.statements,
    };
  }

  private async now(): Promise<Cost> {
    const { user, system } = process.cpuUsage();
    return {
      // Of this process's children only workers die in a run.
      workers: sum(this.stack.pidsOf('worker').map(ownMs)) + endedChildrenMs(process.pid),
      api: sum(this.stack.pidsOf('api').map(ownMs)),
      database: databaseMs(this.stack.databasePid),
      carrier: (user + system) / 1000,
      statements: await statementsOf(this.stack.adminUrl),
    };
  }
}

/** A backend that ended is in its postmaster's account. */
function databaseMs(postmaster: number): number {
  const backends = processes().filter((pid) => parentOf(pid) === postmaster);
  return ownMs(postmaster) + endedChildrenMs(postmaster) + sum(backends.map(ownMs));
}

async function statementsOf(adminUrl: string): Promise<number> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  await client.query('create extension if not exists pg_stat_statements');
  const { rows } = await client.query<{ calls: number }>('select sum(calls)::float8 as calls from pg_stat_statements');
  await client.end();
  return rows[0]?.calls ?? 0;
}

const processes = (): number[] =>
  existsSync('/proc') ? readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? [Number(name)] : [])) : [];

const ownMs = (pid: number): number => ticks(pid, 11) + ticks(pid, 12);
const endedChildrenMs = (pid: number): number => ticks(pid, 13) + ticks(pid, 14);
const parentOf = (pid: number): number => Number(statOf(pid)[1] ?? 0);
const ticks = (pid: number, field: number): number => Number(statOf(pid)[field] ?? 0) * MS_PER_TICK;

/** The fields of proc(5) after the program's name, which may hold spaces; none when the process is gone. */
function statOf(pid: number): string[] {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return line.slice(line.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);
