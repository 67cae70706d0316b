/** How an account comes to its number and its assistant, in this order; undone in the reverse one (issue 5, item 3). */
export const PROVISIONING_STEPS = [
  'subaccount',
  'number',
  'credential',
  'import',
  'urls',
  'assistant',
  'health',
  'routing',
] as const;
export type ProvisioningStepName = (typeof PROVISIONING_STEPS)[number];

export const PROVISIONING_KINDS = ['buy', 'bring'] as const;
export type ProvisioningKind = (typeof PROVISIONING_KINDS)[number];

/** `failed` waits for a person: try again, or abandon. The last two are final. */
export const PROVISIONING_STATES = ['running', 'failed', 'abandoning', 'finished', 'abandoned'] as const;
export type ProvisioningState = (typeof PROVISIONING_STATES)[number];

export const STEP_STATES = ['pending', 'started', 'done', 'failed', 'undone'] as const;
export type StepState = (typeof STEP_STATES)[number];

const NOT_FOR_BROUGHT: readonly ProvisioningStepName[] = ['subaccount', 'credential'];

/** A number that is brought stays in the carrier account it is in, so nothing is opened for it. */
export const stepsFor = (kind: ProvisioningKind): ProvisioningStepName[] =>
  PROVISIONING_STEPS.filter((step) => kind === 'buy' || !NOT_FOR_BROUGHT.includes(step));

export interface StepProgress {
  step: ProvisioningStepName;
  position: number;
  state: StepState;
}

export type NextMove =
  | { kind: 'do' | 'undo'; step: ProvisioningStepName }
  /** Nothing is left to do: the saga is over in this state. */
  | { kind: 'end'; state: 'finished' | 'abandoned' }
  /** A person decides, or it is over already. */
  | { kind: 'rest' };

/**
 * What comes next. A step that was started may have happened, whatever its record says, so it is undone like one that
 * is done; one that never started left nothing behind.
 */
export function nextMove(state: ProvisioningState, steps: readonly StepProgress[]): NextMove {
  const ordered = [...steps].sort((one, other) => one.position - other.position);
  if (state === 'running') {
    const open = ordered.find((step) => step.state !== 'done');
    return open ? { kind: 'do', step: open.step } : { kind: 'end', state: 'finished' };
  }
  if (state !== 'abandoning') return { kind: 'rest' };
  const standing = ordered.findLast((step) => step.state !== 'pending' && step.state !== 'undone');
  return standing ? { kind: 'undo', step: standing.step } : { kind: 'end', state: 'abandoned' };
}

export const MOST_ATTEMPTS = 6;
const LONGEST_WAIT_SECONDS = 600;

/**
 * Never under ten seconds: a request that timed out may still be on its way, and would not be seen by the look that
 * comes before the next try.
 */
export const waitBeforeAttempt = (attempts: number): number =>
  Math.min(10 * 2 ** Math.max(0, attempts - 1), LONGEST_WAIT_SECONDS);
