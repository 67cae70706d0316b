import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useSaveBookingSettings } from '../../../api/booking.js';
import { fieldProblems, isStale } from '../../../api/problem.js';
import type { BookingSettings } from '../../../api/types.js';
import { isSure } from '../../../components/confirmation.js';
import { SaveBar } from '../../../components/save-bar.js';
import { say, sayProblem, sayRefused } from '../../../components/say.js';
import { useAccount, useCan } from '../../../components/use-account.js';
import settingsClasses from '../settings-page.module.css';
import { ApprovalCard } from './approval-card.js';
import { AutoRulesCard } from './auto-rules-card.js';
import { changeOf, draftOf, draftProblems, modesIn, type BookingDraft } from './booking-draft.js';
import { CapacityCard } from './capacity-card.js';
import { ModeCard } from './mode-card.js';
import { SlotPreview } from './slot-preview.js';
import { WindowsCard } from './windows-card.js';

/** All rules with one Save. What somebody else saved meanwhile is never written over unseen. */
export function BookingForm({ settings }: { settings: BookingSettings }) {
  const mayWrite = useCan('config.write');
  const { form, save, isPending } = useBookingForm(settings);
  const modes = modesIn(form.values);
  const offers = modes.has('suggest') || modes.has('auto_book');
  return (
    <form onSubmit={form.onSubmit((draft) => void save(draft))} noValidate>
      {!mayWrite && <p className={settingsClasses.readOnly}>You can read these settings. An owner can change them.</p>}
      <fieldset disabled={!mayWrite} className={settingsClasses.stack}>
        <SlotPreview settings={settings} isDraft={form.isDirty()} />
        <ModeCard form={form} />
        {offers && (
          <>
            <ApprovalCard form={form} />
            {modes.has('auto_book') && <AutoRulesCard form={form} />}
          </>
        )}
        <WindowsCard form={form} />
        <CapacityCard form={form} />
        <SaveBar shown={form.isDirty()} saving={isPending} discard={() => form.reset()} />
      </fieldset>
    </form>
  );
}

function useBookingForm(settings: BookingSettings) {
  const { accountId } = useAccount();
  const [basedOn, setBasedOn] = useState(settings.version);
  const form = useForm<BookingDraft>({ initialValues: structuredClone(draftOf(settings)), validate: draftProblems });
  const { mutateAsync, isPending } = useSaveBookingSettings(accountId);
  const show = (newest: BookingSettings): void => {
    form.setInitialValues(structuredClone(draftOf(newest)));
    form.setValues(structuredClone(draftOf(newest)));
  };
  // As long as nothing is typed here, what somebody else saved is shown and becomes the base.
  if (!form.isDirty() && basedOn !== settings.version) {
    setBasedOn(settings.version);
    show(settings);
  }
  const refused = (error: unknown): void => {
    if (isStale(error)) return sayProblem('Not saved: somebody else saved first', STALE);
    form.setErrors(fieldProblems(error));
    sayRefused('The rules were not saved')(error);
  };
  const save = async (draft: BookingDraft): Promise<void> => {
    if (handsOver(settings, draft) && !(await isSure(HANDING_OVER))) return;
    await mutateAsync({ version: basedOn, change: changeOf(draft) }).then((saved) => {
      setBasedOn(saved.version);
      show(saved);
      say('Saved. The next call follows the new rules.');
    }, refused);
  };
  return { form, save, isPending };
}

const STALE = 'Yours are still in the fields. Discard shows theirs.';

/** The agent was never allowed to book by itself until now. */
const handsOver = (settings: BookingSettings, draft: BookingDraft): boolean =>
  modesIn(draft).has('auto_book') && !modesIn(draftOf(settings)).has('auto_book');

const HANDING_OVER = {
  title: 'Let the agent book by itself?',
  consequences: [
    'From the next call on it books routine jobs inside your rules while the caller is on the line, and confirms them by text. Nobody is asked first.',
    'You see every one under Appointments, and can move or cancel it there. Emergencies and unsafe, unclear or high-value jobs still go to a person.',
  ],
  action: 'Let it book',
};
