import { ActionIcon, NumberInput, Select } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { AlertChannel } from '../../api/types.js';
import { targetOf, wordOf, type DraftStep } from './policy-draft.js';
import classes from './policy-editor.module.css';
import { useTargets } from './use-targets.js';

export const CHANNELS: { value: AlertChannel; label: string }[] = [
  { value: 'warm_transfer', label: 'Live transfer' },
  { value: 'call', label: 'Call, press 1' },
  { value: 'sms', label: 'Text' },
];

interface StepFieldsProps {
  step: DraftStep;
  place: number;
  change: (step: DraftStep) => void;
  /** Null for the last one left. */
  remove: (() => void) | null;
}

export function PolicyStepFields({ step, place, change, remove }: StepFieldsProps) {
  const targets = useTargets();
  return (
    <li className={classes.step}>
      <span className={classes.place} aria-hidden>
        {place}
      </span>
      <div className={classes.stepFields} role="group" aria-label={`Step ${place}`}>
        <Select
          label="Who"
          className={classes.wide}
          data={targets}
          value={wordOf(step.target)}
          allowDeselect={false}
          onChange={(word) => word && change({ ...step, target: targetOf(word) })}
        />
        <Select
          label="How"
          className={classes.wide}
          data={CHANNELS}
          value={step.channel}
          allowDeselect={false}
          onChange={(channel) => channel && change({ ...step, channel: channel as AlertChannel })}
        />
        <Minutes
          label="After"
          seconds={step.delaySeconds}
          most={14_400}
          change={(delaySeconds) => change({ ...step, delaySeconds })}
        />
        <Again step={step} change={change} />
      </div>
      <ActionIcon
        variant="default"
        size={36}
        className={classes.remove}
        aria-label={`Remove step ${place}`}
        disabled={!remove}
        onClick={() => remove?.()}
      >
        <IconTrash size={16} />
      </ActionIcon>
    </li>
  );
}

const DEFAULT_EVERY_SECONDS = 120;
const PERSON_SECONDS = 40;

/** Repeats of one step, and how long each person of a ring group has. */
function Again({ step, change }: { step: DraftStep; change: (step: DraftStep) => void }) {
  const { repeats, target, personSeconds } = step;
  const repeat = (times: number): void =>
    change({
      ...step,
      repeats: times > 0 ? { times, everySeconds: repeats?.everySeconds ?? DEFAULT_EVERY_SECONDS } : undefined,
    });
  return (
    <>
      <NumberInput
        label="Repeat"
        min={0}
        max={5}
        suffix={repeats?.times === 1 ? ' time' : ' times'}
        value={repeats?.times ?? 0}
        onChange={(times) => repeat(Number(times))}
      />
      {repeats && (
        <Minutes
          label="Every"
          seconds={repeats.everySeconds}
          least={60}
          most={3_600}
          change={(everySeconds) => change({ ...step, repeats: { ...repeats, everySeconds } })}
        />
      )}
      {target.kind === 'ring_group' && (
        <NumberInput
          label="Each person has"
          min={15}
          max={300}
          suffix=" s"
          value={personSeconds ?? PERSON_SECONDS}
          onChange={(seconds) => change({ ...step, personSeconds: Number(seconds) })}
        />
      )}
    </>
  );
}

interface MinutesProps {
  label: string;
  seconds: number;
  least?: number;
  most: number;
  change: (seconds: number) => void;
}

/** People think of these in minutes; the API counts seconds. */
export function Minutes({ label, seconds, least = 0, most, change }: MinutesProps) {
  return (
    <NumberInput
      label={label}
      min={least / 60}
      max={most / 60}
      decimalScale={2}
      suffix=" min"
      value={seconds / 60}
      onChange={(minutes) => change(Math.round(Number(minutes) * 60))}
    />
  );
}
