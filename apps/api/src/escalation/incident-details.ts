import type { EmergencyDetails } from './escalation.types.js';
import type { Incident } from './incident.entity.js';

const FIELDS = ['callerName', 'callerPhone', 'callbackPhone', 'address', 'issueSummary', 'safetyLine'] as const;
type Details = Partial<Pick<Incident, (typeof FIELDS)[number]>>;

/**
 * Columns that change. What is missing or blank never erases what is known, and a later call of the same caller
 * (`callId`) adds to the first one's issue without replacing it.
 */
export function changedDetails(incident: Incident, callId: string, details: EmergencyDetails): Details {
  const isLaterCall = incident.callId !== callId;
  const given = FIELDS.flatMap((field) => {
    const value = details[field]?.trim();
    const isKept = isLaterCall && field === 'issueSummary';
    return value && value !== incident[field] && !isKept ? [[field, value] as const] : [];
  });
  return Object.fromEntries(given);
}

/** Whether a person on the way needs to hear of it: where, and whom to call. The rest can wait for the card. */
export const tellsAnything = (incident: Incident, changed: Details): boolean =>
  changed.callerName !== undefined ||
  changed.address !== undefined ||
  changed.callerPhone !== undefined ||
  (changed.callbackPhone !== undefined && changed.callbackPhone !== incident.callerPhone);
