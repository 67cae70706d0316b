import { holdReason } from '@domain/escalation/pace';
import type { Alert } from './alert.entity.js';
import type { Incident } from './incident.entity.js';
import { sentenceOf, type ShownIncident } from './incidents.dto.js';
import type { ProofAcceptance, ProofAlert, ProofFacts } from './proof.dto.js';
import type { AttemptRow } from './proof.queries.js';

/** What is proven: our rows, and the carrier's references by which it can confirm them. */
export function proofFacts(shown: ShownIncident, attempts: AttemptRow[]): ProofFacts {
  const { incident, alerts, timeline } = shown;
  return {
    ...reported(incident),
    acceptance: acceptanceOf(incident),
    contactedAt: iso(incident.contactedAt),
    resolvedAt: iso(incident.resolvedAt),
    outcome: incident.outcome,
    jobValueCents: incident.jobValueCents,
    ladder: incident.policy.policy.steps.map(({ step, channel, delaySeconds }) => ({
      name: step,
      channel,
      delaySeconds,
    })),
    alerts: alerts.map((alert) =>
      alertOf(
        alert,
        attempts.filter((attempt) => attempt.alertId === alert.id),
      ),
    ),
    timeline: timeline.map((row) => ({ at: row.at.toISOString(), event: row.event, text: sentenceOf(row, shown) })),
  };
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

const reported = (incident: Incident) => ({
  accountName: incident.policy.accountName,
  timeZone: incident.policy.timeZone,
  incidentId: incident.id,
  code: incident.code,
  isDrill: incident.isDrill,
  state: incident.state,
  reportedAt: incident.openedAt.toISOString(),
  openedBy: incident.openedBy,
  callSid: incident.callSid,
  calledNumber: incident.lineNumber,
  callerName: incident.callerName,
  callerPhone: incident.callbackPhone ?? incident.callerPhone,
  address: incident.address,
  issueSummary: incident.issueSummary,
  safetyLine: incident.safetyLine,
  unheardLine: incident.unheardLine,
});

function acceptanceOf(incident: Incident): ProofAcceptance | null {
  const { acceptedAt, acceptedName, acceptedVia, acceptedWords, openedAt } = incident;
  if (!acceptedAt || !acceptedName) return null;
  const secondsAfterReport = Math.round((acceptedAt.getTime() - openedAt.getTime()) / 1000);
  return {
    name: acceptedName,
    at: acceptedAt.toISOString(),
    via: acceptedVia,
    apiKeyId: incident.acceptedKey,
    words: acceptedWords,
    secondsAfterReport,
  };
}

const alertOf = (alert: Alert, attempts: AttemptRow[]): ProofAlert => ({
  id: alert.id,
  contactName: alert.contactName,
  phone: alert.phone,
  channel: alert.channel,
  escalationStep: alert.escalationStep,
  run: alert.epoch,
  dueAt: alert.dueAt.toISOString(),
  sentAt: iso(alert.sentAt),
  finishedAt: iso(alert.finishedAt),
  state: alert.state,
  providerSid: alert.providerSid,
  providerStatus: alert.providerStatus,
  errorCode: alert.errorCode,
  heldBecause: alert.held && holdReason(alert.held, alert.channel === 'sms', alert.contactName),
  heldUntil: alert.held && alert.held.until,
  reply: alert.reply,
  attempts: attempts.map(({ n, startedAt, finishedAt, outcome }) => ({
    n,
    startedAt: startedAt.toISOString(),
    finishedAt: iso(finishedAt),
    outcome,
  })),
});
