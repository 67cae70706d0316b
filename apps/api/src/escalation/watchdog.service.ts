import { noWordText, watchdogText } from '@domain/escalation/texts';
import type { AccountId } from '@domain/ids';
import type { PagerLanguage } from '@domain/on-call/pager-language';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { AcceptanceService } from './acceptance.service.js';
import { alarmClock, insertText } from './escalation.queries.js';
import { factsOf } from './incident-facts.js';
import { Incident } from './incident.entity.js';
import { takerOf } from './recipients.js';
import { insertQuestionCall } from './watchdog.queries.js';

/** How long the question waits for its answer. */
const ANSWER_WITHIN_MS = 5 * 60_000;

/** A tech who typed "ok" and fell back asleep is the classic miss: an acceptance without contact is asked about (decision 6). */
@Injectable()
export class WatchdogService {
  constructor(
    private readonly db: AccountDb,
    private readonly clock: Clock,
    private readonly acceptances: AcceptanceService,
  ) {}

  /** Alarm `watchdog`: asks first; when the question stays unanswered, the ladder starts again. */
  check(accountId: AccountId, incidentId: string): Promise<void> {
    return this.db.within(accountId, async (tx) => {
      const incident = await tx.lock(Incident, { id: incidentId });
      if (!incident?.watchdogAt || incident.watchdogAt > (await alarmClock(tx))) return;
      if (incident.state !== 'accepted' && incident.state !== 'contacted')
        return void (await tx.update(Incident, { id: incidentId }, { watchdogAt: null }));
      await (incident.watchdogAskedAt === null ? this.ask(tx, incident) : this.restart(tx, incident));
    });
  }

  private async ask(tx: AccountTx, incident: Incident): Promise<void> {
    const now = this.clock.now();
    const taker = await takerOf(tx, incident);
    const asked = (language: PagerLanguage) =>
      ({ step: 'watchdog', body: watchdogText(factsOf(incident, language)), at: now }) as const;
    // A text that turns out to go nowhere is followed by the call (`AlertOutcomeService.giveUp`).
    if (taker?.canText) await insertText(tx, incident, taker, asked(taker.language));
    else await insertQuestionCall(tx, incident, incident.acceptedBy, now);
    const watchdogAt = new Date(now.getTime() + ANSWER_WITHIN_MS);
    await tx.update(Incident, { id: incident.id }, { watchdogAskedAt: now, watchdogAt });
  }

  private async restart(tx: AccountTx, incident: Incident): Promise<void> {
    const taker = await takerOf(tx, incident);
    if (taker?.canText) {
      const body = noWordText(factsOf(incident, taker.language));
      await insertText(tx, incident, taker, { step: 'update', body, at: this.clock.now() });
    }
    await this.acceptances.reopen(tx, incident, 'silence');
  }
}
