import { NumberInput, Switch, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { IconArrowNarrowRight } from '@tabler/icons-react';
import { useSaveOnCall } from '../../api/on-call.js';
import { inWords, isStale } from '../../api/problem.js';
import type { Contact, OnCall } from '../../api/types.js';
import { PageCard } from '../../components/page-frame.js';
import { SaveBar } from '../../components/save-bar.js';
import { useAccount, useCan } from '../../components/use-account.js';
import { ContactReadiness } from './contact-readiness.js';
import classes from './on-call-page.module.css';
import { draftOf, ladderSentence, toSave, validateRoster, type RosterValues } from './roster-draft.js';

type RosterFormState = UseFormReturnType<RosterValues>;

/** PRD VTCR 1.2; without a roster it is the first save. */
export function RosterForm({ roster }: { roster: OnCall | null }) {
  const { accountId } = useAccount();
  const mayWrite = useCan('on_call.write');
  const form = useForm<RosterValues>({ initialValues: draftOf(roster), validate: validateRoster });
  const { mutateAsync, isPending } = useSaveOnCall(accountId);
  const save = (values: RosterValues): void =>
    // A promise, for the new version draws a new form, and what `mutate` is given dies with the old one.
    void mutateAsync(toSave(roster, values)).then(
      () =>
        void notifications.show({
          message: 'Saved. The next emergency follows the new ladder, and the primary gets a test text.',
        }),
      (error: unknown) =>
        void notifications.show({
          color: 'red',
          title: isStale(error) ? 'Somebody else changed the on-call team meanwhile' : 'The on-call team was not saved',
          message: isStale(error)
            ? 'Reload the page to see their version; yours is still in the fields.'
            : inWords(error),
        }),
    );
  return (
    <form className={classes.form} onSubmit={form.onSubmit(save)} noValidate>
      <fieldset disabled={!mayWrite} className={classes.fieldset}>
        <section className={classes.preview} aria-label="What happens tonight">
          <IconArrowNarrowRight size={18} aria-hidden />
          <p aria-live="polite">{roster && !form.isDirty() ? roster.preview : ladderSentence(form.values)}</p>
        </section>
        <PageCard title="On-Call Team">
          <div className={classes.slots}>
            <Slot form={form} slot="primary" title="Primary On-Call" saved={roster?.primary ?? null} />
            <Slot form={form} slot="backup" title="Backup On-Call" saved={roster?.backup ?? null} />
            <Slot form={form} slot="owner" title="Owner (Final Escalation)" saved={roster?.owner ?? null} />
          </div>
        </PageCard>
        <PageCard title="Warm Transfer">
          <div className={classes.transfer}>
            <Switch
              label="Warm Transfer"
              description="AI will attempt to connect the caller directly to the on-call tech before falling back to SMS."
              {...form.getInputProps('warmTransferEnabled', { type: 'checkbox' })}
            />
            <NumberInput
              label="Ring for"
              suffix=" seconds"
              w={150}
              min={5}
              max={60}
              disabled={!form.values.warmTransferEnabled}
              {...form.getInputProps('warmTransferTimeoutSeconds')}
            />
          </div>
        </PageCard>
        <PageCard title="Escalation Timing">
          <div className={classes.timing}>
            <Delay form={form} field="smsOncallDelaySeconds" label="SMS to on-call" />
            <Delay form={form} field="autoDialDelaySeconds" label="Auto-dial on-call" />
            <Delay form={form} field="backupDelaySeconds" label="SMS to backup" />
            <Delay form={form} field="ownerDelaySeconds" label="SMS to owner" />
          </div>
          <p className={classes.hint}>
            Counted from the moment the emergency is recognised. Somebody who cannot be reached is skipped at once,
            never waited for.
          </p>
        </PageCard>
      </fieldset>
      <SaveBar shown={form.isDirty()} saving={isPending} discard={() => form.reset()} />
    </form>
  );
}

interface SlotProps {
  form: RosterFormState;
  slot: 'primary' | 'backup' | 'owner';
  title: string;
  saved: Contact | null;
}

function Slot({ form, slot, title, saved }: SlotProps) {
  const changed = form.isDirty(`${slot}.phone`);
  return (
    <fieldset className={classes.slot}>
      <legend className={classes.legend}>{title}</legend>
      <TextInput label="Name" autoComplete="off" {...form.getInputProps(`${slot}.name`)} />
      <TextInput
        label="Phone Number"
        type="tel"
        autoComplete="off"
        placeholder="+15558870002"
        {...form.getInputProps(`${slot}.phone`)}
      />
      {saved && !changed && <ContactReadiness contact={saved} />}
    </fieldset>
  );
}

interface DelayProps {
  form: RosterFormState;
  field: 'smsOncallDelaySeconds' | 'autoDialDelaySeconds' | 'backupDelaySeconds' | 'ownerDelaySeconds';
  label: string;
}

/** People think of these in minutes; the API counts seconds. */
function Delay({ form, field, label }: DelayProps) {
  const seconds = form.values[field];
  return (
    <NumberInput
      label={label}
      min={0}
      max={120}
      step={1}
      decimalScale={2}
      suffix=" min"
      description={seconds === 0 ? 'Immediately' : undefined}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={seconds / 60}
      error={form.errors[field]}
      onChange={(minutes) => form.setFieldValue(field, Math.round(Number(minutes) * 60))}
    />
  );
}
