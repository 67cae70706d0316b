// npm test: everything that must hold. Each step ends the run when it fails. `isolation`: that part alone, in full.
import { existsSync } from 'node:fs';
import { build, install, node, run } from './setup.mjs';

install();
build();

const jest = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js'];
if (process.argv[2] === 'isolation') {
  const env = { ...process.env, ISOLATION: 'full' };
  run('Everybody who might ask, everywhere an id can stand …', node, [...jest, 'apps/api/test/isolation', '--selectProjects', 'database'], { env });
  process.exit(0);
}
run('Types …', node, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json', '--noEmit']);
run('Types of the app …', node, ['node_modules/typescript/bin/tsc', '-p', 'apps/web/tsconfig.json', '--noEmit']);
run('Types of the app’s tests …', node, ['node_modules/typescript/bin/tsc', '-p', 'apps/web/test/tsconfig.json', '--noEmit']);
run('Lint …', node, ['node_modules/eslint/bin/eslint.js', '.', '--cache', '--cache-location', 'dist/.eslintcache']);
run('Import rules …', node, ['node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', 'apps', 'libs', 'migrations', '--config', '.dependency-cruiser.cjs', '--output-type', 'err']);
run('API document and the client made from it …', node, ['dist/apps/api/src/openapi.js', 'apps/web/openapi.json', '--check']);
run('Rules of the API document …', node, ['node_modules/@stoplight/spectral-cli/dist/index.js', 'lint', 'apps/web/openapi.json', '--ruleset', '.spectral.yaml', '--fail-severity', 'warn']);
run('Unit and contract tests …', node, [...jest, '--selectProjects', 'unit', '--maxWorkers', '2']);
run('Tests on a real PostgreSQL …', node, [...jest, '--selectProjects', 'database', '--maxWorkers', '2']);
run('Triage evaluation …', node, ['dist/libs/domain/src/triage/eval/eval.js', '--published']);
run('The PRD’s night, end to end …', node, ['dist/apps/api/proofs/overnight/overnight.js']);
run('Killed workers, a failing carrier, a crashed database …', node, ['dist/apps/api/proofs/chaos/chaos.js', 'ladder', '--short']);
if (existsSync('/usr/bin/chromium') || process.env.CHROMIUM) {
  run('The app in a real browser …', node, ['node_modules/@playwright/test/cli.js', 'test', '--config', 'apps/web/test/playwright.config.ts']);
  run('A call, from handset to screen …', node, ['node_modules/@playwright/test/cli.js', 'test', '--config', 'apps/web/test/night/playwright.config.ts']);
} else {
  console.error('\nNo Chromium: the browser tests need Debian’s package `chromium` (or CHROMIUM=/path/to/it). .ci/run installs it.');
  process.exit(1);
}
console.log('\nAll green.');
