import { Checkbox } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { PageCard } from '../../components/page-frame.js';
import { AgentSwitch } from './agent-switch.js';
import { ClosuresFields } from './closures-fields.js';
import { DigestCard } from './digest-card.js';
import { EmergenciesCard } from './emergencies-card.js';
import { HoursGrid } from './hours-grid.js';
import { OfficeCard } from './office-card.js';
import { hoursChange, hoursOf, validateHours, type HoursValues } from './settings-draft.js';
import { SettingsForm } from './settings-form.js';
import { SettingsFrame } from './settings-frame.js';
import classes from './settings-page.module.css';
import { WhatIfSomebodyCalls } from './what-if-somebody-calls.js';

/** PRD VTCR 1.1: when the agent answers. */
export const SettingsPage = () => (
  <SettingsFrame title="Settings" about="When the voice agent answers your line, and what it says.">
    {(config) => (
      <>
        <AgentSwitch config={config} />
        <WhatIfSomebodyCalls config={config} />
        <SettingsForm config={config} pick={hoursOf} changeOf={hoursChange} validate={validateHours}>
          {(form) => (
            <>
              <HoursCard form={form} />
              <PageCard title="Closures and holidays">
                <ClosuresFields
                  days={form.values.closures}
                  change={(days) => form.setValues({ ...form.values, closures: days })}
                />
              </PageCard>
              <OfficeCard form={form} />
              <EmergenciesCard form={form} />
              <DigestCard form={form} hasSlack={config.digestSlackWebhookSet} />
            </>
          )}
        </SettingsForm>
      </>
    )}
  </SettingsFrame>
);

const HoursCard = ({ form }: { form: UseFormReturnType<HoursValues> }) => (
  <PageCard title="Office hours">
    <HoursGrid
      hours={form.values.hours}
      alwaysActive={form.values.alwaysActive}
      change={(hours) => form.setValues({ ...form.values, hours })}
    />
    {form.errors.hours && (
      <p className={classes.error} role="alert">
        {form.errors.hours}
      </p>
    )}
    <Checkbox
      mt="md"
      label="Always active (AI answers even during business hours)"
      {...form.getInputProps('alwaysActive', { type: 'checkbox' })}
    />
  </PageCard>
);
