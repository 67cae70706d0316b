import { Select } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { contacts } from '../../../api/contacts.js';
import { PageCard } from '../../../components/page-frame.js';
import { phoneInWords } from '../../../components/phone-link.js';
import { useAccount } from '../../../components/use-account.js';
import type { BookingDraft } from './booking-draft.js';
import classes from './booking.module.css';
import { RangedInput } from './capacity-card.js';

const NOBODY = 'nobody';

/** Who is asked about held windows, and for how long. */
export function ApprovalCard({ form }: { form: UseFormReturnType<BookingDraft> }) {
  const { accountId } = useAccount();
  const people = (useQuery(contacts(accountId)).data ?? []).filter(
    ({ id, isActive, canText }) => (isActive && canText) || id === form.values.approverContactId,
  );
  return (
    <PageCard title="Who approves">
      <div className={classes.fields}>
        <Select
          label="Texted about every held time"
          description="By day, from seven in the morning. Answers with 1 to approve, 2 for another time, 3 to call. Anybody at the desk can approve here as well."
          maw={420}
          data={[
            { value: NOBODY, label: 'Nobody: they wait under Approvals' },
            ...people.map(({ id, name, phone }) => ({ value: id, label: `${name}, ${phoneInWords(phone)}` })),
          ]}
          value={form.values.approverContactId ?? NOBODY}
          onChange={(id) => form.setFieldValue('approverContactId', id === NOBODY ? null : id)}
          error={form.errors.approverContactId}
        />
        <RangedInput
          {...{ form, field: 'holdMinutes', label: 'Held for', suffix: 'minutes' }}
          about="From being asked; then it becomes a callback"
        />
      </div>
    </PageCard>
  );
}
