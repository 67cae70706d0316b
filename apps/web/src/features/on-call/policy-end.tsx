import { NumberInput, Select } from '@mantine/core';
import { targetOf, wordOf, type PolicyValues } from './policy-draft.js';
import classes from './policy-editor.module.css';
import { Minutes } from './policy-step-fields.js';
import { useTargets } from './use-targets.js';

interface PolicyEndProps {
  values: PolicyValues;
  change: (values: PolicyValues) => void;
}

/** After the last step: who is paged again, how often, before the emergency counts as unreached. */
export function PolicyEnd({ values, change }: PolicyEndProps) {
  const targets = useTargets();
  const { repeat, ringSeconds } = values;
  return (
    <>
      <div className={classes.stepFields}>
        <Select
          label="Page again"
          className={classes.wide}
          data={targets}
          value={wordOf(repeat.target)}
          allowDeselect={false}
          onChange={(word) => word && change({ ...values, repeat: { ...repeat, target: targetOf(word) } })}
        />
        <NumberInput
          label="How often"
          min={0}
          max={10}
          suffix={repeat.times === 1 ? ' time' : ' times'}
          value={repeat.times}
          onChange={(times) => change({ ...values, repeat: { ...repeat, times: Number(times) } })}
        />
        <Minutes
          label="Every"
          seconds={repeat.everySeconds}
          least={60}
          most={3_600}
          change={(everySeconds) => change({ ...values, repeat: { ...repeat, everySeconds } })}
        />
        <NumberInput
          label="Phones ring for"
          min={5}
          max={60}
          suffix=" s"
          value={ringSeconds}
          onChange={(seconds) => change({ ...values, ringSeconds: Number(seconds) })}
        />
      </div>
      <p className={classes.hint}>
        After that the emergency is marked as not reached, the owner and the agency are told, and a caller who is still
        on the line hears it honestly, with the safety advice once more.
      </p>
    </>
  );
}
