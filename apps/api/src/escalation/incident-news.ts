import type { EmergencyFacts } from '@domain/escalation/facts';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { insertText } from './escalation.queries.js';
import { factsOf } from './incident-facts.js';
import type { Incident } from './incident.entity.js';
import { recipientsOfNews } from './recipients.js';

/**
 * A text at `at` to everybody whom this emergency concerns. Without words of its own (`say`) it tells, when it goes out,
 * what is known by then.
 */
export async function sendNews(
  tx: AccountTx,
  incident: Incident,
  say: ((facts: EmergencyFacts) => string) | null,
  at: Date,
): Promise<void> {
  for (const person of await recipientsOfNews(tx, incident, say === null)) {
    const body = say && say(factsOf(incident, person.language));
    await insertText(tx, incident, person, { step: 'update', body, at });
  }
}
