import { CALLER, type Laid } from './ground.js';
import type { CarrierLog } from './log.js';
import type { Night } from '../night/record.js';

/** How a run treated the ladders it laid. */
export interface Run {
  /** Seconds between the steps to the on-call person, the backup and the owner. */
  stepSeconds: number;
  /** The longest time in which nothing could go out: an outage, a lease; 0 in a calm run. */
  heldUpMs: number;
  /** How much longer a busy machine may need. */
  strideMs: number;
  endedAt: number;
}

/** The nights of the emergencies a run has laid, as its carrier saw them: each had a line of its own. */
export function nightsOf(laid: readonly Laid[], { asked, questions, hurries }: CarrierLog, run: Run): Night[] {
  const [asks, asking, hurrying] = [byLine(asked), byLine(questions), byLine(hurries)];
  return laid.map((ladder) => ({
    record: {
      ...{ asks: asks.get(ladder.line) ?? [], questions: asking.get(ladder.line) ?? [] },
      ...{ answers: [], digests: null },
    },
    story: storyOf(
      ladder,
      run,
      (hurrying.get(ladder.line) ?? []).map(({ at }) => at),
    ),
  }));
}

function storyOf({ line, onCall, backup, owner, dueAt }: Laid, run: Run, hurries: number[]): Night['story'] {
  const stepMs = run.stepSeconds * 1000;
  return {
    emergencies: [{ code: '7K', callerPhone: CALLER, callerName: line, openedAt: dueAt }],
    teams: [{ since: 0, people: [onCall, backup, owner] }],
    names: {},
    delaysMs: [0, stepMs, 2 * stepMs],
    repeats: { times: 0, everyMs: stepMs },
    ...{ silenceMs: null, heldUpMs: run.heldUpMs, strideMs: run.strideMs, hurries, endedAt: run.endedAt },
  };
}

function byLine<Entry extends { from: string }>(log: readonly Entry[]): Map<string, Entry[]> {
  const entries = new Map<string, Entry[]>();
  for (const entry of log) {
    const ofLine = entries.get(entry.from);
    if (ofLine) ofLine.push(entry);
    else entries.set(entry.from, [entry]);
  }
  return entries;
}
