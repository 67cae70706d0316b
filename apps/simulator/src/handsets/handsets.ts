import fastifyStatic from '@fastify/static';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DEMO_NUMBERS } from '../overnight/demo-numbers.js';
import type { StandIn } from '../world.js';

/** The page's files are plain browser modules that no compiler copies: beside this file in the sources, five folders up from a build. */
const PAGE = [
  join(import.meta.dirname, 'page'),
  join(import.meta.dirname, '../../../../../apps/simulator/src/handsets/page'),
].find((folder) => existsSync(folder));

/** The handsets: a page at `/` on which a person is the caller, the technician and the operator of the simulated world. */
export function createHandsets(): StandIn {
  return {
    register(app) {
      if (!PAGE) throw new Error('The handsets page is missing: apps/simulator/src/handsets/page');
      void app.register(fastifyStatic, { root: PAGE, prefix: '/page/' });
      app.get('/', (_request, reply) => reply.sendFile('index.html'));
      app.get('/sim/demo-numbers', () => DEMO_NUMBERS);
    },
    reset() {
      // The page keeps nothing here.
    },
  };
}
