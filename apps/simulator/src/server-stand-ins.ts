import type { StandIn, World } from './world.js';

/** Every stand-in of the simulator. */
export function makeStandIns(_world: World): StandIn[] {
  return [];
}
