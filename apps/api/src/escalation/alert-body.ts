import { markedAsDrill } from '@domain/escalation/drill';
import { alertText, delayedIfLate, unresolvedText, updateText } from '@domain/escalation/texts';
import type { PagerLanguage } from '@domain/on-call/pager-language';
import type { Alert } from './alert.entity.js';
import { factsOf } from './incident-facts.js';
import type { Incident } from './incident.entity.js';

/** Who reads a text, as far as its words depend on it. `busyUntil`: what they said, or null. */
export interface Reader {
  language: PagerLanguage;
  busyUntil: Date | null;
}

/** The words of a text at the moment it is sent: with everything the conversation has brought by then. */
export function bodyOf(alert: Alert, incident: Incident, now: Date, { language, busyUntil }: Reader): string {
  const facts = factsOf(incident, language);
  if (!alert.stopsWithLadder) return alert.body ?? updateText(facts);
  const words = alert.escalationStep === 'sms_owner_unresolved' ? unresolvedText : alertText;
  const text = words(facts, busyUntil);
  const dated = delayedIfLate(text, facts, alert.dueAt, now);
  return incident.isDrill ? markedAsDrill(dated, language) : dated;
}

/**
 * By which the provider can tell this text from the others to the same phone: its first two lines say which incident
 * and what of it.
 */
export const tagOf = (body: string): string => body.split('\n').slice(0, 2).join('\n').slice(0, 80);
