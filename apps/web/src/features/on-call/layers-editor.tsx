import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { isStale } from '../../api/problem.js';
import { useClearSchedule, useSaveSchedule } from '../../api/schedule.js';
import type { Schedule } from '../../api/types.js';
import { PageCard } from '../../components/page-frame.js';
import { SaveBar } from '../../components/save-bar.js';
import { say, sayRefused } from '../../components/say.js';
import { useAccount, useCan } from '../../components/use-account.js';
import { LayerFields } from './layer-fields.js';
import classes from './layers-editor.module.css';
import { newLayer, scheduleProblem, toSave, valuesOf, type DraftLayer, type ScheduleValues } from './layer-draft.js';
import { PeopleInOrder } from './people-in-order.js';
import { PersonSelect } from './person-select.js';
import { SchedulePreviewCard } from './schedule-preview-card.js';

interface LayersEditorProps {
  schedule: Schedule;
  /** Back to the simple form without saving; null once layers are stored. */
  leave: (() => void) | null;
}

/** Rotations and layers, with the next fourteen days worked out while they are changed. */
export function LayersEditor({ schedule, leave }: LayersEditorProps) {
  const { accountId } = useAccount();
  const mayWrite = useCan('on_call.write');
  const [values, setValues] = useState<ScheduleValues>(() => valuesOf(schedule));
  const save = useSaveSchedule(accountId);
  const problem = scheduleProblem(values);
  const isDirty = JSON.stringify(toSave(values)) !== JSON.stringify(toSave(valuesOf(schedule)));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (problem) return;
    // A promise, for the new version draws a new editor, and what `mutate` is given dies with the old one.
    void save.mutateAsync({ ...toSave(values), version: schedule.version }).then(
      () => say('Saved. Everybody whose shifts change gets a text.'),
      (error: unknown) =>
        sayRefused(isStale(error) ? 'Somebody else changed the rotation meanwhile' : 'The rotation was not saved')(
          error,
        ),
    );
  };
  return (
    <form className={classes.editor} onSubmit={submit} noValidate>
      <SchedulePreviewCard draft={toSave(values)} problem={problem} layers={values.layers} />
      <fieldset disabled={!mayWrite} className={classes.fieldset}>
        <LayerList values={values} change={setValues} />
        <LastResort values={values} change={setValues} />
      </fieldset>
      {mayWrite && <BackToForm schedule={schedule} leave={leave} />}
      <SaveBar shown={isDirty} saving={save.isPending} discard={() => setValues(valuesOf(schedule))} />
    </form>
  );
}

interface PartProps {
  values: ScheduleValues;
  change: (values: ScheduleValues) => void;
}

function LayerList({ values, change }: PartProps) {
  const swap = (layer: DraftLayer): void =>
    change({ ...values, layers: values.layers.map((one) => (one.key === layer.key ? layer : one)) });
  const remove = (layer: DraftLayer): void =>
    change({ ...values, layers: values.layers.filter((one) => one.key !== layer.key) });
  return (
    <>
      {values.layers.map((layer) => (
        <LayerFields
          key={layer.key}
          layer={layer}
          change={swap}
          remove={values.layers.length > 1 ? () => remove(layer) : null}
        />
      ))}
      <Button
        variant="default"
        w="fit-content"
        leftSection={<IconPlus size={16} />}
        onClick={() => change({ ...values, layers: [...values.layers, newLayer(values)] })}
      >
        Add a layer
      </Button>
    </>
  );
}

function LastResort({ values, change }: PartProps) {
  return (
    <PageCard title="When no layer answers">
      <div className={classes.fields}>
        <p className={classes.summary}>Backups step in, in this order, where no layer has anybody.</p>
        <PeopleInOrder
          label="Backups, in this order"
          people={values.backupContactIds}
          change={(backupContactIds) => change({ ...values, backupContactIds })}
        />
        <PersonSelect
          label="Owner (Final Escalation)"
          allowDeselect={false}
          value={values.ownerContactId}
          onChange={(id) => id && change({ ...values, ownerContactId: id })}
        />
      </div>
    </PageCard>
  );
}

function BackToForm({ schedule, leave }: LayersEditorProps) {
  const { accountId } = useAccount();
  const clear = useClearSchedule(accountId);
  const back = (): void =>
    leave
      ? leave()
      : void clear
          .mutateAsync(schedule.version)
          .then(() => say('The simple form is back. The rotation is gone.'), sayRefused('Nothing was changed'));
  return (
    <Button variant="default" w="fit-content" loading={clear.isPending} onClick={back}>
      {leave ? 'Leave without a rotation' : 'Drop the rotation, back to the simple form'}
    </Button>
  );
}
