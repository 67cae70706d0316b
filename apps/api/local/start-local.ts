import { DEMO_PASSWORD, DEMO_USERS } from './demo/demo-people.js';
import { LocalStack } from './local-stack.js';

const say = (line: string): void => console.log(line);
const started = performance.now();

const stack = new LocalStack({
  directory: '.nightdesk',
  apiPort: Number(process.env.PORT ?? 3000),
  simulatorPort: Number(process.env.SIM_PORT ?? 4010),
  clockScale: Number(process.env.CLOCK_SCALE ?? 1),
  disposable: false,
  workers: 1,
  say,
});

let stopping = false;
async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  say('\nStopping …');
  await stack.stop();
  process.exit(code);
}
process.on('SIGINT', () => void stop(0));
process.on('SIGTERM', () => void stop(0));
process.on('SIGHUP', () => void stop(0));

try {
  await stack.start();
  stack.onExit((name, output) => {
    if (stopping) return;
    say(`The ${name} stopped unexpectedly. Its last words:\n${output}`);
    void stop(1);
  });
  announce();
} catch (error) {
  say(`\n${(error as Error).message}`);
  await stop(1);
}

function announce(): void {
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  say(`\nNightdesk is running (${seconds} s).\n`);
  say(`  App         ${stack.apiUrl}`);
  if (stack.usesSimulator) say(`  Handsets    ${stack.simulatorUrl}   call a line, be the technician, play a night`);
  if (stack.usesSimulator) say(`  Mail        ${stack.simulatorUrl}/mail`);
  say(`  API         ${stack.apiUrl}/api/docs`);
  say(`\n  Sign in as (password ${DEMO_PASSWORD})`);
  for (const user of DEMO_USERS) say(`    ${user.email.padEnd(34)} ${user.is}`);
  say('\n  Ctrl-C stops everything; the data stays in .nightdesk.\n');
}
