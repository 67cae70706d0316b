import { spawn, type ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { ChaosScene } from './scenarios.js';
import { verdictOn, type Owed, type Verdict } from './verdict.js';
import { FAIR, FOUL } from './weather.js';

const PROGRAM = 'dist/apps/api/proofs/chaos/prd-timers.js';
const LEAD_MS = 1500;

/** The PRD's in-process timers under the faults of scenario (a): the same carrier, one kill a second, two processes. */
export async function prdTimers(scene: ChaosScene, file: string, carrierUrl: string): Promise<Verdict> {
  const { carrier, incidents, seconds } = scene;
  carrier.forget();
  carrier.weather = FOUL;
  const start = Date.now() + LEAD_MS;
  const owed: Owed[] = Array.from({ length: incidents }, (_, index) => ({
    line: `+1312${3_000_000 + index}`,
    to: `+1773${3_000_000 + index}`,
    dueAt: start + (index / incidents) * seconds * 1000,
  }));
  const processes = [0, 1].map((half) => {
    writeFileSync(`${file}.${half}`, JSON.stringify(owed.filter((_, index) => index % 2 === half)));
    return spawn(process.execPath, [PROGRAM, `${file}.${half}`, carrierUrl], { stdio: 'ignore' });
  });
  const last = await killedEverySecond(processes, start + seconds * 1000);
  await pause(3000);
  for (const process of last) process.kill('SIGKILL');
  carrier.weather = FAIR;
  return verdictOn(owed, carrier.asked, carrier.taken);
}

/** A killed process is started again, as a supervisor would; what it had in memory is gone. */
async function killedEverySecond(processes: ChildProcess[], until: number): Promise<ChildProcess[]> {
  const running = [...processes];
  while (Date.now() < until) {
    await pause(1000);
    running.shift()?.kill('SIGKILL');
    running.push(spawn(process.execPath, [PROGRAM], { stdio: 'ignore' }));
  }
  return running;
}
