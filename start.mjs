// npm start, npm run overnight, npm run bench, npm run chaos: set up what is missing, then run it on the project's own Node.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { build, install, node, root } from './setup.mjs';

const PROGRAMS = {
  start: 'dist/apps/api/local/start-local.js',
  overnight: 'dist/apps/api/proofs/overnight/overnight.js',
  bench: 'dist/apps/api/proofs/bench/bench.js',
  chaos: 'dist/apps/api/proofs/chaos/chaos.js',
};

const [name = 'start', ...rest] = process.argv.slice(2);
if (!PROGRAMS[name]) {
  console.error(`Unknown program ${name}. One of: ${Object.keys(PROGRAMS).join(', ')}`);
  process.exit(2);
}
install();
build();
const envFile = existsSync(`${root}.env`) ? ['--env-file=.env'] : [];
const child = spawn(node, [...envFile, '--enable-source-maps', PROGRAMS[name], ...rest], { cwd: root, stdio: 'inherit' });
// The terminal sends Ctrl-C to both; the child stops everything in order and this waits for it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
