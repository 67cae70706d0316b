import { jest } from '@jest/globals';
import { mayDial, type E164 } from '@domain/phone/e164';
import fc from 'fast-check';
import { seedAccount } from './harness/seed-account.js';
import { TestApp } from './harness/test-app.js';
import { COMMANDS } from './ladder-commands.js';
import { ModelNight } from './ladder-model.js';

/** More of them, or another seed, to look for more: `MODEL_RUNS=500 MODEL_SEED=7 npm run jest -- ladder-model`. */
const RUNS = Number(process.env.MODEL_RUNS ?? 16);
const SEED = Number(process.env.MODEL_SEED ?? 20261121);
/** Of a machine that several test runs share. */
const SECONDS_PER_NIGHT = 12;
jest.setTimeout(Math.max(240, RUNS * SECONDS_PER_NIGHT) * 1000);

const MOST_COMMANDS = 14;
/** Long enough for every ladder to end by itself. */
const REST_OF_THE_NIGHT_SECONDS = 9000;
const AREAS = Array.from({ length: 800 }, (_, index) => String(200 + index)).filter(
  (area) => !/11$|^9|^976/.test(area) && mayDial(`+1${area}5550100` as E164),
);

describe('The ladder beside a small model of it', () => {
  let app: TestApp;
  let nights = 0;

  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());

  const night = async (): Promise<ModelNight> => {
    // What an earlier night left must not ring in this one.
    await app.db.everything(`delete from routing.alarms`);
    await app.clock.set('2026-02-13T03:22:00Z');
    nights += 1;
    return new ModelNight(app, await seedAccount(app.db, { area: AREAS[nights % AREAS.length] ?? '312' }));
  };
  const runItsCourse = async (world: ModelNight): Promise<void> => {
    world.outage(false);
    world.crash = null;
    await world.world.workerDies();
    await app.settle();
    await app.pass(REST_OF_THE_NIGHT_SECONDS, 300);
  };

  it(`I1 to I10 hold whatever happens in whatever order (${RUNS} nights, seed ${SEED})`, async () => {
    const stories = fc.commands(COMMANDS, { maxCommands: MOST_COMMANDS, size: 'max' });
    const holds = fc.asyncProperty(stories, async (story) => {
      const world = await night();
      await fc.asyncModelRun(() => ({ model: world, real: world }), story);
      await runItsCourse(world);
      await world.checkTheMorning();
    });
    await fc.assert(holds, { numRuns: RUNS, seed: SEED, endOnFailure: process.env.CI !== undefined });
  });

  it('after any downtime everybody who was owed a word gets it, each once', async () => {
    // Together less than the half hour after which the owner's repeats begin.
    const [before, down] = [fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 17 })];
    const holds = fc.asyncProperty(before, down, async (minutesBefore, minutesDown) => {
      const world = await night();
      await world.opens();
      await app.settle();
      await app.pass(minutesBefore * 60, 60);
      await app.clock.advance(minutesDown * 60);
      await app.settle();
      await app.pass(30, 30);
      const owed = world.staff.map((_, step) => ((minutesBefore + minutesDown) * 60 >= step * 600 ? 1 : 0));
      expect(world.staff.map((phone) => world.pagesTo(phone))).toEqual(owed);
    });
    await fc.assert(holds, { numRuns: Math.ceil(RUNS / 3), seed: SEED });
  });
});
