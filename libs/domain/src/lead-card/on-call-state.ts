import type { IncidentState } from '@domain/escalation/incident';

/** PRD §8 "On-Call Outcome" as a state; the words beside it come with the incident. */
export const ON_CALL_STATES = [
  'not_applicable',
  'routing',
  'acknowledged',
  'dispatched',
  'resolved',
  'not_reached',
  'false_alarm',
  'merged',
] as const;
export type OnCallState = (typeof ON_CALL_STATES)[number];

const STATES: Record<IncidentState, OnCallState> = {
  alerting: 'routing',
  accepted: 'acknowledged',
  contacted: 'dispatched',
  resolved: 'resolved',
  unreached: 'not_reached',
  false_alarm: 'false_alarm',
  merged: 'merged',
};

/** `not_applicable` for a call that was no emergency. */
export const onCallState = (incident: { state: IncidentState } | undefined): OnCallState =>
  incident ? STATES[incident.state] : 'not_applicable';
