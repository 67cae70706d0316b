import { reachingName } from '@domain/escalation/snapshot';
import type { EmergencyReport, OpenedIncident } from './escalation.types.js';
import type { Incident } from './incident.entity.js';

/** What a report says of an emergency, as the columns that hold it. */
export const columnsOf = (report: EmergencyReport) => ({
  callId: report.callId,
  callSid: report.callSid,
  lineNumber: report.lineNumber,
  callerPhone: report.callerPhone,
  callerName: report.callerName ?? null,
  callbackPhone: report.callbackPhone ?? null,
  address: report.address ?? null,
  issueSummary: report.issueSummary,
  category: report.category ?? null,
  serviceType: report.serviceType ?? null,
  safetyLine: report.safetyLine ?? null,
  openedBy: report.openedBy,
});

/** What whoever reported an emergency is told of it. */
export const opened = (
  kind: OpenedIncident['kind'],
  incident: Pick<Incident, 'id' | 'code' | 'policy' | 'acceptedName'>,
  transferFailed = false,
): OpenedIncident => ({
  kind,
  standing: incident.acceptedName ? 'taken' : transferFailed ? 'not_picked_up' : 'paging',
  incidentId: incident.id,
  code: incident.code,
  onCallName: incident.acceptedName ?? reachingName(incident.policy) ?? 'our on-call technician',
});
