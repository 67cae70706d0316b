import { isOnTheWay, isUnanswered } from '@domain/escalation/incident';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { Alert } from './alert.entity.js';
import { pagedPeople, type PagedPerson } from './escalation.queries.js';
import type { Incident } from './incident.entity.js';

/**
 * Who hears news of an incident: whoever accepted it, also when they are on their way already, otherwise everybody who
 * was paged. `bundled`: those who have such a text on its way are left out, because it is written when it is sent.
 */
export async function recipientsOfNews(tx: AccountTx, incident: Incident, bundled: boolean): Promise<PagedPerson[]> {
  const hearing = incident.state === 'alerting' ? await textablePaged(tx, incident) : await textableTaker(tx, incident);
  if (!bundled) return hearing;
  const waiting = await tx.find(Alert, { incidentId: incident.id, escalationStep: 'update', state: 'pending' });
  const covered = new Set(waiting.filter((alert) => alert.body === null).map((alert) => alert.contactId));
  return hearing.filter((person) => !covered.has(person.contactId));
}

/**
 * Who might still go to an incident that somebody closes. Once the two have met "resolved" is paperwork, and nobody is
 * woken for it.
 */
export async function recipientsOfEnd(
  tx: AccountTx,
  incident: Incident,
  end: 'resolved' | 'false_alarm',
): Promise<PagedPerson[]> {
  if (isUnanswered(incident.state)) return textablePaged(tx, incident);
  const haveMet = incident.state === 'contacted' && !isOnTheWay(incident);
  return haveMet && end === 'resolved' ? [] : textableTaker(tx, incident);
}

/** The technician who accepted, paged or not; null when nobody has, or somebody did in the app. */
export async function takerOf(tx: AccountTx, incident: Incident): Promise<PagedPerson | null> {
  const [taker] = await tx.query<PagedPerson>(
    `select id as "contactId", name, phone, can_text as "canText", language from contacts where account_id = $1 and id = $2`,
    [tx.accountId, incident.acceptedBy],
  );
  return taker ?? null;
}

/** Of an incident that is over nobody has it any more. */
async function textableTaker(tx: AccountTx, incident: Incident): Promise<PagedPerson[]> {
  const taker = ['accepted', 'contacted'].includes(incident.state) ? await takerOf(tx, incident) : null;
  return taker?.canText ? [taker] : [];
}

const textablePaged = async (tx: AccountTx, incident: Incident): Promise<PagedPerson[]> =>
  (await pagedPeople(tx, incident)).filter((person) => person.canText);
