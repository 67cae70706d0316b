import type { PolicyStep, SavePolicy, StepTarget } from '../../api/types.js';

/** A step being edited has a key of its own, so that a field keeps its focus when another step moves. */
export interface DraftStep extends PolicyStep {
  key: number;
}

export interface PolicyValues {
  steps: DraftStep[];
  repeat: SavePolicy['repeat'];
  ringSeconds: number;
}

export const valuesOf = ({ steps, repeat, ringSeconds }: SavePolicy): PolicyValues => ({
  steps: steps.map((step, key) => ({ ...step, key })),
  repeat,
  ringSeconds,
});

/** As the API takes it: in the order of time, in which the ladder runs whatever the order of the fields. */
export const toSave = ({ steps, repeat, ringSeconds }: PolicyValues): SavePolicy => ({
  steps: steps
    .map(({ target, channel, delaySeconds, repeats, personSeconds }) => ({
      target,
      channel,
      delaySeconds,
      ...(repeats && { repeats }),
      ...(target.kind === 'ring_group' && personSeconds && { personSeconds }),
    }))
    .sort((a, b) => a.delaySeconds - b.delaySeconds),
  repeat,
  ringSeconds,
});

const NEXT_STEP_SECONDS = 600;

/** A new step goes ten minutes after the last one, to the owner: a choice that can always be saved. */
export const withStep = (values: PolicyValues): PolicyValues => ({
  ...values,
  steps: [
    ...values.steps,
    {
      key: Math.max(-1, ...values.steps.map(({ key }) => key)) + 1,
      target: { kind: 'owner' },
      channel: 'sms',
      delaySeconds: Math.max(-NEXT_STEP_SECONDS, ...values.steps.map((step) => step.delaySeconds)) + NEXT_STEP_SECONDS,
    },
  ],
});

/** One word for a select: "contact:0192…", "on_call:<layer>", "owner". */
export function wordOf({ kind, layerId, contactId, groupId }: StepTarget): string {
  const id = layerId ?? contactId ?? groupId;
  return id ? `${kind}:${id}` : kind;
}

export function targetOf(word: string): StepTarget {
  const [kind, id] = word.split(':');
  if (kind === 'contact') return { kind, contactId: id };
  if (kind === 'ring_group') return { kind, groupId: id };
  if (kind === 'on_call') return { kind, ...(id && { layerId: id }) };
  return { kind: kind === 'backup' ? 'backup' : 'owner' };
}
