import { useForm, type UseFormReturnType } from '@mantine/form';
import { useState, type ReactNode } from 'react';
import { useSaveConfig } from '../../api/config.js';
import { isStale } from '../../api/problem.js';
import type { Config, SaveConfig } from '../../api/types.js';
import { SaveBar } from '../../components/save-bar.js';
import { say, sayProblem, sayRefused } from '../../components/say.js';
import { useAccount, useCan } from '../../components/use-account.js';
import classes from './settings-page.module.css';

interface SettingsFormProps<Values extends object> {
  config: Config;
  /** The part of the settings that this form edits. */
  pick: (config: Config) => Values;
  /** What is sent where the fields are not the settings themselves. */
  changeOf?: (values: Values) => SaveConfig;
  validate?: (values: Values) => Record<string, string | null>;
  children: (form: UseFormReturnType<Values>) => ReactNode;
}

/** Some of the settings with one Save. What somebody else saved meanwhile is never written over unseen. */
export function SettingsForm<Values extends object>(props: SettingsFormProps<Values>) {
  const { config, pick, changeOf, validate, children } = props;
  const { accountId } = useAccount();
  const mayWrite = useCan('config.write');
  const [basedOn, setBasedOn] = useState(config.version);
  const form = useForm<Values>({
    initialValues: structuredClone(pick(config)),
    validate: (values) => validate?.(values) ?? {},
  });
  const { mutate, isPending } = useSaveConfig(accountId);
  const show = (newest: Config): void => {
    form.setInitialValues(structuredClone(pick(newest)));
    form.setValues(structuredClone(pick(newest)));
  };
  // Our own switch above moves the version on; as long as nothing is typed here the newest one is the base.
  if (!form.isDirty() && basedOn !== config.version) {
    setBasedOn(config.version);
    show(config);
  }
  const save = (values: Values): void =>
    mutate(
      { version: basedOn, change: changeOf?.(values) ?? (values as SaveConfig) },
      {
        onSuccess: (saved) => {
          show(saved);
          say('Saved. The next call follows the new settings.');
        },
        onError: refused,
      },
    );
  return (
    <form onSubmit={form.onSubmit(save)} noValidate>
      {!mayWrite && <p className={classes.readOnly}>You can read these settings. An owner can change them.</p>}
      <fieldset disabled={!mayWrite} className={classes.stack}>
        {children(form)}
        <SaveBar shown={form.isDirty()} saving={isPending} discard={() => form.reset()} />
      </fieldset>
    </form>
  );
}

const refused = (error: unknown): void =>
  isStale(error)
    ? sayProblem('Not saved: somebody else saved first', 'Yours are still in the fields. Discard shows theirs.')
    : sayRefused('The settings were not saved')(error);
