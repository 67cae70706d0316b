import type { ServiceType } from '@domain/triage/triage.types';
import type { CallbackStatus } from './lead-card.js';

/** Scenario 23: said on the card when the caller did not want to give it. */
export const ADDRESS_NOT_PROVIDED = 'Address not provided';

/** Scenario 25: the caller hung up before saying what it is about. */
export const NO_DETAILS = 'No details captured';

/** As the drop-down says it (VTCR 4.1). */
export const CALLBACK_WORDS: Record<CallbackStatus, string> = {
  not_called: 'Not Called',
  called_booked: 'Called - Booked',
  called_no_answer: 'Called - No Answer',
  called_not_interested: 'Called - Not Interested',
  resolved: 'Resolved',
  no_callback_needed: 'No Callback Needed',
};

/** The trade as people write it; empty when nobody knows. */
export const SERVICE_WORDS: Record<ServiceType, string> = {
  plumbing: 'Plumbing',
  hvac: 'HVAC',
  electrical: 'Electrical',
  general: 'General',
  unknown: '',
};
