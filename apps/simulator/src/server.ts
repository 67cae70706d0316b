import Fastify, { type FastifyInstance } from 'fastify';
import { VirtualClock } from './clock.js';
import { Faults } from './faults.js';
import { acceptBodies } from './http-bodies.js';
import { Courier } from './http-courier.js';
import { breakOnDemand } from './http-faults.js';
import { SimLog } from './log.js';
import { registerControl } from './server-control.js';
import type { ServerSettings } from './server-settings.js';
import { Snapshots } from './server-snapshots.js';
import type { StandIn, World } from './world.js';
import { StreamParties } from './world-streams.js';

export interface Simulator {
  readonly world: World;
  readonly app: FastifyInstance;
  /** Where it listens, e.g. `http://127.0.0.1:4010`; settings.port 0 takes a free port. */
  listen(): Promise<string>;
  close(): Promise<void>;
}

/** Builds a simulator of these stand-ins without opening a port. Tests make as many as they like: nothing is global. */
export async function createSimulator(
  settings: ServerSettings,
  makeStandIns: (world: World) => StandIn[],
): Promise<Simulator> {
  const world = createWorld(settings);
  await world.clock.set({ scale: settings.clockScale });
  const app = Fastify({
    forceCloseConnections: true,
    bodyLimit: 30 * 1024 * 1024,
    routerOptions: { ignoreTrailingSlash: true },
  });
  acceptBodies(app);
  breakOnDemand(app, world);
  registerControl(app, world);
  const standIns = makeStandIns(world);
  for (const standIn of standIns) standIn.register(app);
  app.post('/sim/reset', (_request, reply) => {
    resetWorld(world, standIns);
    return reply.code(204).send();
  });
  return { world, app, listen: () => open(app, world, standIns), close: () => closeDown(app, world, standIns) };
}

function createWorld(settings: ServerSettings): World {
  const clock = new VirtualClock();
  const log = new SimLog(clock);
  const faults = new Faults();
  const courier = new Courier(clock, log, faults);
  clock.settleWith(() => courier.settled());
  const address = { url: `http://${settings.host}:${settings.port}` };
  return {
    settings,
    address,
    clock,
    log,
    faults,
    courier,
    streams: new StreamParties(),
    snapshots: new Snapshots(settings.stateFile),
  };
}

function resetWorld(world: World, standIns: readonly StandIn[]): void {
  for (const standIn of standIns) standIn.reset();
  world.clock.clear();
  world.faults.clear();
  world.log.clear();
  world.snapshots.changed();
}

async function open(app: FastifyInstance, world: World, standIns: readonly StandIn[]): Promise<string> {
  for (const standIn of standIns) await standIn.open?.();
  world.address.url = await app.listen({ host: world.settings.host, port: world.settings.port });
  return world.address.url;
}

async function closeDown(app: FastifyInstance, world: World, standIns: readonly StandIn[]): Promise<void> {
  world.clock.clear();
  world.snapshots.flush();
  for (const standIn of standIns) await standIn.close?.();
  await app.close();
}
