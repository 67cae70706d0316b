import { Button, Chip, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useAddContractor } from '../../api/agency.js';
import { fieldProblems, hasCode } from '../../api/problem.js';
import type { AddContractor } from '../../api/types.js';
import { OwnerNameField, PlaceFields } from '../../components/business-fields.js';
import { PageCard, PageFrame } from '../../components/page-frame.js';
import { sayRefused } from '../../components/say.js';
import { TRADES } from '../../components/words.js';
import classes from './new-contractor.module.css';

interface Values {
  name: string;
  ownerName: string;
  ownerEmail: string;
  timeZone: string;
  state: string;
  trades: string[];
}

const EMPTY: Values = { name: '', ownerName: '', ownerEmail: '', timeZone: 'America/Chicago', state: '', trades: [] };

/** The first minute of the wizard: who it is. The nine steps follow in the new account. */
export function NewContractorPage() {
  const { agencyId = '' } = useParams({ strict: false });
  const navigate = useNavigate();
  // One id for one filled-in form: a second click or a lost answer makes no second contractor.
  const [requestId] = useState(() => crypto.randomUUID());
  const form = useForm<Values>({ initialValues: EMPTY, validate: problems });
  const { mutate, isPending } = useAddContractor(agencyId);
  const add = (values: Values): void =>
    mutate(asked(values, requestId), {
      onSuccess: (added) => void navigate({ to: '/a/$accountId/set-up', params: added, search: {} }),
      onError: (error) => {
        form.setErrors(fieldProblems(error));
        if (!hasCode(error, 'invalid-fields')) sayRefused('The contractor was not added')(error);
      },
    });
  return (
    <PageFrame title="Add a contractor" about="Four facts now; the set-up goes on in their own account." narrow>
      <PageCard title="Who is it?">
        <form className={classes.fields} onSubmit={form.onSubmit(add)} noValidate>
          <TextInput
            label="Business name"
            description="As callers know it."
            maxLength={120}
            {...form.getInputProps('name')}
          />
          <OwnerNameField input={form.getInputProps('ownerName')} />
          <TextInput
            label="Owner's e-mail (optional)"
            description="They are invited as the owner of their account."
            type="email"
            {...form.getInputProps('ownerEmail')}
          />
          <PlaceFields
            state={form.getInputProps('state')}
            timeZone={form.getInputProps('timeZone')}
            currentZone={EMPTY.timeZone}
          />
          <Trades chosen={form.values.trades} choose={(trades) => form.setFieldValue('trades', trades)} />
          <div className={classes.end}>
            <Button
              variant="default"
              renderRoot={(props) => <Link to="/agency/$agencyId/contractors" params={{ agencyId }} {...props} />}
            >
              Cancel
            </Button>
            <Button type="submit" loading={isPending}>
              Add and set up
            </Button>
          </div>
        </form>
      </PageCard>
    </PageFrame>
  );
}

const Trades = ({ chosen, choose }: { chosen: string[]; choose: (trades: string[]) => void }) => (
  <fieldset className={classes.trades}>
    <legend>Trades</legend>
    <Chip.Group multiple value={chosen} onChange={choose}>
      <div className={classes.row}>
        {TRADES.map(({ value, label }) => (
          <Chip key={value} value={value} variant="outline">
            {label}
          </Chip>
        ))}
      </div>
    </Chip.Group>
  </fieldset>
);

const problems = ({ name, ownerName, ownerEmail }: Values): Record<string, string | null> => ({
  name: name.trim() ? null : 'Write the name callers know',
  ownerName: ownerName.trim() ? null : "Write the owner's first name",
  ownerEmail:
    ownerEmail === '' || /^\S+@\S+\.\S+$/.test(ownerEmail.trim()) ? null : 'Write the whole address, or leave it empty',
});

const asked = ({ ownerEmail, state, trades, ...rest }: Values, requestId: string): AddContractor => ({
  ...rest,
  requestId,
  ...(ownerEmail.trim() ? { ownerEmail: ownerEmail.trim() } : {}),
  ...(state ? { state } : {}),
  ...(trades.length > 0 ? { trades: trades as AddContractor['trades'] } : {}),
});
