import { holdReason } from './pace.js';
import type { AlertChannel } from './policy.js';

/** One journal row of an incident, with the names its ids stand for. The journal itself holds ids only. */
export interface TimelineEvent {
  event: string;
  data: Record<string, unknown>;
  /** Who did it, when it was a person. */
  actorName: string | null;
  /** The alert it is about. */
  alert: { contactName: string; channel: AlertChannel } | null;
  /** Names of the people a step pages. */
  pagedNames: string[];
  /** Names of those who were passed over because they are busy. */
  busyNames: string[];
}

const OPENED_BY: Record<string, string> = {
  rules: 'the triage rules',
  voice_agent: 'the voice agent',
  human: 'a dispatcher',
  intake: 'the phone intake',
  voicemail: 'a voicemail',
};
const VIA: Record<string, string> = { sms: 'by text', key: 'by keypress', app: 'in the app', api: 'through the API' };
const REOPENED: Record<string, string> = {
  passed: 'it was passed on after all',
  not_reached: 'the caller was not reached',
  silence: 'no word after the acceptance',
  page_next: 'a dispatcher asked for somebody else',
  paged_by_hand: 'a dispatcher asked for somebody else',
};
const CALL_ENDS: Record<string, string> = {
  no_key: 'picked up, but pressed no key',
  busy: 'was busy',
  'no-answer': 'did not pick up',
  canceled: 'was no longer rung',
};

/** One line of the timeline, without its time. Says only what the rows prove (reference/oncall 7.7). */
export function timelineSentence(row: TimelineEvent): string {
  const who = row.actorName ?? 'Somebody';
  const say = SENTENCES[row.event];
  return say ? say(row, who) : row.event;
}

const SENTENCES: Record<string, (row: TimelineEvent, who: string) => string> = {
  'incident.opened': ({ data }) => `Emergency opened by ${OPENED_BY[String(data['openedBy'])] ?? 'the system'}`,
  'incident.step_fired': stepFired,
  'incident.alert_sent': ({ alert }) => `${alert?.channel === 'sms' ? 'Text sent to' : 'Ringing'} ${nameIn(alert)}`,
  'incident.alert_delivered': ({ alert }) => `Text to ${nameIn(alert)} delivered`,
  'incident.alert_failed': failure,
  'incident.alert_held': ({ alert, data }) =>
    `${alert?.channel === 'sms' ? 'Text' : 'Call'} held: ${holdReason({ most: Number(data['most']), seconds: Number(data['seconds']) }, alert?.channel === 'sms', nameIn(alert))}`,
  'incident.alert_unconfirmed': ({ alert }) => `No receipt for the text to ${nameIn(alert)}: calling instead`,
  'incident.connection_lost': () => 'The connection broke before they could speak: caller back with the voice agent',
  'incident.caller_rung': (_row, who) => `${who} rings the caller`,
  'incident.declined': (_row, who) => `${who} passed`,
  'incident.accepted': ({ data }, who) => `${who} accepted ${VIA[String(data['via'])] ?? ''}`.trim(),
  'incident.connected': (_row, who) => `Caller connected to ${who}`,
  'incident.called_back': (row, who) => `Called back by ${who}`,
  'incident.contacted': (_row, who) => `${who} has spoken with the caller`,
  'incident.unreached': () => 'NOT REACHED: nobody answered',
  'incident.resolved': ({ data }, who) => `Resolved by ${who}${valueOf(data)}`,
  'incident.false_alarm': (_row, who) => `Closed as a false alarm by ${who}`,
  'incident.merged': () => 'The caller called again',
  'incident.updated': ({ data }) => updated(data),
  'incident.paged': ({ pagedNames }, who) => `${who} paged ${pagedNames.join(' and ') || 'somebody'}`,
  'incident.assigned': ({ pagedNames }, who) => `${who} put down that ${pagedNames.join(' and ') || 'somebody'} has it`,
  'incident.agency_told': ({ data }) =>
    data['outcome'] === 'sent'
      ? 'The office or its agency was e-mailed that nobody was reached'
      : 'An e-mail to the office or its agency was refused',
  'incident.caller_told': ({ data }) =>
    data['how'] === 'spoken'
      ? 'Caller told by the voice agent that nobody has it yet'
      : 'Caller told by text that nobody has it yet',
  'incident.caller_not_told': () => 'The caller could not be told that nobody has it yet',
  'drill.started': (_row, who) => `Drill started by ${who}`,
  'drill.answered': ({ data }, who) => `${who} answered ${VIA[String(data['via'])] ?? ''}`.trim() + secondsOf(data),
  'drill.finished': () => 'Drill finished',
  'drill.canceled': (_row, who) => `Drill canceled by ${who}`,
  'drill.interrupted': () => 'Drill stopped: a real emergency came in',
};

const secondsOf = (data: Record<string, unknown>): string =>
  typeof data['seconds'] === 'number' ? ` after ${data['seconds']} s` : '';

function stepFired({ pagedNames, busyNames }: TimelineEvent): string {
  const paging =
    pagedNames.length > 0 ? `Paging ${[...new Set(pagedNames)].join(' and ')}` : 'Nobody to page at this step';
  return busyNames.length > 0 ? `${paging}. Busy: ${busyNames.join(' and ')}` : paging;
}

function failure({ alert, data }: TimelineEvent): string {
  const code = String(data['code'] ?? '');
  if (alert?.channel === 'sms') return `Text to ${nameIn(alert)} failed (${code})`;
  return `${nameIn(alert)} ${CALL_ENDS[code] ?? `could not be rung (${code})`}`;
}

function updated(data: Record<string, unknown>): string {
  const reason = data['reopened'];
  if (typeof reason === 'string') return `Paging again: ${REOPENED[reason] ?? reason}`;
  const fields = Array.isArray(data['fields']) ? data['fields'].map(String) : [];
  return fields.length > 0 ? `New details: ${fields.map(fieldWords).join(', ')}` : 'Updated';
}

const fieldWords = (field: string): string => field.replace(/([A-Z])/g, ' $1').toLowerCase();
const nameIn = (alert: TimelineEvent['alert']): string => alert?.contactName ?? 'a contact';
const valueOf = (data: Record<string, unknown>): string =>
  typeof data['jobValueCents'] === 'number' ? `, $${(data['jobValueCents'] / 100).toLocaleString('en-US')}` : '';
