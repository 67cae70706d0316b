import type { AlertChannel, EscalationPolicy, EscalationStep, PolicyStep, StepTarget } from './policy.js';

/** A step as the editor sends it: its name follows from what it does. */
export type StepDraft = Omit<PolicyStep, 'step'>;
export type PolicyDraft = Omit<EscalationPolicy, 'steps'> & { steps: StepDraft[] };

/** How long each person of a ring group has when the step does not say. */
export const PERSON_SECONDS = 40;

type StepNames = Record<'sms' | 'call', EscalationStep>;
const NAMES: Record<StepTarget['kind'], StepNames> = {
  on_call: { sms: 'sms_oncall', call: 'auto_dial_oncall' },
  backup: { sms: 'sms_backup', call: 'call_backup' },
  owner: { sms: 'sms_owner_unresolved', call: 'call_owner_unresolved' },
  contact: { sms: 'sms_contact', call: 'call_contact' },
  ring_group: { sms: 'sms_group', call: 'call_group' },
};

/**
 * The name of a step. The owner's says "unresolved" only when somebody else was asked before: a shop of one must not be
 * told that nobody took it in the second it is reported.
 */
export function stepName(target: StepTarget, channel: AlertChannel, isFirst: boolean): EscalationStep {
  if (channel === 'warm_transfer') return 'warm_transfer';
  return NAMES[isFirst && target.kind === 'owner' ? 'contact' : target.kind][channel];
}

/** A draft in the order of its delays, with the names of its steps. */
export function namedPolicy(draft: PolicyDraft): EscalationPolicy {
  const first = Math.min(...draft.steps.map((step) => step.delaySeconds));
  const steps = draft.steps
    .toSorted((a, b) => a.delaySeconds - b.delaySeconds)
    .map((step) => ({ ...step, step: stepName(step.target, step.channel, step.delaySeconds === first) }));
  return { ...draft, steps };
}

/**
 * The ladder an incident carries: repeats written out, and a ring group as one step per member. `membersOf`: how many
 * are in a group now. Who they are is asked when each step fires; a place whose member left costs no time.
 */
export function unrolled(policy: EscalationPolicy, membersOf: (groupId: string) => number): EscalationPolicy {
  const steps = policy.steps.flatMap((step) => repeated(step).flatMap((one) => perMember(one, membersOf)));
  return { ...policy, steps: steps.toSorted((a, b) => a.delaySeconds - b.delaySeconds) };
}

function repeated({ repeats, ...step }: PolicyStep): PolicyStep[] {
  const times = 1 + (repeats?.times ?? 0);
  return Array.from({ length: times }, (_, index) => ({
    ...step,
    delaySeconds: step.delaySeconds + index * (repeats?.everySeconds ?? 0),
  }));
}

function perMember(step: PolicyStep, membersOf: (groupId: string) => number): PolicyStep[] {
  const { target, personSeconds = PERSON_SECONDS, ...rest } = step;
  if (target.kind !== 'ring_group') return [{ ...rest, target }];
  return Array.from({ length: Math.max(1, membersOf(target.groupId)) }, (_, position) => ({
    ...rest,
    target: { ...target, position },
    delaySeconds: step.delaySeconds + position * personSeconds,
  }));
}

/** Ids of the ring groups a ladder pages. */
export const groupsIn = (policy: EscalationPolicy): string[] => [
  ...new Set(targetsIn(policy).flatMap((target) => (target.kind === 'ring_group' ? [target.groupId] : []))),
];

/** Ids of the contacts a ladder names. */
export const contactsIn = (policy: EscalationPolicy): string[] => [
  ...new Set(targetsIn(policy).flatMap((target) => (target.kind === 'contact' ? [target.contactId] : []))),
];

const targetsIn = (policy: EscalationPolicy): StepTarget[] => [
  ...policy.steps.map((step) => step.target),
  policy.repeat.target,
];
