import { isUnanswered } from '@domain/escalation/incident';
import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import { Journal } from '@platform/journal/journal';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { CallerReachService, TRIES, TRY_AGAIN_MS, type Told } from './caller-reach.service.js';
import { alarmClock } from './escalation.queries.js';
import { Incident } from './incident.entity.js';

/** An honest word to a caller whose emergency nobody has taken, and what to do about their safety (oncall 5.5, rule 6). */
@Injectable()
export class CallerNewsService {
  constructor(
    private readonly db: AccountDb,
    private readonly journal: Journal,
    private readonly reach: CallerReachService,
  ) {}

  /** Alarm `caller_news`. The try is committed before anything is said; a text whose fate is unknown is asked about first. */
  async tell(accountId: AccountId, incidentId: string): Promise<void> {
    const due = await this.db.within(accountId, (tx) => this.begin(tx, incidentId));
    if (!due) return;
    const told = await this.reach.tell(due.incident, due.now);
    await this.db.within(accountId, (tx) => this.end(tx, incidentId, told));
  }

  private async begin(tx: AccountTx, incidentId: string): Promise<{ incident: Incident; now: Date } | null> {
    const incident = await tx.lock(Incident, { id: incidentId });
    const now = await alarmClock(tx);
    if (!incident?.callerNewsAt || incident.callerNewsAt > now) return null;
    const isOwed = isUnanswered(incident.state) && incident.callerNewsTries < TRIES;
    const callerNewsAt = isOwed ? new Date(now.getTime() + TRY_AGAIN_MS) : null;
    const callerNewsTries = incident.callerNewsTries + 1;
    await tx.update(Incident, { id: incidentId }, { callerNewsAt, callerNewsTries });
    return isOwed ? { incident: { ...incident, callerNewsTries }, now } : null;
  }

  private async end(tx: AccountTx, incidentId: string, told: Told): Promise<void> {
    const incident = await tx.lock(Incident, { id: incidentId });
    if (!incident || told.kind === 'later') return;
    const callerToldAt = told.kind === 'told' ? await alarmClock(tx) : incident.callerToldAt;
    // Meanwhile the ladder may have ended and owe the caller the next word: that alarm stays.
    const isSame = incident.callerNewsTries > 0;
    await tx.update(Incident, { id: incidentId }, { callerToldAt, ...(isSame ? { callerNewsAt: null } : {}) });
    if (told.kind === 'never' && told.code === 'told_before') return;
    const event = told.kind === 'told' ? 'incident.caller_told' : 'incident.caller_not_told';
    const { kind: _, ...data } = told;
    const actor = { type: 'system' } as const;
    await this.journal.record(tx, { event, subjectId: incidentId, callId: incident.callId, actor, data });
  }
}
