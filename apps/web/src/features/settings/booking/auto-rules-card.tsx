import { BOOKABLE_SERVICES } from '@domain/booking/booking-rules';
import { Checkbox, NumberInput, Switch, TagsInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { BookableService } from '../../../api/types.js';
import { PageCard } from '../../../components/page-frame.js';
import { serviceName } from '../../../components/words.js';
import type { BookingDraft } from './booking-draft.js';
import classes from './booking.module.css';

type Form = UseFormReturnType<BookingDraft>;

/** What the agent may book without asking; everything else is held for approval or goes to a person. */
export const AutoRulesCard = ({ form }: { form: Form }) => (
  <PageCard title="What it may book without asking">
    <div className={classes.fields}>
      <Checkbox.Group
        label="Trades"
        value={form.values.autoServices}
        onChange={(ticked) => form.setFieldValue('autoServices', ticked as BookableService[])}
        error={form.errors.autoServices}
      >
        <div className={classes.ticks}>
          {BOOKABLE_SERVICES.map((trade) => (
            <Checkbox key={trade} value={trade} label={serviceName(trade)} />
          ))}
        </div>
      </Checkbox.Group>
      <TagsInput
        label="ZIP codes"
        description="Press Enter after each. None: anywhere."
        placeholder={form.values.zones.length === 0 ? '60614' : undefined}
        splitChars={[',', ' ']}
        value={form.values.zones}
        onChange={(zones) => form.setFieldValue('zones', zones)}
        error={form.errors.zones}
      />
      <Switch
        label="Known customers only"
        description="Somebody you have served before. New ones wait for approval."
        {...form.getInputProps('knownCustomersOnly', { type: 'checkbox' })}
      />
      <ValueFields form={form} />
    </div>
  </PageCard>
);

/** Nobody knows a price on the telephone: what a trade usually comes to stands for it. */
const ValueFields = ({ form }: { form: Form }) => (
  <>
    <NumberInput
      label="Jobs over this go to a person"
      description="So do replacements, installations and the like, by their words. Empty: no limit."
      prefix="$"
      thousandSeparator=","
      min={0}
      max={1_000_000}
      maw={260}
      {...form.getInputProps('valueLimitDollars')}
      error={form.errors.valueLimitDollars ?? form.errors.valueLimitCents}
    />
    {form.values.valueLimitDollars !== '' && (
      <div className={classes.numbers} role="group" aria-label="What a job usually comes to">
        {BOOKABLE_SERVICES.map((trade) => (
          <NumberInput
            key={trade}
            label={`${serviceName(trade)}, usually`}
            prefix="$"
            thousandSeparator=","
            min={0}
            max={1_000_000}
            className={classes.number}
            {...form.getInputProps(`usualDollars.${trade}`)}
          />
        ))}
      </div>
    )}
  </>
);
