import type { Appointment } from '../../api/types.js';
import { CancelDialog } from './cancel-dialog.js';
import { TimeDialog } from './time-dialog.js';
import type { AppointmentWork } from './use-appointment-work.js';

interface AppointmentDialogsProps {
  work: AppointmentWork;
  follow?: (booked: Appointment) => void;
}

/** The questions that work on an appointment may ask; once on a page that does such work. */
export const AppointmentDialogs = ({ work, follow }: AppointmentDialogsProps) => (
  <>
    <TimeDialog ask={work.asked} close={work.close} follow={follow} />
    <CancelDialog appointment={work.cancelling} close={work.close} />
  </>
);
