import fastifyStatic from '@fastify/static';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { StandIn } from '../world.js';

/** The app's own public files, seen from the sources and from a build. */
const FILES = ['../../../../apps/web/public', '../../../../../apps/web/public']
  .map((path) => join(import.meta.dirname, path, 'voice-fallback'))
  .find((folder) => existsSync(folder));

/** A host on another failure domain: goes on serving the fallback's files to the carrier while Nightdesk is down. */
export function createStaticHost(): StandIn {
  return {
    register(app) {
      if (!FILES) throw new Error('The fallback files are missing: apps/web/public/voice-fallback');
      void app.register(fastifyStatic, { root: FILES, prefix: '/voice-fallback/', decorateReply: false });
    },
    reset() {
      // Files change with a release only.
    },
  };
}
