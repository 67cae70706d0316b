/** The life of an emergency (domain, words). It only moves forward, except that a silent acceptance restarts the ladder. */
export const INCIDENT_STATES = [
  'alerting',
  'accepted',
  'contacted',
  'resolved',
  'unreached',
  'false_alarm',
  'merged',
] as const;
export type IncidentState = (typeof INCIDENT_STATES)[number];

/** Somebody still has something to do; a code is reserved while an incident is in one of these. */
const OPEN_STATES = ['alerting', 'accepted', 'contacted', 'unreached'] as const satisfies IncidentState[];

export const isOpen = (state: IncidentState): boolean => (OPEN_STATES as readonly IncidentState[]).includes(state);

/** Nobody has taken it yet, so anybody who was paged still may. */
export const isUnanswered = (state: IncidentState): boolean => state === 'alerting' || state === 'unreached';

/** "ETA 25" is a promise: the two have not spoken yet, as far as anybody knows. */
export const isOnTheWay = ({ state, etaMinutes }: { state: IncidentState; etaMinutes: number | null }): boolean =>
  state === 'contacted' && etaMinutes !== null;

export type AcceptedVia = 'sms' | 'key' | 'app' | 'api';
export type OpenedBy = 'rules' | 'voice_agent' | 'human' | 'intake' | 'voicemail';
