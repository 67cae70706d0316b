import type { AlertState } from '../api/types.js';

/** How one page towards a person stands, in words. `sent` alone is not success. */
export const ALERT_STATE: Record<AlertState, string> = {
  pending: 'Planned',
  sending: 'Going out now',
  unknown: 'Checking with the carrier',
  sent: 'Sent, not confirmed yet',
  delivered: 'Delivered',
  answered: 'Picked up',
  accepted: 'Accepted',
  declined: 'Declined',
  failed: 'Failed',
  canceled: 'Not needed any more',
  skipped: 'Skipped',
};

const REASON: Record<string, string> = {
  'no-answer': 'nobody picked up',
  busy: 'busy',
  voicemail: 'voicemail',
  not_reachable: 'cannot be reached this way',
  opted_out: 'texted STOP',
  provider_silent: 'the carrier did not answer',
  not_listed: 'the carrier has not confirmed it yet',
  bundle_lost: 'the text that carried it was lost',
  no_key: 'no key pressed',
  '21211': 'not a phone number',
  '21610': 'texted STOP',
  '21614': 'not a mobile phone',
  '30003': 'phone switched off',
  '30005': 'number does not exist',
  '30006': 'landline or unreachable',
  '30007': 'filtered by the carrier',
  '30032': 'line not approved for texts yet',
  '30034': 'line not approved for texts yet',
};

/** The carrier's code in words; one we do not know is shown as it is, so that it can be looked up. */
export const reasonOf = (errorCode: string): string => REASON[errorCode] ?? `carrier code ${errorCode}`;
