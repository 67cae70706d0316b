import type { LadderTiming } from '@domain/on-call/roster';

/** Whose turn it is; resolved to a person when the step fires, not when the incident opens. */
export type StepTarget =
  /** Whoever is on call; with `layerId`, on that layer of the schedule. */
  | { kind: 'on_call'; layerId?: string }
  | { kind: 'backup' }
  | { kind: 'owner' }
  | { kind: 'contact'; contactId: string }
  /** Everybody of the group, one after the other. `position`: the member an unrolled step stands for, from 0. */
  | { kind: 'ring_group'; groupId: string; position?: number };

export const ALERT_CHANNELS = ['warm_transfer', 'call', 'sms'] as const;
export type AlertChannel = (typeof ALERT_CHANNELS)[number];

/** Names of the PRD's `escalation_step`, the calls that go with its texts (decision 4), and the steps contractors add. */
export type EscalationStep =
  | 'warm_transfer'
  | 'sms_oncall'
  | 'auto_dial_oncall'
  | 'sms_backup'
  | 'call_backup'
  | 'sms_owner_unresolved'
  | 'call_owner_unresolved'
  | 'sms_contact'
  | 'call_contact'
  | 'sms_group'
  | 'call_group';

/** Of a page that a dispatcher asked for, beside the policy. */
export type ManualStep = 'sms_manual' | 'call_manual';

export interface PolicyStep {
  step: EscalationStep;
  target: StepTarget;
  channel: AlertChannel;
  /** Seconds after the ladder started. Steps with the same delay fire together. */
  delaySeconds: number;
  /** The same page again, so many times, each so many seconds after the one before. */
  repeats?: { times: number; everySeconds: number };
  /** Of a ring group: seconds each person has before the next one is paged. */
  personSeconds?: number;
}

/** An ordered ladder as data. Copied onto each incident, so that an edit never changes a ladder that runs. */
export interface EscalationPolicy {
  /** In the order of their delays. */
  steps: PolicyStep[];
  /** After the last step its target is paged again, `times` times; then the incident is unreached. */
  repeat: { target: StepTarget; everySeconds: number; times: number };
  /** How long a phone rings. Carrier voicemail picks up after about 25 s. */
  ringSeconds: number;
}

/** What an account has before it has decided anything (PRD section 7, VTCR 1.2). */
export const STANDARD_TIMING: LadderTiming = {
  warmTransferEnabled: true,
  warmTransferTimeoutSeconds: 25,
  smsOncallDelaySeconds: 0,
  autoDialDelaySeconds: 60,
  backupDelaySeconds: 600,
  ownerDelaySeconds: 1200,
};

const CALL_RING_SECONDS = 25;
const ON_CALL: StepTarget = { kind: 'on_call' };
const BACKUP: StepTarget = { kind: 'backup' };
const OWNER: StepTarget = { kind: 'owner' };

/** The PRD's five steps (section 7, decision 4) with the contractor's delays. */
export function defaultPolicy(timing: LadderTiming): EscalationPolicy {
  const { smsOncallDelaySeconds, autoDialDelaySeconds, backupDelaySeconds, ownerDelaySeconds } = timing;
  const steps: PolicyStep[] = [
    { step: 'warm_transfer', target: ON_CALL, channel: 'warm_transfer', delaySeconds: 0 },
    { step: 'sms_oncall', target: ON_CALL, channel: 'sms', delaySeconds: smsOncallDelaySeconds },
    { step: 'auto_dial_oncall', target: ON_CALL, channel: 'call', delaySeconds: autoDialDelaySeconds },
    { step: 'sms_backup', target: BACKUP, channel: 'sms', delaySeconds: backupDelaySeconds },
    { step: 'call_backup', target: BACKUP, channel: 'call', delaySeconds: backupDelaySeconds },
    { step: 'sms_owner_unresolved', target: OWNER, channel: 'sms', delaySeconds: ownerDelaySeconds },
    { step: 'call_owner_unresolved', target: OWNER, channel: 'call', delaySeconds: ownerDelaySeconds },
  ];
  const wanted = timing.warmTransferEnabled ? steps : steps.slice(1);
  return {
    steps: wanted.toSorted((a, b) => a.delaySeconds - b.delaySeconds),
    repeat: { target: OWNER, everySeconds: 600, times: 3 },
    ringSeconds: timing.warmTransferEnabled ? timing.warmTransferTimeoutSeconds : CALL_RING_SECONDS,
  };
}

/**
 * Whether two targets name the same turn. A ring group without a position means all of its members, so it matches each
 * of them.
 */
export function sameTarget(a: StepTarget, b: StepTarget): boolean {
  if (a.kind !== b.kind || idOf(a) !== idOf(b)) return false;
  const [one, other] = [positionOf(a), positionOf(b)];
  return one === undefined || other === undefined || one === other;
}

const positionOf = (target: StepTarget): number | undefined =>
  target.kind === 'ring_group' ? target.position : undefined;

function idOf(target: StepTarget): string | undefined {
  if (target.kind === 'contact') return target.contactId;
  if (target.kind === 'ring_group') return target.groupId;
  return target.kind === 'on_call' ? target.layerId : undefined;
}
