import { NumberInput, Switch } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { PageCard } from '../../components/page-frame.js';
import type { HoursValues } from './settings-draft.js';
import classes from './settings-page.module.css';

/** What happens after somebody took an emergency, and what one is worth. */
export const EmergenciesCard = ({ form }: { form: UseFormReturnType<HoursValues> }) => (
  <PageCard title="Emergencies">
    <div className={classes.fields}>
      <Switch
        label="Ask whoever took it whether they reached the caller"
        description="After 15 minutes without a sign of contact. If they did not, or say nothing, the next person is paged."
        {...form.getInputProps('watchdogEnabled', { type: 'checkbox' })}
      />
      <NumberInput
        label="An emergency job brings on average"
        description="The digest's estimate of revenue protected counts with it."
        prefix="$"
        thousandSeparator=","
        min={0}
        max={1_000_000}
        clampBehavior="none"
        allowDecimal={false}
        maw={420}
        {...form.getInputProps('averageEmergencyDollars')}
      />
    </div>
  </PageCard>
);
