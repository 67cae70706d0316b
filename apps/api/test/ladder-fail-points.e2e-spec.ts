import { jest } from '@jest/globals';
import type { LocalProcess } from '@platform/local/child-process';
import { FAIR } from '../proofs/chaos/weather.js';
import { FAIL_POINTS, type FailPoint } from '../proofs/chaos/fail-points.js';
import { INVARIANTS, type Invariant } from '../proofs/night/invariants.js';
import { LadderProcesses } from './ladder-processes.js';

jest.setTimeout(480_000);

/** A text that the carrier's server choked on has to be asked about, by the alarm of its own. */
const MAKES_US_ASK = { ...FAIR, errorBefore: 1 };
const ASKING: readonly FailPoint[] = ['alert-claimed', 'before-asking', 'asked', 'trace-committed'];

describe('The ladder, when its workers fail between any two effects', () => {
  let crew: LadderProcesses;

  beforeAll(async () => {
    crew = await LadderProcesses.open();
  });
  afterAll(() => crew.close());

  /** Lets one worker after the other come to a point and fail there; the next one boots meanwhile. */
  const failAtEach = async (fault: 'SIGKILL' | 'SIGSTOP'): Promise<LocalProcess[]> => {
    const workers = [crew.standBy(fault, [FAIL_POINTS[0]])];
    for (const [index, point] of FAIL_POINTS.entries()) {
      const worker = workers[index] as LocalProcess;
      const next = FAIL_POINTS[index + 1];
      if (next) workers.push(crew.standBy(fault, [next]));
      crew.carrier.weather = ASKING.includes(point) ? MAKES_US_ASK : FAIR;
      await crew.begin(worker);
      await crew.emergency(`${fault} at ${point}`);
      await crew.until(() => worker.hasSaid(`failed at ${point}`), `a worker meets ${fault} at ${point}`);
      if (fault === 'SIGKILL') await worker.finished();
    }
    crew.carrier.weather = FAIR;
    return workers;
  };
  /** One worker that fails at every point in turn and lives on. */
  const throwAtEach = async (): Promise<void> => {
    const thrower = crew.standBy('throw', FAIL_POINTS);
    await crew.begin(thrower);
    for (const point of FAIL_POINTS) {
      crew.carrier.weather = ASKING.includes(point) ? MAKES_US_ASK : FAIR;
      await crew.emergency(`throw at ${point}`);
      await crew.until(() => thrower.hasSaid(`failed at ${point}`), `a worker throws at ${point}`);
    }
    crew.carrier.weather = FAIR;
  };

  it('law 3: killed, stopped for longer than its lease, or thrown out of its work at each point: I1 to I9 hold for every ladder', async () => {
    const sleepers = await failAtEach('SIGSTOP');
    await failAtEach('SIGKILL');
    await throwAtEach();
    await crew.until(() => crew.isQuiet(), 'everything owed was sent');
    for (const sleeper of sleepers) sleeper.kill('SIGCONT');
    await crew.emergency('after all of them');
    await crew.until(() => crew.isQuiet(), 'the sleepers, awake, have done their part');

    const broken = crew.outcomes();
    process.stdout.write(tableOf(broken));
    expect([...broken.values()].flat()).toEqual([]);
    expect(broken.size).toBe(3 * FAIL_POINTS.length + 1);
    expect(crew.everybodyWasToldOnce()).toBe(true);
  });
});

/** Which failure was met by which ladder, and what became of that. */
function tableOf(broken: Map<string, Invariant[]>): string {
  const faults = ['SIGKILL', 'SIGSTOP', 'throw'];
  const cell = (fault: string, point: string) => broken.get(`${fault} at ${point}`)?.join() || 'held';
  const rows = FAIL_POINTS.map((point) => [point, ...faults.map((fault) => cell(fault, point))]);
  const lines = [['fail point', ...faults], ...rows].map((row) => row.map((word) => word.padEnd(20)).join(''));
  return `${Object.keys(INVARIANTS).slice(0, 9).join(' ')}\n${lines.join('\n')}\n`;
}
