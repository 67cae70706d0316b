import type { AlertChannel, EscalationStep, ManualStep } from './policy.js';

/** An alert towards one person on one channel. Only acceptance, cancellation or a final refusal ends it unsent. */
export const ALERT_STATES = [
  'pending',
  'sending',
  'unknown',
  'sent',
  'delivered',
  'answered',
  'accepted',
  'declined',
  'failed',
  'canceled',
  'skipped',
] as const;
export type AlertState = (typeof ALERT_STATES)[number];

/** Beside the ladder's own steps: pages by hand, news, "you can stand down", and "did you reach them?". */
export type AlertStep = EscalationStep | ManualStep | 'update' | 'stand_down' | 'watchdog';

/**
 * Twilio's codes that a second attempt cannot cure: opted out, not a mobile, unregistered sender, refused destination.
 * Waiting would be lost time, so the ladder advances (decision 16, telephony B5).
 */
const PERMANENT = new Set([
  ...['13214', '13224', '13225', '13227', '20003', '20404'],
  ...['21202', '21210', '21211', '21212', '21214', '21215', '21217', '21219', '21408', '21601', '21602', '21606'],
  ...['21608', '21610', '21612', '21614', '21617', '30002', '30005', '30006', '30007', '30032', '30034'],
]);

/** Whether asking again later could not help: for the API's refusals and for codes that come with a status callback. */
export const isPermanentFailure = (code: string | null): boolean => code !== null && PERMANENT.has(code);

/** The code carriers give when the owner of the phone texted STOP. */
export const OPTED_OUT_CODE = '21610';

/** What is to be done about an alert whose alarm went off. */
export type AlertDuty =
  /** Commit an attempt, then send. */
  | 'send'
  /** An attempt was begun and its outcome is not known: ask the provider before anything is sent again. */
  | 'ask'
  /** A leg should have ended by now; its callbacks may be lost. */
  | 'look'
  /** A text that the carrier took half a minute ago and has given no receipt for. */
  | 'miss_receipt'
  /** Key 1 was pressed a moment ago: the caller may have hung up on the way to the technician. */
  | 'look_for_caller'
  /** Another alert's text carries this one: whatever became of that is true of this. */
  | 'follow'
  /** The leg rings for nothing. */
  | 'hang_up'
  /** Another leg rings the same person: one call at a time. */
  | 'wait'
  /** A later alert to the same person on the same channel says more (decision 7). */
  | 'skip'
  | 'cancel'
  /** The person can no longer be reached on this channel. */
  | 'fail'
  | 'nothing';

/** What is known of the alert's surroundings, under the incident's lock. */
export interface AlertSituation {
  state: AlertState;
  channel: AlertChannel;
  providerSid: string | null;
  /** Its code travels in another alert's text. */
  bundled: boolean;
  /** The incident is still being alerted for, or this text is not part of its ladder. */
  wanted: boolean;
  reachable: boolean;
  legInTheWay: boolean;
  superseded: boolean;
}

/** Pure: the dispatcher gathers the situation, this decides, the dispatcher acts. */
export const dutyOf = (alert: AlertSituation): AlertDuty => DUTIES[alert.state](alert);

const ask = (alert: AlertSituation): AlertDuty => (alert.bundled ? 'follow' : 'ask');
const rest = (): AlertDuty => 'nothing';
const lookAfterLeg = (alert: AlertSituation): AlertDuty => (alert.channel === 'sms' ? 'nothing' : 'look');
const lookAfter = (alert: AlertSituation): AlertDuty => {
  if (alert.channel !== 'sms') return 'look';
  return alert.bundled ? 'follow' : 'miss_receipt';
};
const endLeg = (alert: AlertSituation): AlertDuty =>
  alert.channel !== 'sms' && alert.providerSid !== null ? 'hang_up' : 'nothing';

const lookForCaller = (alert: AlertSituation): AlertDuty =>
  alert.channel !== 'sms' && alert.providerSid !== null ? 'look_for_caller' : 'nothing';

const DUTIES: Record<AlertState, (alert: AlertSituation) => AlertDuty> = {
  pending: pendingDuty,
  sending: ask,
  unknown: ask,
  sent: lookAfter,
  answered: lookAfterLeg,
  canceled: endLeg,
  declined: endLeg,
  delivered: rest,
  accepted: lookForCaller,
  failed: rest,
  skipped: rest,
};

function pendingDuty(alert: AlertSituation): AlertDuty {
  if (!alert.wanted) return 'cancel';
  if (alert.superseded) return 'skip';
  if (!alert.reachable) return 'fail';
  return alert.legInTheWay ? 'wait' : 'send';
}

/** How long to wait before the n-th attempt after a refusal that may pass (429, 5xx), in seconds. */
export const retryDelaySeconds = (attempts: number): number => Math.min(10, 2 * Math.max(1, attempts));
