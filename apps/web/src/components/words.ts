import type { Role } from '@domain/access/capabilities';
import { isOnTheWay } from '@domain/escalation/incident';
import type { CallAssessment, CallbackStatus, Incident, IncidentState } from '../api/types.js';

/** The product's vocabulary for people: one place, so that a word never differs between two screens. */
const SERVICE: Record<string, string> = {
  plumbing: 'Plumbing',
  hvac: 'HVAC',
  electrical: 'Electrical',
  general: 'General',
  unknown: 'Not said',
};

/** The API may send the trade alone or the PRD's longer form ("Plumbing - Water Heater Quote"). */
export const serviceName = (service: string | null): string => (service ? (SERVICE[service] ?? service) : 'Not said');

const STAGE: Record<string, string> = {
  greeting: 'Greeting the caller',
  qualifying: 'Finding out what is wrong',
  details: 'Taking name and address',
  routing: 'Reaching the on-call technician',
  booking: 'Offering times',
  ended: 'Hung up',
};

export const stageName = (stage: string): string => STAGE[stage] ?? stage;

const HANDLED_BY: Record<string, string> = {
  ai: 'Voice agent',
  business_line: 'Business line',
  ring_group: 'Ring group',
  intake_ivr: 'Phone intake',
  voicemail: 'Voicemail',
};

export const handledByName = (handledBy: string | null): string =>
  handledBy ? (HANDLED_BY[handledBy] ?? handledBy) : 'Not answered yet';

/** Who spoke for the contractor in a transcript: an intake may have gone on where the agent was cut off. */
export const lineName = (handledBy: string | null): string =>
  handledBy === 'intake_ivr' || handledBy === 'voicemail' ? 'Our line' : 'Voice agent';

export const DECIDED_BY: Record<CallAssessment['decidedBy'], string> = {
  rules: 'Safety rules',
  voice_agent: 'Voice agent',
  human: 'A person',
};

/** "water moving" from the engine's `waterMoving: water > gushVerb / 5`: what was heard, without the pattern behind it. */
export const ruleName = (rule: string): string =>
  (rule.split(':')[0] ?? rule)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[-_]/g, ' ')
    .toLowerCase();

/** "tone: calm" from `tone:calm`: a circumstance that weighed beside the words. */
export const circumstanceName = (rule: string): string => rule.replace(/:(?=[a-z])/, ': ');

/** PRD VTCR 4.1, in its order. */
export const CALLBACK: Record<CallbackStatus, string> = {
  not_called: 'Not Called',
  called_booked: 'Called - Booked',
  called_no_answer: 'Called - No Answer',
  called_not_interested: 'Called - Not Interested',
  resolved: 'Resolved',
  no_callback_needed: 'No Callback Needed',
};

/** The same in a narrow column. */
export const CALLBACK_SHORT: Record<CallbackStatus, string> = {
  not_called: 'Not Called',
  called_booked: 'Booked',
  called_no_answer: 'No Answer',
  called_not_interested: 'Not Interested',
  resolved: 'Resolved',
  no_callback_needed: 'Not needed',
};

const INCIDENT: Record<IncidentState, string> = {
  alerting: 'Paging',
  accepted: 'Accepted',
  contacted: 'Customer reached',
  resolved: 'Resolved',
  unreached: 'Nobody reached',
  false_alarm: 'False alarm',
  merged: 'Merged',
};

/** A promised arrival is no customer reached. */
export const incidentName = (incident: Pick<Incident, 'state' | 'etaMinutes'>): string =>
  isOnTheWay(incident) ? 'On the way' : INCIDENT[incident.state];

const TONE: Record<string, string> = {
  calm: 'Calm',
  concerned: 'Concerned',
  frustrated: 'Frustrated',
  worried: 'Worried',
  panicked: 'Panicked',
  neutral: 'Neutral',
};

export const toneName = (tone: string): string => TONE[tone] ?? tone;

export const ROLE: Record<Role, string> = {
  agency_admin: 'Agency admin',
  owner: 'Owner',
  dispatcher: 'Dispatcher',
  csr: 'CSR',
};

export const CHANNEL: Record<string, string> = {
  slack: 'Slack',
  sms: 'text message',
  email: 'e-mail',
  call: 'call',
  warm_transfer: 'live transfer',
};

const VIA: Record<string, string> = { sms: 'by text', key: 'by keypress', app: 'in the app', api: 'through the API' };
export const viaName = (via: string | null): string => (via ? (VIA[via] ?? via) : '');

/** $1,850 from 185000. */
export const dollars = (cents: number): string =>
  new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency: 'USD',
    maximumFractionDigits: cents % 100 === 0 ? 0 : 2,
  }).format(cents / 100);

export const plural = (count: number, word: string, many = `${word}s`): string =>
  `${count} ${count === 1 ? word : many}`;

export const TRADES = [
  { value: 'plumbing', label: 'Plumbing' },
  { value: 'hvac', label: 'HVAC' },
  { value: 'electrical', label: 'Electrical' },
];
