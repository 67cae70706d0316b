import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { throwAway, throwAwayStack } from '../../local/throw-away-stack.js';
import { checkNight } from './checks.js';
import { gatherEvidence } from './evidence.js';
import { printChecks, printNight } from './print.js';

/** PRD section 13 is a Thursday in February; the clock starts before Metro Plumbing closes. */
const EVENING = { date: '2026-02-12', opensAt: new Date('2026-02-12T22:30:00Z') };
const MIKE = '+13125550182';
const SPEED = Number(process.argv[2] ?? 20);
const PLAYED_WITHIN_MS = 240_000;

const say = (line: string): void => console.log(line);
// Two workers, so that "exactly once" is not an accident.
const stack = await throwAwayStack({ name: 'night', clockStart: EVENING.opensAt, workers: 2, say });

async function play(): Promise<void> {
  const response = await fetch(`${stack.simulatorUrl}/sim/overnight/play`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ speed: SPEED, date: EVENING.date }),
  });
  if (!response.ok) throw new Error(`The simulator refused to play: ${await response.text()}`);
  for (let waited = 0; waited < PLAYED_WITHIN_MS; waited += 250) {
    const night = (await (await fetch(`${stack.simulatorUrl}/sim/overnight`)).json()) as {
      status: string;
      error: string | null;
    };
    if (night.status === 'failed') throw new Error(`The night broke off: ${night.error ?? ''}`);
    if (night.status === 'done') return;
    await pause(250);
  }
  throw new Error('The night did not end');
}

async function main(): Promise<number> {
  await stack.start();
  console.log(
    `Playing Thursday ${EVENING.date} at ${SPEED} times its speed. Watch it: ${stack.apiUrl} and ${stack.simulatorUrl}\n`,
  );
  await play();
  await pause(1500);
  const night = await gatherEvidence({ api: stack.apiUrl, simulator: stack.simulatorUrl }, MIKE);
  printNight(night);
  return printChecks(checkNight(night));
}

const failures = await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 1;
});
await throwAway(stack, failures > 0);
if (failures > 0) console.error(`Logs of the programs: ${join(stack.options.directory, 'logs')}`);
process.exit(failures === 0 ? 0 : 1);
