import { freePort } from '@platform/local/free-port';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ChaosCarrier } from './carrier.js';
import { ChaosCpu } from './cpu.js';
import { ChaosCrew } from './crew.js';
import { floorLateness } from './floor.js';
import { prdTimers } from './prd.js';
import { printFloor, printPrd, printVerdict } from './print.js';
import { SCENARIOS, warmUp, type ChaosScene } from './scenarios.js';
import { LocalStack } from '../../local/local-stack.js';

const AUTH_TOKEN = 'simulated-twilio-auth-token-0001';
const WORKERS = 2;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    incidents: { type: 'string' },
    seconds: { type: 'string' },
    only: { type: 'string' },
    short: { type: 'boolean', default: false },
  },
});
if ((positionals[0] ?? 'ladder') !== 'ladder') {
  console.error(`Unknown part ${positionals[0]}. There is: ladder`);
  process.exit(2);
}
const incidents = Number(values.incidents ?? (values.short ? 60 : 10_000));
const seconds = Number(values.seconds ?? (values.short ? 2 : 60));
const wanted = values.only?.split(',');

/** The same storm every time. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

const directory = mkdtempSync(join(tmpdir(), 'nightdesk-chaos-'));
chmodSync(directory, 0o755);
const carrier = new ChaosCarrier(AUTH_TOKEN, dice(20261121));
const carrierPort = await freePort();
const stack = new LocalStack({
  directory,
  apiPort: await freePort(),
  simulatorPort: await freePort(),
  disposable: false,
  carrierUrl: `http://127.0.0.1:${carrierPort}`,
  workers: 0,
  countsStatements: true,
  say: (line) => console.log(line),
});

/** Plays every scenario on one database and says whether the bars were met. */
async function run(): Promise<boolean> {
  await carrier.listen(carrierPort);
  await stack.start();
  const crew = new ChaosCrew(stack, WORKERS);
  await crew.start();
  const scene: ChaosScene = {
    stack,
    carrier,
    crew,
    cpu: new ChaosCpu(stack),
    incidents,
    seconds,
    outageSeconds: values.short ? 3 : 10,
  };
  console.log(
    `\n${incidents} open emergencies, first steps due within ${seconds} s, ${WORKERS} workers, API, database and carrier on one machine.\n`,
  );
  await warmUp(scene);
  const floor = await floorLateness(stack.adminUrl, incidents, seconds);
  printFloor(floor);
  const met = await playAll(scene, floor);
  printPrd(await prdTimers(scene, join(directory, 'owed.json'), `http://127.0.0.1:${carrierPort}`));
  return met;
}

/** False when a bar was missed. */
async function playAll(scene: ChaosScene, floor: number[]): Promise<boolean> {
  let met = true;
  for (const scenario of SCENARIOS.filter(({ letter }) => !wanted || wanted.includes(letter))) {
    const { kills, killingSeconds } = scene.crew;
    const verdict = await scenario.play(scene);
    const bar = {
      floor,
      kills: scene.crew.kills - kills,
      cost: await scene.cpu.sinceStart(),
      killingSeconds: scene.crew.killingSeconds - killingSeconds,
      // A few seconds on a busy machine tell what is lost, not how fast it is.
      isTimed: !values.short,
    };
    met = printVerdict(scenario, verdict, bar) && met;
  }
  return met;
}

const met = await run().finally(async () => {
  await stack.stop();
  await carrier.close();
  rmSync(directory, { recursive: true, force: true });
});
process.exit(met ? 0 : 1);
