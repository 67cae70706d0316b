import type { AccountTx } from '@platform/tenancy/account-tx';
import { Alert } from './alert.entity.js';
import { pagedPeople, type PagedPerson } from './escalation.queries.js';
import type { Incident } from './incident.entity.js';

/**
 * Who hears news of an incident: whoever accepted it, otherwise everybody who was paged. `bundled`: those who already
 * have such a text on its way are left out, because it is written when it is sent.
 */
export async function recipientsOfNews(tx: AccountTx, incident: Incident, bundled: boolean): Promise<PagedPerson[]> {
  if (!['alerting', 'accepted'].includes(incident.state)) return [];
  const paged = (await pagedPeople(tx, incident)).filter((person) => person.canText);
  const hearing =
    incident.state === 'accepted' ? paged.filter((person) => person.contactId === incident.acceptedBy) : paged;
  if (!bundled) return hearing;
  const waiting = await tx.find(Alert, { incidentId: incident.id, escalationStep: 'update', state: 'pending' });
  const covered = new Set(waiting.filter((alert) => alert.body === null).map((alert) => alert.contactId));
  return hearing.filter((person) => !covered.has(person.contactId));
}

/** The technician who accepted, or null when somebody did in the app. */
export async function takerOf(tx: AccountTx, incident: Incident): Promise<PagedPerson | null> {
  const paged = await pagedPeople(tx, incident);
  return paged.find((person) => person.contactId === incident.acceptedBy) ?? null;
}
