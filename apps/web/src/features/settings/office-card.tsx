import { NumberInput, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { OwnerNameField } from '../../components/business-fields.js';
import { PageCard } from '../../components/page-frame.js';
import type { HoursValues } from './settings-draft.js';
import classes from './settings-page.module.css';

const LONGEST_AREA = 200;

/** Who answers by day, and where the business works. */
export const OfficeCard = ({ form }: { form: UseFormReturnType<HoursValues> }) => (
  <PageCard title="Your office">
    <div className={classes.fields}>
      <div className={classes.row}>
        <TextInput
          label="Business number"
          description="Rings while the office is open."
          type="tel"
          autoComplete="tel"
          placeholder="(312) 555-0100"
          w={260}
          {...form.getInputProps('businessNumber')}
        />
        <NumberInput
          label="Ring it for"
          description="Nobody there? The agent takes the call."
          suffix=" seconds"
          min={5}
          max={60}
          clampBehavior="none"
          allowDecimal={false}
          w={260}
          {...form.getInputProps('ringSeconds')}
        />
      </div>
      <OwnerNameField input={form.getInputProps('ownerName')} />
      <Textarea
        label="Service area"
        description={`Towns, counties or ZIP codes. The agent says it to callers who ask whether you come to them. ${form.values.serviceArea.length} of ${LONGEST_AREA} characters.`}
        placeholder="Chicago and the north suburbs, 60601 to 60661"
        autosize
        minRows={1}
        maxLength={LONGEST_AREA}
        {...form.getInputProps('serviceArea')}
      />
    </div>
  </PageCard>
);
