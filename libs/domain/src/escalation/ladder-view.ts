import type { AlertState } from './alert.js';
import type { IncidentState } from './incident.js';
import { holdReason, type PaceLimit } from './pace.js';
import type { AlertChannel, EscalationPolicy, EscalationStep, StepTarget } from './policy.js';

const STEP_LABELS: Record<EscalationStep, string> = {
  warm_transfer: 'Warm transfer to on-call',
  sms_oncall: 'SMS to on-call',
  auto_dial_oncall: 'Auto-dial on-call',
  sms_backup: 'SMS to backup',
  call_backup: 'Call to backup',
  sms_owner_unresolved: 'UNRESOLVED EMERGENCY SMS to owner',
  call_owner_unresolved: 'Call to owner',
  sms_contact: 'SMS to a contact',
  call_contact: 'Call to a contact',
  sms_group: 'SMS to a ring group',
  call_group: 'Call to a ring group',
};

export type LadderStepState = 'done' | 'current' | 'waiting' | 'skipped' | 'canceled';

/** The newest alert of a step. */
export interface StepAlert {
  contactName: string;
  state: AlertState;
  errorCode: string | null;
  sentAt: Date | null;
  /** The limit of pace that held it back; null: none did. */
  held: (PaceLimit & { until: string }) | null;
}

/** Where a ladder stands, and what it has sent. */
export interface LadderStanding {
  policy: EscalationPolicy;
  state: IncidentState;
  round: number;
  nextStep: number;
  startedAt: Date;
  nextFireAt: Date | null;
  /** Of each step index that has paged somebody in this run of the ladder. */
  paged: ReadonlyMap<number, StepAlert>;
  /** Whose turn it would be; null when there is nobody. */
  nameOf: (target: StepTarget) => string | null;
}

export interface LadderStepView {
  step: number;
  label: string;
  channel: AlertChannel;
  target: string;
  delaySeconds: number;
  state: LadderStepState;
  /** When a step that is still to come fires, if nobody answers or passes before. */
  firesAt: Date | null;
  /** How the step's page fares; null before it is sent. */
  delivery: StepDeliveryView | null;
}

export interface StepDeliveryView extends Omit<StepAlert, 'contactName' | 'held'> {
  /** Why it still waits: "3 calls in 15 minutes to Mike". */
  heldBecause: string | null;
  heldUntil: Date | null;
}

/** The ladder as it is drawn: what went out and arrived, what is under way, what is still to come and when. */
export function ladderView(standing: LadderStanding): LadderStepView[] {
  return standing.policy.steps.map((step, index) => {
    const alert = standing.paged.get(index);
    const state = stateOf(standing, index);
    return {
      step: index,
      label: STEP_LABELS[step.step],
      channel: step.channel,
      delaySeconds: step.delaySeconds,
      state,
      target: alert?.contactName ?? standing.nameOf(step.target) ?? 'Nobody',
      firesAt: state === 'waiting' ? firesAt(standing, step.delaySeconds) : null,
      delivery: alert ? deliveryOf(alert, step.channel) : null,
    };
  });
}

function deliveryOf(
  { state, errorCode, sentAt, held, contactName }: StepAlert,
  channel: AlertChannel,
): StepDeliveryView {
  const waits = state === 'pending' ? held : null;
  return {
    state,
    errorCode,
    sentAt,
    heldBecause: waits && holdReason(waits, channel === 'sms', contactName),
    heldUntil: waits && new Date(waits.until),
  };
}

function stateOf({ policy, state, round, nextStep, paged }: LadderStanding, index: number): LadderStepState {
  const alerting = state === 'alerting';
  const fired = round > 1 ? policy.steps.length : nextStep;
  if (index >= fired) return alerting ? 'waiting' : 'canceled';
  if (!paged.has(index)) return 'skipped';
  const delayOf = (at: number) => policy.steps[at]?.delaySeconds;
  return alerting && delayOf(index) === delayOf(fired - 1) ? 'current' : 'done';
}

/** The next step fires when the alarm says; those after it keep their distance from the start. */
function firesAt({ startedAt, nextFireAt }: LadderStanding, delaySeconds: number): Date {
  const planned = startedAt.getTime() + delaySeconds * 1000;
  return new Date(Math.max(planned, nextFireAt?.getTime() ?? planned));
}
