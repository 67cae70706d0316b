// Makes one program of the worker and everything it loads: whoever takes a killed worker's place reads a handful of files,
// not three thousand. Runs after the compiler; the worker is started from dist/worker/worker.js.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import http from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('.', import.meta.url));
const folder = join(root, 'dist', 'worker');
const isPackage = (id) => id.includes('node_modules');
const USED_PRODUCTS = new Set(['Twilio', 'Api', 'Lookups', 'Oauth']);
const UNDICI = new Set(['WebSocket', 'CloseEvent', 'MessageEvent']);
const NO_MAP = { version: 3, sources: [], names: [], mappings: '' };

/** Traces lead to our TypeScript. Node reads a whole map before the code runs, and that of all packages is 25 MB. */
const ownSourceMaps = {
  name: 'own-source-maps',
  load: (id) => {
    if (isPackage(id)) return /\.[cm]?js$/.test(id) ? { code: readFileSync(id, 'utf8'), map: NO_MAP } : null;
    return existsSync(`${id}.map`) ? { code: readFileSync(id, 'utf8'), map: readFileSync(`${id}.map`, 'utf8') } : null;
  },
};

/** It looks for two classes that TypeORM 1 no longer has, and loads all of TypeORM a second time to find none. */
const typeormOnce = {
  name: 'typeorm-once',
  load: (id) =>
    id.endsWith('@nestjs/typeorm/dist/common/typeorm-compat.js')
      ? 'export const Connection = undefined; export const AbstractRepository = undefined;'
      : null,
};

/** The carrier's SDK brings forty products, ten megabytes of them; we use two. */
const carrierProducts = {
  name: 'carrier-products',
  load: (id) => {
    const product = /twilio\/lib\/rest\/([A-Z]\w*?)(Base)?\.js$/.exec(id)?.[1];
    if (!product || USED_PRODUCTS.has(product)) return null;
    return `throw new Error('bundle.mjs leaves the carrier product ${product} out of the worker');`;
  },
};

/**
 * Whoever imports `http` from a module is given all its names, and for three of them (WebSocket and its events) Node loads a
 * second HTTP client. Whoever takes a part of it is given that part.
 */
const httpInParts = {
  name: 'http-in-parts',
  resolveId: (id) => (/^(node:)?http$/.test(id) ? '\0http' : null),
  load: (id) =>
    id === '\0http'
      ? `const http = process.getBuiltinModule('node:http');
         export default http;
         export const { ${Object.keys(http)
           .filter((name) => !UNDICI.has(name))
           .join(', ')} } = http;`
      : null,
};

rmSync(folder, { recursive: true, force: true });
const bundle = await rolldown({
  input: join(root, 'dist/apps/api/src/worker.js'),
  platform: 'node',
  // A compiled addon stays a file of its own.
  external: [/^node:/, /^@node-rs\//],
  plugins: [httpInParts, typeormOnce, carrierProducts, ownSourceMaps],
  // Packages look for others that need not be there.
  onLog: (_level, log) => log.code === 'UNRESOLVED_IMPORT' || console.warn(log.message),
});
await bundle.write({ dir: folder, format: 'esm', keepNames: true, sourcemap: true });
await bundle.close();
