// Runs on whatever old Node the host has: installs, builds what changed, and hands over to the project's own Node 24.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('.', import.meta.url));
export const node = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** Runs a command in the project; ends the program with its exit code when it fails. */
export function run(title, command, args, options = {}) {
  console.log(title);
  const started = Date.now();
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (error) console.error(error.message);
  if (status !== 0) {
    console.error(`\nFailed: ${title.replace(/ …$/, '')} (exit ${status ?? 'none'})`);
    process.exit(status || 1);
  }
  console.log(`  done in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

/** `npm ci` when the lock file is not the installed one. */
export function install() {
  const stamp = join(root, 'node_modules', '.installed-lock');
  const wanted = hashOf(['package-lock.json', 'package.json', 'apps/web/package.json']);
  if (existsSync(node) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  run('Installing packages (about a minute, once) …', npm, ['ci', '--no-audit', '--no-fund']);
  writeFileSync(stamp, wanted);
}

/** Compiles what changed since the last build. */
export function build() {
  const sources = ['apps/api/local', 'apps/api/proofs', 'apps/api/src', 'apps/simulator/src', 'libs', 'migrations', 'tsconfig.json', 'tsconfig.build.json', 'nest-cli.json', 'package-lock.json'];
  buildOnce('program', sources, 'dist/.built', ['node_modules/@nestjs/cli/bin/nest.js', 'build', 'api']);
  copyData();
  buildOnce('worker', [...sources, 'bundle.mjs'], 'dist/worker/.built', ['bundle.mjs']);
  buildOnce('app', ['apps/web/src', 'apps/web/index.html', 'apps/web/vite.config.ts', 'apps/web/package.json', 'libs/domain/src', 'package-lock.json'], 'apps/web/dist/.built', [
    'node_modules/vite/bin/vite.js', 'build', 'apps/web', '--logLevel', 'warn',
  ]);
}

function buildOnce(what, sources, stampFile, command) {
  const stamp = join(root, stampFile);
  const wanted = hashOf(sources);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  run(`Building the ${what} …`, node, command);
  mkdirSync(join(stamp, '..'), { recursive: true });
  writeFileSync(stamp, wanted);
}

/** What the compiler leaves behind: pages and corpora that the compiled code reads beside itself. */
function copyData() {
  for (const folder of ['apps/simulator/src', 'libs/domain/src/triage']) copyTree(folder);
}

function copyTree(folder) {
  for (const path of filesUnder(folder)) {
    if (/\.(ts|md)$/.test(path)) continue;
    const target = join(root, 'dist', path);
    mkdirSync(join(target, '..'), { recursive: true });
    writeFileSync(target, readFileSync(join(root, path)));
  }
}

function filesUnder(path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full)
    .filter((name) => name !== 'node_modules' && name !== 'dist')
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap(filesUnder).filter((file) => !/spec\.tsx?$/.test(file))) hash.update(path).update(readFileSync(join(root, path)));
  return hash.digest('hex');
}
