import { markedAsDrill } from '@domain/escalation/drill';
import { alertText, delayedIfLate, unresolvedText, updateText } from '@domain/escalation/texts';
import type { Alert } from './alert.entity.js';
import { factsOf } from './incident-facts.js';
import type { Incident } from './incident.entity.js';

/**
 * The words of a text at the moment it is sent: with everything the conversation has brought by then. `busyUntil`: what
 * its person said, or null.
 */
export function bodyOf(alert: Alert, incident: Incident, now: Date, busyUntil: Date | null = null): string {
  const facts = factsOf(incident);
  if (!alert.stopsWithLadder) return alert.body ?? updateText(facts);
  const words = alert.escalationStep === 'sms_owner_unresolved' ? unresolvedText : alertText;
  const text = words(facts, busyUntil);
  const dated = delayedIfLate(text, facts, alert.dueAt, now);
  return incident.isDrill ? markedAsDrill(dated) : dated;
}

/**
 * By which the provider can tell this text from the others to the same phone: its first two lines say which incident
 * and what of it.
 */
export const tagOf = (body: string): string => body.split('\n').slice(0, 2).join('\n').slice(0, 80);
