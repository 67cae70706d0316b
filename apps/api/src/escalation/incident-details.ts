import type { EmergencyDetails } from './escalation.types.js';
import type { Incident } from './incident.entity.js';

const FIELDS = ['callerName', 'callerPhone', 'callbackPhone', 'address', 'issueSummary', 'safetyLine'] as const;
type Details = Partial<Pick<Incident, (typeof FIELDS)[number]>>;

/** Columns that change. What is missing or blank never erases what is known. */
export function changedDetails(incident: Incident, details: EmergencyDetails): Details {
  const given = FIELDS.flatMap((field) => {
    const value = details[field]?.trim();
    return value && value !== incident[field] ? [[field, value] as const] : [];
  });
  return Object.fromEntries(given);
}

/** Whether a person on the way needs to hear of it: where, and whom to call. The rest can wait for the card. */
export const tellsAnything = (changed: Details): boolean =>
  changed.callerName !== undefined ||
  changed.address !== undefined ||
  changed.callbackPhone !== undefined ||
  changed.callerPhone !== undefined;
