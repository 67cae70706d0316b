import type { LadderTiming } from '@domain/on-call/roster';

/** Whose turn it is; resolved to a person when the step fires, not when the incident opens. */
export type StepTarget = 'on_call' | 'backup' | 'owner';
export type AlertChannel = 'warm_transfer' | 'call' | 'sms';

/** Names of the PRD's `escalation_step`, and the calls that go with its texts (decision 4). */
export type EscalationStep =
  | 'warm_transfer'
  | 'sms_oncall'
  | 'auto_dial_oncall'
  | 'sms_backup'
  | 'call_backup'
  | 'sms_owner_unresolved'
  | 'call_owner_unresolved';

export interface PolicyStep {
  step: EscalationStep;
  target: StepTarget;
  channel: AlertChannel;
  /** Seconds after the ladder started. Steps with the same delay fire together. */
  delaySeconds: number;
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

const CALL_RING_SECONDS = 25;
const REPEAT_OWNER = { target: 'owner', everySeconds: 600, times: 3 } as const;

/** The PRD's five steps (section 7, decision 4) with the contractor's delays. */
export function defaultPolicy(timing: LadderTiming): EscalationPolicy {
  const { smsOncallDelaySeconds, autoDialDelaySeconds, backupDelaySeconds, ownerDelaySeconds } = timing;
  const steps: PolicyStep[] = [
    { step: 'warm_transfer', target: 'on_call', channel: 'warm_transfer', delaySeconds: 0 },
    { step: 'sms_oncall', target: 'on_call', channel: 'sms', delaySeconds: smsOncallDelaySeconds },
    { step: 'auto_dial_oncall', target: 'on_call', channel: 'call', delaySeconds: autoDialDelaySeconds },
    { step: 'sms_backup', target: 'backup', channel: 'sms', delaySeconds: backupDelaySeconds },
    { step: 'call_backup', target: 'backup', channel: 'call', delaySeconds: backupDelaySeconds },
    { step: 'sms_owner_unresolved', target: 'owner', channel: 'sms', delaySeconds: ownerDelaySeconds },
    { step: 'call_owner_unresolved', target: 'owner', channel: 'call', delaySeconds: ownerDelaySeconds },
  ];
  const wanted = timing.warmTransferEnabled ? steps : steps.slice(1);
  return {
    steps: wanted.toSorted((a, b) => a.delaySeconds - b.delaySeconds),
    repeat: REPEAT_OWNER,
    ringSeconds: timing.warmTransferEnabled ? timing.warmTransferTimeoutSeconds : CALL_RING_SECONDS,
  };
}
