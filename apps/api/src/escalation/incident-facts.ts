import type { EmergencyFacts } from '@domain/escalation/facts';
import { textWords } from '@domain/escalation/text-words';
import type { PagerLanguage } from '@domain/on-call/pager-language';
import type { LadderCursor } from '@domain/escalation/plan';
import type { Incident } from './incident.entity.js';

/** What texts and calls may say of an incident, to somebody of that language. */
export const factsOf = (incident: Incident, language: PagerLanguage): EmergencyFacts => ({
  code: incident.code,
  accountName: incident.policy.accountName,
  timeZone: incident.policy.timeZone,
  openedAt: incident.openedAt,
  callerName: incident.isDrill ? textWords(language).rehearsal.caller : incident.callerName,
  callerPhone: incident.callerPhone,
  callbackPhone: incident.callbackPhone,
  address: incident.address,
  issueSummary: incident.isDrill ? textWords(language).rehearsal.issue : incident.issueSummary,
  safetyLine: incident.safetyLine,
  unheardLine: incident.unheardLine,
  language,
});

export const cursorOf = (incident: Incident): LadderCursor => ({
  round: incident.round,
  step: incident.nextStep,
  startedAt: new Date(incident.policy.startedAt),
});

/** The columns that hold a cursor. */
export const cursorColumns = (
  incident: Incident,
  cursor: LadderCursor,
): Pick<Incident, 'round' | 'nextStep' | 'policy'> => ({
  round: cursor.round,
  nextStep: cursor.step,
  policy: { ...incident.policy, startedAt: cursor.startedAt.toISOString() },
});
