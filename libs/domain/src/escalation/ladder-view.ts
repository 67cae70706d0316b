import type { IncidentState } from './incident.js';
import type { EscalationPolicy, EscalationStep, StepTarget } from './policy.js';

const STEP_LABELS: Record<EscalationStep, string> = {
  warm_transfer: 'Warm transfer to on-call',
  sms_oncall: 'SMS to on-call',
  auto_dial_oncall: 'Auto-dial on-call',
  sms_backup: 'SMS to backup',
  call_backup: 'Call to backup',
  sms_owner_unresolved: 'UNRESOLVED EMERGENCY SMS to owner',
  call_owner_unresolved: 'Call to owner',
};

export type LadderStepState = 'done' | 'current' | 'waiting' | 'skipped' | 'canceled';

/** Where a ladder stands, and what it has sent. `paged`: the person of each step index that has an alert. */
export interface LadderStanding {
  policy: EscalationPolicy;
  state: IncidentState;
  round: number;
  nextStep: number;
  paged: ReadonlyMap<number, string>;
  /** Whose turn it would be; null when there is nobody. */
  names: Record<StepTarget, string | null>;
}

export interface LadderStepView {
  step: number;
  label: string;
  channel: string;
  target: string;
  delaySeconds: number;
  state: LadderStepState;
}

/** The ladder as it is drawn: what went out, what is under way, what is still to come. */
export function ladderView(standing: LadderStanding): LadderStepView[] {
  const { policy, paged, names } = standing;
  return policy.steps.map((step, index) => ({
    step: index,
    label: STEP_LABELS[step.step],
    channel: step.channel,
    target: paged.get(index) ?? names[step.target] ?? 'Nobody',
    delaySeconds: step.delaySeconds,
    state: stateOf(standing, index),
  }));
}

function stateOf({ policy, state, round, nextStep, paged }: LadderStanding, index: number): LadderStepState {
  const alerting = state === 'alerting';
  const fired = round > 1 ? policy.steps.length : nextStep;
  if (index >= fired) return alerting ? 'waiting' : 'canceled';
  if (!paged.has(index)) return 'skipped';
  const delayOf = (at: number) => policy.steps[at]?.delaySeconds;
  return alerting && delayOf(index) === delayOf(fired - 1) ? 'current' : 'done';
}
