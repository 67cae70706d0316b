import type { Asked, Taken } from './chaos-log.js';
import { CALLER, type Laid } from './chaos-ground.js';
import type { Ask, Night } from './night-record.js';

/** How a run treated the ladders it laid. */
export interface Run {
  /** Seconds between the steps to the on-call person, the backup and the owner. */
  stepSeconds: number;
  /** The longest time in which nothing could go out: an outage, a lease, a busy machine. */
  heldUpMs: number;
  endedAt: number;
}

/**
 * The nights of the emergencies a run has laid, as its carrier saw them: each had a line of its own. A request that the
 * carrier did not take leaves no delivery to know it by, so it says only that somebody was asked for.
 */
export function nightsOf(laid: readonly Laid[], log: { asked: Asked[]; taken: Taken[] }, run: Run): Night[] {
  const byLine = new Map<string, Ask[]>();
  for (const { kind, from, to, body, at } of log.taken) {
    const asks = byLine.get(from) ?? [];
    asks.push({ kind, from, to, body, at, reportsTo: '', fate: 'taken' });
    byLine.set(from, asks);
  }
  const isCalm = log.asked.length === log.taken.length;
  return laid.map((ladder) => nightOf(ladder, byLine.get(ladder.line) ?? [], { ...run, isCalm }));
}

function nightOf(
  { line, onCall, backup, owner, dueAt }: Laid,
  asks: Ask[],
  { stepSeconds, heldUpMs, endedAt, isCalm }: Run & { isCalm: boolean },
): Night {
  const stepMs = stepSeconds * 1000;
  return {
    record: { asks, questions: [], answers: [], digests: null },
    story: {
      emergencies: [{ code: '7K', callerPhone: CALLER, callerName: line, openedAt: dueAt }],
      teams: [{ since: 0, people: [onCall, backup, owner] }],
      names: {},
      delaysMs: [0, stepMs, 2 * stepMs],
      repeats: { times: 0, everyMs: stepMs },
      // A carrier that refuses lets the next step come early.
      ...{ silenceMs: null, heldUpMs, strideMs: 0, hurries: isCalm ? [] : [dueAt], endedAt },
    },
  };
}
