import type { OnCallNow } from '@domain/on-call/on-call-at';
import type { EscalationPolicy, StepTarget } from './policy.js';

/** What an incident carries from the moment it opens, so that a later edit cannot change a ladder that runs (decision 4). */
export interface LadderSnapshot {
  policy: EscalationPolicy;
  /** RFC 3339: what the policy's delays count from. Moves when a step is brought forward. */
  startedAt: string;
  accountName: string;
  timeZone: string;
  /** Minutes after which an acceptance without contact is asked about; null when switched off. */
  watchdogMinutes: number | null;
  /** Who was on call at the opening: shown, and paged if the roster can no longer be read. Null when there was none. */
  people: OnCallNow | null;
  /** Whom the ladder reaches first: what the caller is told. Incidents of the first engine have none and mean the primary. */
  reachingName?: string | null;
  /** Where the caller's voice agent can be told what to say; null when no agent talks with the caller. */
  controlUrl: string | null;
}

/** Incidents opened by the first engine name a target by its kind alone. */
type StoredTarget = StepTarget | 'on_call' | 'backup' | 'owner';
type StoredPolicy = Omit<EscalationPolicy, 'steps' | 'repeat'> & {
  steps: (Omit<EscalationPolicy['steps'][number], 'target'> & { target: StoredTarget })[];
  repeat: Omit<EscalationPolicy['repeat'], 'target'> & { target: StoredTarget };
};
export type StoredSnapshot = Omit<LadderSnapshot, 'policy'> & { policy: StoredPolicy };

/** A snapshot of any engine version, in today's words: a ladder that runs over an upgrade goes on. */
export function readSnapshot(stored: StoredSnapshot): LadderSnapshot {
  const { steps, repeat } = stored.policy;
  const policy = {
    ...stored.policy,
    steps: steps.map((step) => ({ ...step, target: targetOf(step.target) })),
    repeat: { ...repeat, target: targetOf(repeat.target) },
  };
  return { ...stored, policy };
}

const targetOf = (stored: StoredTarget): StepTarget => (typeof stored === 'string' ? { kind: stored } : stored);

/** Whom a ladder set out to reach, in the words for the caller and the card; null when nobody could be. */
export const reachingName = ({ reachingName: first, people }: LadderSnapshot): string | null =>
  first === undefined ? (people?.primary.name ?? null) : first;
