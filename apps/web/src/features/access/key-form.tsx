import { can, KEY_SCOPES } from '@domain/access/capabilities';
import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMakeKey } from '../../api/access.js';
import { fieldProblems } from '../../api/problem.js';
import type { ApiKeyScope, CreateApiKey, NewApiKey } from '../../api/types.js';
import stack from '../../components/form-stack.module.css';
import { PageCard } from '../../components/page-frame.js';
import { sayRefused } from '../../components/say.js';
import { useAccount } from '../../components/use-account.js';
import classes from './key-form.module.css';

const LASTING = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'A year' },
  { value: '730', label: 'Two years' },
];

interface Values {
  name: string;
  scopes: string[];
  expiresInDays: string;
}

export function KeyForm({ made, close }: { made: (key: NewApiKey) => void; close: () => void }) {
  const { accountId, role } = useAccount();
  const { mutate, isPending } = useMakeKey(accountId);
  const form = useForm<Values>({
    initialValues: { name: '', scopes: [], expiresInDays: '365' },
    validate: {
      name: (value) => (value.trim() ? null : 'Say what it is for'),
      scopes: (value) => (value.length > 0 ? null : 'Tick at least one'),
    },
  });
  const make = ({ name, scopes, expiresInDays }: Values): void => {
    const wanted: CreateApiKey = {
      name: name.trim(),
      scopes: scopes as ApiKeyScope[],
      expiresInDays: Number(expiresInDays),
    };
    mutate(wanted, {
      onSuccess: made,
      onError: (error) => (form.setErrors(fieldProblems(error)), sayRefused('The key was not made')(error)),
    });
  };
  return (
    <PageCard title="New key">
      <form className={stack.stack} onSubmit={form.onSubmit(make)} noValidate>
        <div className={stack.row} style={{ alignItems: 'flex-start' }}>
          <TextInput
            label="What is it for?"
            placeholder="Dispatch software"
            maxLength={80}
            w={280}
            {...form.getInputProps('name')}
          />
          <Select label="Runs out after" data={LASTING} w={160} {...form.getInputProps('expiresInDays')} />
        </div>
        <Checkbox.Group
          label="What it may do"
          description="Nobody can give a key more than they may do themselves."
          {...form.getInputProps('scopes')}
        >
          <div className={classes.scopes}>
            {KEY_SCOPES.filter((scope) => can(role, scope)).map((scope) => (
              <Checkbox key={scope} value={scope} label={<code>{scope}</code>} />
            ))}
          </div>
        </Checkbox.Group>
        <div className={stack.end}>
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" loading={isPending}>
            Make the key
          </Button>
        </div>
      </form>
    </PageCard>
  );
}
