import { setTimeout as pause } from 'node:timers/promises';
import type { ChaosCarrier } from './carrier.js';
import type { ChaosCpu } from './cpu.js';
import type { ChaosCrew } from './crew.js';
import { callMorning, closeIncidents, CODE, isQuiet, layIncidents, type Laid } from './ground.js';
import { judged, type Judgement } from './judgement.js';
import { Technicians } from './technicians.js';
import { firstSteps, firstStepsInFoulWeather, verdictOn, wholeLadders, type Owed, type Verdict } from './verdict.js';
import { FAIR, FOUL } from './weather.js';
import type { LocalStack } from '../../local/local-stack.js';
import { isPageOf } from '../night/record.js';

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
  play: (scene: ChaosScene) => Promise<Judgement>;
}

const KILL_EVERY_MS = 1000;
/** Longer than a hanging request, the wait before the provider is asked, and the asking. */
const GRACE_MS = 120_000;
const LEAD_MS = 3000;
/** Twice what laying one emergency takes on two slow cores: what lays must not take CPU from what is measured. */
const LAY_MS = 2;
/** Steps this far apart do not fall due in the run. */
const NOT_TONIGHT_SECONDS = 7200;
/** What a killed worker or database held is taken up when its lease ends, at the latest. */
const LEASE_MS = 15_000;
/** A busy machine may need so long; a run waits longer, so that what never comes is seen. */
const BUSY_MS = 60_000;
/** Longer than a worker waits before it asks. */
const STILL_MS = 6_000;
/** So soon every text that is due is on its way. */
const UNDER_WAY_MS = 500;
const FEW = 50;
/** Enough for every way of answering to meet every kind of fault; more would only measure speed again. */
const ANSWERED = 400;
const ANSWERED_SECONDS = 20;
/** Between the steps that people answer. */
const BETWEEN_SECONDS = 2;
let laidSoFar = 0;

export const SCENARIOS: Scenario[] = [
  { letter: 'b', title: 'two workers, provider in order', p99: 1000, play: calm },
  { letter: 'a', title: 'workers killed one after another, provider failing', p99: 2000, play: killed },
  { letter: 'c1', title: 'provider down longer than the ladder', p99: 2000, play: providerDown },
  { letter: 'c2', title: 'all workers down', p99: 2000, play: workersDown },
  { letter: 'c3', title: 'provider stands still, all workers killed meanwhile', p99: 2000, play: providerStalls },
  { letter: 'e', title: 'technicians answer, workers killed, provider failing', p99: 2000, play: answered },
  { letter: 'd', title: 'PostgreSQL stopped in immediate mode', p99: 2000, play: databaseCrash },
];

/** Lets the programs compile their hot paths; not counted. */
export async function warmUp(scene: ChaosScene): Promise<void> {
  const laid = await lay({ ...few(scene), seconds: 2 }, NOT_TONIGHT_SECONDS);
  await outcome(scene, { ...firstOnly(laid), heldUpMs: 0 });
}

async function calm(scene: ChaosScene): Promise<Judgement> {
  const laid = await lay(scene, NOT_TONIGHT_SECONDS);
  return outcome(scene, { ...firstOnly(laid), heldUpMs: 0 });
}

async function killed(scene: ChaosScene): Promise<Judgement> {
  const laid = await lay(scene, NOT_TONIGHT_SECONDS);
  scene.carrier.weather = FOUL;
  // Deaths long before anything is due prove nothing, and their starts would be counted to the texts.
  await pause(Math.max(0, (laid[0]?.dueAt ?? 0) - LEAD_MS - Date.now()));
  scene.crew.killEvery(KILL_EVERY_MS);
  await untilDue(laid);
  await scene.crew.rest();
  const judgement = await outcome(scene, { ...firstOnly(laid), owed: firstStepsInFoulWeather(laid) });
  scene.carrier.weather = FAIR;
  return judgement;
}

/** The whole ladder falls due while nobody answers; afterwards each person is owed one text. */
async function providerDown(scene: ChaosScene): Promise<Judgement> {
  const laid = await lay(few(scene), stepOf(scene));
  scene.carrier.isDown = true;
  await untilOver(laid, scene.outageSeconds);
  scene.carrier.isDown = false;
  return outcome(scene, wholeOnes(scene, laid));
}

async function workersDown(scene: ChaosScene): Promise<Judgement> {
  const laid = await lay(few(scene), stepOf(scene));
  scene.crew.killAll();
  await untilOver(laid, scene.outageSeconds);
  await scene.crew.start();
  return outcome(scene, wholeOnes(scene, laid));
}

/**
 * What was sent lies in the provider's queue, together with the question of the dead worker's successor: the one who comes
 * to the question first would have it sent twice.
 */
async function providerStalls(scene: ChaosScene): Promise<Judgement> {
  const laid = await lay(few(scene), NOT_TONIGHT_SECONDS);
  await pause(Math.max(0, (laid[0]?.dueAt ?? 0) - Date.now()));
  const stillUntil = Date.now() + STILL_MS;
  const still = scene.carrier.standStill(STILL_MS);
  await untilDue(laid);
  await pause(UNDER_WAY_MS);
  scene.crew.killAll();
  await scene.crew.start();
  await still;
  const course = { laid, owed: afterOutage(firstSteps(laid), stillUntil), stepSeconds: NOT_TONIGHT_SECONDS };
  return outcome(scene, { ...course, heldUpMs: STILL_MS + LEASE_MS });
}

/** Acceptances race the steps, each other and the kills; in the morning every contractor reads how it ended. */
async function answered(scene: ChaosScene): Promise<Judgement> {
  const { carrier, crew, stack } = scene;
  const laid = await lay(fewAnswered(scene), BETWEEN_SECONDS);
  const technicians = new Technicians(carrier, `${stack.apiUrl}/api/twilio/sms-incoming`, laid);
  carrier.answers = technicians.answers;
  carrier.onTaken = technicians.read;
  carrier.weather = FOUL;
  crew.killEvery(KILL_EVERY_MS);
  await untilDue(laid);
  await pause(3 * BETWEEN_SECONDS * 1000);
  await crew.rest();
  carrier.weather = FAIR;
  await until(() => new Set(carrier.answers.map(({ line }) => line)).size === laid.length);
  await until(() => isQuiet(stack.adminUrl));
  await morning(scene, laid);
  const run = { stepSeconds: BETWEEN_SECONDS, heldUpMs: LEASE_MS, strideMs: BUSY_MS, endedAt: Date.now() };
  return judged(pagesUntilTaken(carrier, firstStepsInFoulWeather(laid)), laid, carrier, run);
}

async function morning({ carrier, stack }: ChaosScene, laid: Laid[]): Promise<void> {
  carrier.digests = [];
  await callMorning(stack.adminUrl);
  await until(() => (carrier.digests?.length ?? 0) >= laid.length);
  // One too many would come now.
  await pause(LEAD_MS);
}

/** Counts pages alone: who takes an emergency is texted more than that. What an acceptance overtook is owed to nobody. */
function pagesUntilTaken({ asked, taken, answers }: ChaosCarrier, owed: Owed[]): Verdict {
  const pages = <Text extends { kind: string; body: string }>(log: readonly Text[]): Text[] =>
    log.filter(({ kind, body }) => kind === 'text' && isPageOf(body, CODE));
  const verdict = verdictOn(owed, pages(asked), pages(taken));
  const paged = new Set(pages(taken).map(({ from, to }) => `${from} ${to}`));
  const answered = new Set(answers.map(({ line }) => line));
  const overtaken = owed.filter(({ line, to }) => answered.has(line) && !paged.has(`${line} ${to}`));
  return { ...verdict, missed: verdict.missed - overtaken.length };
}

/** Three steps, all of them inside the outage. */
const stepOf = ({ outageSeconds }: ChaosScene): number => Math.max(1, Math.floor(outageSeconds / 5));
/** An outage makes everything due in one instant; how long a backlog takes to send is told by (a) and (b). */
const few = (scene: ChaosScene): ChaosScene => ({
  ...scene,
  incidents: Math.min(scene.incidents, FEW),
  seconds: 1,
});
const fewAnswered = (scene: ChaosScene): ChaosScene => ({
  ...scene,
  incidents: Math.min(scene.incidents, ANSWERED),
  seconds: Math.min(scene.seconds, ANSWERED_SECONDS),
});
const untilOver = (laid: Laid[], seconds: number): Promise<void> =>
  pause(Math.max(0, (laid[0]?.dueAt ?? 0) + seconds * 1000 - Date.now()));

async function databaseCrash(scene: ChaosScene): Promise<Judgement> {
  const laid = await lay(scene, NOT_TONIGHT_SECONDS);
  await pause((scene.seconds * 1000) / 2 + LEAD_MS);
  await scene.stack.crashDatabase();
  return outcome(scene, firstOnly(laid));
}

async function lay(scene: ChaosScene, stepSeconds: number): Promise<Laid[]> {
  scene.carrier.forget();
  await closeIncidents(scene.stack.adminUrl);
  const { incidents, seconds } = scene;
  // Laying takes a while; the first step falls due when all are there.
  const firstDueAt = new Date(Date.now() + LEAD_MS + incidents * LAY_MS);
  const ground = { incidents, firstDueAt, overSeconds: seconds, stepSeconds, from: laidSoFar };
  laidSoFar += incidents;
  const laid = await layIncidents(scene.stack.adminUrl, ground);
  await scene.cpu.restart();
  return laid;
}

/** Gives up when nothing more can be expected. */
async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (const giveUpAt = Date.now() + GRACE_MS; Date.now() < giveUpAt && !(await isSo());) await pause(250);
}

const untilDue = (laid: Laid[]): Promise<void> => pause(Math.max(0, (laid.at(-1)?.dueAt ?? 0) - Date.now()));

/** Nothing could be sent before the outage ended: that is when lateness begins. */
function afterOutage(owed: Owed[], over = Date.now()): Owed[] {
  return owed.map((text) => ({ ...text, countedFrom: Math.max(text.dueAt, over) }));
}

/** What became due in a run, and how long nothing of it could go out. */
interface Course {
  laid: Laid[];
  owed: Owed[];
  stepSeconds: number;
  heldUpMs: number;
}

const firstOnly = (laid: Laid[]): Course => ({
  laid,
  owed: firstSteps(laid),
  stepSeconds: NOT_TONIGHT_SECONDS,
  heldUpMs: LEASE_MS,
});

/** To be called when the outage is over. */
function wholeOnes(scene: ChaosScene, laid: Laid[]): Course {
  const stepSeconds = stepOf(scene);
  const owed = afterOutage(wholeLadders(laid, stepSeconds));
  return { laid, owed, stepSeconds, heldUpMs: scene.outageSeconds * 1000 + LEASE_MS };
}

/** Waits until everything owed was taken, or until nothing more can be expected. */
async function outcome({ carrier, stack }: ChaosScene, course: Course): Promise<Judgement> {
  const { owed } = course;
  const last = Math.max(...owed.map((text) => text.countedFrom ?? text.dueAt));
  // The log is not read while it grows: that would take CPU from what is measured.
  await pause(Math.max(0, last - Date.now()));
  for (;;) {
    const { missed } = verdictOn(owed, carrier.asked, carrier.taken);
    const isOver = Date.now() > last + GRACE_MS || (missed === 0 && Date.now() > last);
    if (isOver) return afterSettling(carrier, course, stack.adminUrl);
    await pause(250);
  }
}

/** A duplicate would come after the provider was asked: what hangs is waited for too. */
async function afterSettling(carrier: ChaosCarrier, course: Course, adminUrl: string): Promise<Judgement> {
  await until(() => isQuiet(adminUrl));
  const { laid, owed, stepSeconds, heldUpMs } = course;
  const run = { stepSeconds, heldUpMs, strideMs: BUSY_MS, endedAt: Date.now() };
  return judged(verdictOn(owed, carrier.asked, carrier.taken), laid, carrier, run);
}
