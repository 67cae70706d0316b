import { CancelDialog } from './cancel-dialog.js';
import { TimeDialog } from './time-dialog.js';
import type { AppointmentWork } from './use-appointment-work.js';

/** The questions that work on an appointment may ask; once on a page that does such work. */
export const AppointmentDialogs = ({ work }: { work: AppointmentWork }) => (
  <>
    <TimeDialog ask={work.asked} close={work.close} />
    <CancelDialog appointment={work.cancelling} close={work.close} />
  </>
);
