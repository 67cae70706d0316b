import { NumberInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { PageCard } from '../../../components/page-frame.js';
import { rangeOf, type BookingDraft, type RangedField } from './booking-draft.js';
import classes from './booking.module.css';

type Form = UseFormReturnType<BookingDraft>;

interface RangedInputProps {
  form: Form;
  field: RangedField;
  label: string;
  about: string;
  suffix: string;
}

/** A whole number with its unit. What is out of range is said beside it and never silently changed. */
export const RangedInput = ({ form, field, label, about, suffix }: RangedInputProps) => (
  <NumberInput
    label={label}
    description={about}
    suffix={` ${suffix}`}
    allowDecimal={false}
    allowNegative={false}
    clampBehavior="none"
    className={classes.number}
    {...rangeOf(field)}
    {...form.getInputProps(field)}
  />
);

export const CapacityCard = ({ form }: { form: Form }) => (
  <PageCard title="How much you can take on">
    <div className={classes.numbers}>
      <RangedInput form={form} field="crews" label="Crews" about="Visits at the same time" suffix="at once" />
      <RangedInput form={form} field="visitsPerDay" label="Visits a day" about="Then the day is full" suffix="a day" />
      <RangedInput
        {...{ form, field: 'visitMinutes', label: 'Length of a visit', suffix: 'minutes' }}
        about="A crew is kept at least this long"
      />
      <RangedInput form={form} field="bufferMinutes" label="Travel" about="After every visit" suffix="minutes" />
      <RangedInput
        {...{ form, field: 'leadHours', label: 'Notice', suffix: 'hours' }}
        about="Nothing sooner is offered"
      />
      <RangedInput
        {...{ form, field: 'horizonDays', label: 'How far ahead', suffix: 'days' }}
        about="Nothing later is"
      />
    </div>
  </PageCard>
);
