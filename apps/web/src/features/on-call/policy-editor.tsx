import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { isStale } from '../../api/problem.js';
import { useSavePolicy } from '../../api/policy.js';
import type { Policy, Trade } from '../../api/types.js';
import { PageCard } from '../../components/page-frame.js';
import { SaveBar } from '../../components/save-bar.js';
import { say, sayRefused } from '../../components/say.js';
import { useAccount, useCan } from '../../components/use-account.js';
import { toSave, valuesOf, withStep, type DraftStep, type PolicyValues } from './policy-draft.js';
import classes from './policy-editor.module.css';
import { PolicyEnd } from './policy-end.js';
import { PolicyPreviewCard } from './policy-preview-card.js';
import { PolicyStepFields } from './policy-step-fields.js';
import { ResetPolicy } from './reset-policy.js';

/** Steps with a person, a channel and a delay; what they would do tonight is said while they are changed. */
export function PolicyEditor({ policy, trade }: { policy: Policy; trade: Trade | null }) {
  const { accountId } = useAccount();
  const mayWrite = useCan('policies.write');
  const saved = valuesOf(policy);
  const [values, setValues] = useState<PolicyValues>(saved);
  const save = useSavePolicy(accountId, trade);
  const isDirty = JSON.stringify(toSave(values)) !== JSON.stringify(toSave(saved));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    // A promise, for the new version draws a new editor, and what `mutate` is given dies with the old one.
    void save.mutateAsync({ ...toSave(values), version: policy.version }).then(
      () => say('Saved. The next emergency follows this ladder.'),
      (error: unknown) =>
        sayRefused(isStale(error) ? 'Somebody else changed the ladder meanwhile' : 'The ladder was not saved')(error),
    );
  };
  return (
    <form onSubmit={submit} className={classes.editor} noValidate>
      <PolicyPreviewCard trade={trade} draft={toSave(values)} saved={isDirty ? null : policy.preview} />
      <PageCard title="Steps" aside={<ResetPolicy policy={policy} trade={trade} />} flush>
        <fieldset disabled={!mayWrite} className={classes.steps}>
          <StepList values={values} change={setValues} />
        </fieldset>
      </PageCard>
      <PageCard title="When nobody has answered">
        <fieldset disabled={!mayWrite} className={classes.fields}>
          <PolicyEnd values={values} change={setValues} />
        </fieldset>
      </PageCard>
      <SaveBar shown={isDirty} saving={save.isPending} discard={() => setValues(saved)} />
    </form>
  );
}

interface StepListProps {
  values: PolicyValues;
  change: (values: PolicyValues) => void;
}

function StepList({ values, change }: StepListProps) {
  const swap = (step: DraftStep): void =>
    change({ ...values, steps: values.steps.map((one) => (one.key === step.key ? step : one)) });
  const remove = (step: DraftStep): void =>
    change({ ...values, steps: values.steps.filter((one) => one.key !== step.key) });
  return (
    <>
      <ol>
        {values.steps.map((step, index) => (
          <PolicyStepFields
            key={step.key}
            step={step}
            place={index + 1}
            change={swap}
            remove={values.steps.length > 1 ? () => remove(step) : null}
          />
        ))}
      </ol>
      <div className={classes.add}>
        <Button
          variant="default"
          leftSection={<IconPlus size={16} />}
          disabled={values.steps.length >= 20}
          onClick={() => change(withStep(values))}
        >
          Add a step
        </Button>
      </div>
    </>
  );
}
