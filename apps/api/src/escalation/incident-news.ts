import type { AccountTx } from '@platform/tenancy/account-tx';
import { insertText } from './escalation.queries.js';
import type { Incident } from './incident.entity.js';
import { recipientsOfNews } from './recipients.js';

/** A text at `at` to everybody whom this emergency concerns. Without a body it says, when it goes out, what is known by then. */
export async function sendNews(tx: AccountTx, incident: Incident, body: string | null, at: Date): Promise<void> {
  for (const person of await recipientsOfNews(tx, incident, body === null))
    await insertText(tx, incident, person, { step: 'update', body, at });
}
