import type { LegScript } from '@domain/escalation/leg-script';
import { legWords } from '@domain/escalation/leg-words';
import type { LegWords } from '@domain/escalation/leg-words.types';
import type { PagerLanguage } from '@domain/on-call/pager-language';
import type { AccountId } from '@domain/ids';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { AcceptanceService } from './acceptance.service.js';
import { Alert } from './alert.entity.js';
import { languageOf } from './alert.queries.js';
import { EscalationService } from './escalation.service.js';
import { factsOf } from './incident-facts.js';
import { Incident } from './incident.entity.js';

const over: LegScript = { kind: 'goodbye', words: legWords('en').over };

interface Asked {
  incident: Incident;
  alert: Alert;
  language: PagerLanguage;
}

/** "Did you reach …?" on the phone of a technician whom no text reaches: voice alone must carry it (decision 16). */
@Injectable()
export class WatchdogLegService {
  constructor(
    private readonly db: AccountDb,
    private readonly clock: Clock,
    private readonly acceptances: AcceptanceService,
    private readonly escalations: EscalationService,
  ) {}

  /** Somebody, or a voicemail, picked up. */
  answered(accountId: AccountId, alertId: string): Promise<LegScript> {
    return this.whileAsked(accountId, alertId, (_tx, asked) =>
      Promise.resolve({
        kind: 'page',
        words: wordsOf(asked).watchdog(factsOf(asked.incident, asked.language)),
        keys: wordsOf(asked).watchdogKeys,
      }),
    );
  }

  /** 1: they have spoken. 3: they have not, and the next person is paged. Anything else is silence. */
  async pressed(accountId: AccountId, alertId: string, key: string): Promise<LegScript> {
    if (key !== '1' && key !== '3') return { kind: 'hang_up' };
    return this.whileAsked(accountId, alertId, async (tx, asked) => {
      const { incident, alert } = asked;
      const answer = { state: key === '1' ? 'accepted' : 'declined', reply: key, nextAttemptAt: null } as const;
      await tx.update(Alert, { id: alert.id }, { ...answer, finishedAt: this.clock.now() });
      if (key === '1') return this.reached(tx, asked);
      await this.acceptances.reopen(tx, incident, 'not_reached');
      return { kind: 'goodbye', words: wordsOf(asked).passed };
    });
  }

  private async reached(tx: AccountTx, asked: Asked): Promise<LegScript> {
    const { incident } = asked;
    await this.escalations.recordContact(tx, incident.id, this.clock.now());
    await tx.update(Incident, { id: incident.id }, { watchdogAt: null, etaMinutes: null });
    return { kind: 'goodbye', words: wordsOf(asked).thanks };
  }

  /** The answer counts as long as it is waited for, from whoever still has the emergency. */
  private whileAsked(
    accountId: AccountId,
    alertId: string,
    work: (tx: AccountTx, asked: Asked) => Promise<LegScript>,
  ): Promise<LegScript> {
    return this.db.within(accountId, async (tx) => {
      const alert = await tx.findOne(Alert, { id: alertId, escalationStep: 'watchdog' });
      const incident = alert ? await tx.lock(Incident, { id: alert.incidentId }) : null;
      if (!alert || !incident || !isAsked(incident, alert)) return over;
      return work(tx, { incident, alert, language: await languageOf(tx, alert.contactId) });
    });
  }
}

const wordsOf = ({ language }: Asked): LegWords => legWords(language);

const isAsked = ({ watchdogAskedAt, watchdogAt, acceptedBy }: Incident, { contactId }: Alert): boolean =>
  watchdogAskedAt !== null && watchdogAt !== null && acceptedBy === contactId;
