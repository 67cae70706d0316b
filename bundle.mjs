// Makes one program of the worker and everything it loads: whoever takes a killed worker's place reads a handful of files,
// not three thousand. Runs after the compiler; the worker is started from dist/worker/worker.js.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { inAscii } from './dist/libs/platform/src/start/ascii-program.js';

const root = fileURLToPath(new URL('.', import.meta.url));
const folder = join(root, 'dist', 'worker');
const isPackage = (id) => id.includes('node_modules');
const USED_PRODUCTS = new Set(['Twilio', 'Api', 'Lookups', 'Oauth']);
const NO_MAP = { version: 3, sources: [], names: [], mappings: '' };

/** Traces lead to our TypeScript. Node reads a whole map before the code runs, and that of all packages is 25 MB. */
const ownSourceMaps = {
  name: 'own-source-maps',
  load: (id) => {
    if (isPackage(id)) return /\.[cm]?js$/.test(id) ? { code: readFileSync(id, 'utf8'), map: NO_MAP } : null;
    if (!existsSync(`${id}.map`)) return null;
    const code = readFileSync(id, 'utf8');
    return {
      code: id.endsWith('.module.js') ? withoutControllers(code) : code,
      map: readFileSync(`${id}.map`, 'utf8'),
    };
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

/** It brings an HTTP client too, with a browser's and a proxy's in it; `TwilioHttp` stands in its place and has all of its work. */
const carrierHttp = {
  name: 'carrier-http',
  load: (id) =>
    id.endsWith('twilio/lib/base/RequestClient.js')
      ? `Object.defineProperty(exports, '__esModule', { value: true }); exports.default = class RequestClient {};`
      : null,
};

/** The worker answers no requests: it does without controllers and what only they use, most of which is documentation. */
const withoutRequests = {
  name: 'without-requests',
  resolveId: {
    order: 'pre',
    async handler(source, importer) {
      if (!/\.(controller|dto)\.js$/.test(source)) return null;
      const found = await this.resolve(source, importer, { skipSelf: true });
      return found && { ...found, moduleSideEffects: false };
    },
  },
};

const LEARNED = 'learned-weights.json';

/**
 * What judging a call has learned is a third of the program, and a worker that only pages never needs it: it lies beside the
 * program and is read with the first call that is judged (`likelihood.ts` does not look at it earlier).
 */
const learnedWeights = {
  name: 'learned-weights',
  load: (id) =>
    id.endsWith('domain/src/triage/model/weights.js')
      ? `import { readFileSync } from 'node:fs';
         import { join } from 'node:path';
         let read;
         const learned = () => (read ??= JSON.parse(readFileSync(join(__dirname, '${LEARNED}'), 'utf8')));
         export const WEIGHTS = { get features() { return learned().features; }, get rows() { return learned().rows; } };`
      : null,
};

/** The lines stay, so that traces still lead to the right ones. */
const withoutControllers = (code) => code.replace(/controllers: \[[^\]]*\],/, (list) => list.replace(/[^\n]/g, ' '));

rmSync(folder, { recursive: true, force: true });

/** Writes one program to dist/worker. */
async function write(entry, output) {
  const bundle = await rolldown({
    input: join(root, 'dist/apps/api/src', entry),
    platform: 'node',
    // A compiled addon stays a file of its own.
    external: [/^node:/, /^@node-rs\//],
    plugins: [withoutRequests, typeormOnce, carrierProducts, carrierHttp, learnedWeights, ownSourceMaps],
    // Packages look for others that need not be there.
    onLog: (_level, log) => log.code === 'UNRESOLVED_IMPORT' || console.warn(log.message),
  });
  await bundle.write({ dir: folder, keepNames: true, sourcemap: true, ...output });
  await bundle.close();
}

await write('worker.js', { format: 'esm' });
// In the function that Node puts around such a module, because it is compiled by libs/platform/src/start/compiled-program.ts.
await write('worker-program.js', {
  format: 'cjs',
  minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
  banner: ({ isEntry }) => (isEntry ? '(function (exports, require, module, __filename, __dirname) {' : ''),
  footer: ({ isEntry }) => (isEntry ? '})' : ''),
  entryFileNames: '[name].cjs',
  chunkFileNames: '[name]-[hash].cjs',
});

const program = join(folder, 'worker-program.cjs');
const map = JSON.parse(readFileSync(`${program}.map`, 'utf8'));
const { code, mappings } = inAscii({ code: readFileSync(program, 'utf8'), mappings: map.mappings });
writeFileSync(program, code);
writeFileSync(`${program}.map`, JSON.stringify({ ...map, mappings }));

const { WEIGHTS } = await import('./dist/libs/domain/src/triage/model/weights.js');
writeFileSync(join(folder, LEARNED), JSON.stringify(WEIGHTS));
