import { setTimeout as pause } from 'node:timers/promises';
import { FAIR, FOUL, type ChaosCarrier } from './chaos-carrier.js';
import type { ChaosCpu } from './chaos-cpu.js';
import type { ChaosCrew } from './chaos-crew.js';
import { closeIncidents, isQuiet, layIncidents, type Laid } from './chaos-ground.js';
import {
  firstSteps,
  firstStepsInFoulWeather,
  verdictOn,
  wholeLadders,
  type Owed,
  type Verdict,
} from './chaos-verdict.js';
import type { LocalStack } from './local-stack.js';

/** What a scenario is played with. */
export interface ChaosScene {
  stack: LocalStack;
  carrier: ChaosCarrier;
  crew: ChaosCrew;
  cpu: ChaosCpu;
  incidents: number;
  seconds: number;
  /** How long the provider, or all workers, are gone. */
  outageSeconds: number;
}

export interface Scenario {
  letter: string;
  title: string;
  /** Bars on the p99 of lateness in milliseconds, counted from the end of the outage where there is one. */
  p99: number;
  play: (scene: ChaosScene) => Promise<Verdict>;
}

const KILL_EVERY_MS = 1000;
/** Longer than a hanging request, the wait before the provider is asked, and the asking. */
const GRACE_MS = 120_000;
const LEAD_MS = 3000;
/** Steps this far apart do not fall due in the run. */
const NOT_TONIGHT_SECONDS = 7200;
const FEW = 50;
let laidSoFar = 0;

export const SCENARIOS: Scenario[] = [
  { letter: 'b', title: 'two workers, provider in order', p99: 1000, play: calm },
  { letter: 'a', title: 'one of two workers killed every second, provider failing', p99: 2000, play: killed },
  { letter: 'c1', title: 'provider down longer than the ladder', p99: 2000, play: providerDown },
  { letter: 'c2', title: 'all workers down', p99: 2000, play: workersDown },
  { letter: 'd', title: 'PostgreSQL stopped in immediate mode', p99: 2000, play: databaseCrash },
];

/** Lets the programs compile their hot paths; not counted. */
export async function warmUp(scene: ChaosScene): Promise<void> {
  const laid = await lay({ ...few(scene), seconds: 2 }, NOT_TONIGHT_SECONDS);
  await outcome(scene, firstSteps(laid));
}

async function calm(scene: ChaosScene): Promise<Verdict> {
  const laid = await lay(scene, NOT_TONIGHT_SECONDS);
  return outcome(scene, firstSteps(laid));
}

async function killed(scene: ChaosScene): Promise<Verdict> {
  const laid = await lay(scene, NOT_TONIGHT_SECONDS);
  scene.carrier.weather = FOUL;
  scene.crew.killEvery(KILL_EVERY_MS);
  await untilDue(laid);
  await scene.crew.rest();
  const verdict = await outcome(scene, firstStepsInFoulWeather(laid));
  scene.carrier.weather = FAIR;
  return verdict;
}

/** The whole ladder falls due while nobody answers; afterwards each person is owed one text. */
async function providerDown(scene: ChaosScene): Promise<Verdict> {
  const step = stepOf(scene);
  const laid = await lay(few(scene), step);
  scene.carrier.isDown = true;
  await untilOver(laid, scene.outageSeconds);
  scene.carrier.isDown = false;
  return outcome(scene, afterOutage(wholeLadders(laid, step)));
}

async function workersDown(scene: ChaosScene): Promise<Verdict> {
  const step = stepOf(scene);
  const laid = await lay(few(scene), step);
  scene.crew.killAll();
  await untilOver(laid, scene.outageSeconds);
  await scene.crew.start();
  return outcome(scene, afterOutage(wholeLadders(laid, step)));
}

/** Three steps, all of them inside the outage. */
const stepOf = ({ outageSeconds }: ChaosScene): number => Math.max(1, Math.floor(outageSeconds / 5));
/** An outage makes everything due in one instant; how long a backlog takes to send is told by (a) and (b). */
const few = (scene: ChaosScene): ChaosScene => ({
  ...scene,
  incidents: Math.min(scene.incidents, FEW),
  seconds: 1,
});
const untilOver = (laid: Laid[], seconds: number): Promise<void> =>
  pause(Math.max(0, (laid[0]?.dueAt ?? 0) + seconds * 1000 - Date.now()));

async function databaseCrash(scene: ChaosScene): Promise<Verdict> {
  const laid = await lay(scene, NOT_TONIGHT_SECONDS);
  await pause((scene.seconds * 1000) / 2 + LEAD_MS);
  await scene.stack.crashDatabase();
  return outcome(scene, firstSteps(laid));
}

async function lay(scene: ChaosScene, stepSeconds: number): Promise<Laid[]> {
  scene.carrier.forget();
  await closeIncidents(scene.stack.adminUrl);
  const { incidents, seconds } = scene;
  // Laying takes a while; the first step falls due when all are there.
  const firstDueAt = new Date(Date.now() + LEAD_MS + incidents / 2);
  const ground = { incidents, firstDueAt, overSeconds: seconds, stepSeconds, from: laidSoFar };
  laidSoFar += incidents;
  const laid = await layIncidents(scene.stack.adminUrl, ground);
  await scene.cpu.restart();
  return laid;
}

const untilDue = (laid: Laid[]): Promise<void> => pause(Math.max(0, (laid.at(-1)?.dueAt ?? 0) - Date.now()));

/** Nothing could be sent before the outage ended: that is when lateness begins. */
function afterOutage(owed: Owed[]): Owed[] {
  const over = Date.now();
  return owed.map((text) => ({ ...text, countedFrom: Math.max(text.dueAt, over) }));
}

/** Waits until everything owed was taken, or until nothing more can be expected. */
async function outcome({ carrier, stack }: ChaosScene, owed: Owed[]): Promise<Verdict> {
  const last = Math.max(...owed.map((text) => text.countedFrom ?? text.dueAt));
  for (;;) {
    const verdict = verdictOn(owed, carrier.asked, carrier.taken);
    const isOver = Date.now() > last + GRACE_MS || (verdict.missed === 0 && Date.now() > last);
    if (isOver) return afterSettling(carrier, owed, stack.adminUrl);
    await pause(250);
  }
}

/** A duplicate would come after the provider was asked: what hangs is waited for too. */
async function afterSettling(carrier: ChaosCarrier, owed: Owed[], adminUrl: string): Promise<Verdict> {
  const giveUpAt = Date.now() + GRACE_MS;
  while (Date.now() < giveUpAt && !(await isQuiet(adminUrl))) await pause(250);
  return verdictOn(owed, carrier.asked, carrier.taken);
}
