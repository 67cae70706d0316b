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
    const told = await this.reach.tell(due);
    await this.db.within(accountId, (tx) => this.end(tx, due, told));
  }

  private async begin(tx: AccountTx, incidentId: string): Promise<Incident | null> {
    const incident = await tx.lock(Incident, { id: incidentId });
    const now = await alarmClock(tx);
    if (!incident?.callerNewsAt || incident.callerNewsAt > now) return null;
    const isOwed = isUnanswered(incident.state) && incident.callerNewsTries < TRIES;
    const callerNewsAt = isOwed ? new Date(now.getTime() + TRY_AGAIN_MS) : null;
    const callerNewsTries = incident.callerNewsTries + 1;
    await tx.update(Incident, { id: incidentId }, { callerNewsAt, callerNewsTries });
    return isOwed ? { ...incident, callerNewsAt, callerNewsTries } : null;
  }

  private async end(tx: AccountTx, begun: Incident, told: Told): Promise<void> {
    const incident = await tx.lock(Incident, { id: begun.id });
    if (!incident || told.kind === 'later') return;
    // Meanwhile the ladder may have ended and owe the caller the next word: that alarm stays.
    const isSame = incident.callerNewsAt?.getTime() === begun.callerNewsAt?.getTime();
    const callerToldAt = told.kind === 'told' ? await alarmClock(tx) : incident.callerToldAt;
    await tx.update(Incident, { id: begun.id }, { callerToldAt, ...(isSame ? { callerNewsAt: null } : {}) });
    await this.keep(tx, incident, told);
  }

  private async keep(tx: AccountTx, { id, callId }: Incident, { kind, ...data }: Told): Promise<void> {
    if ('code' in data && data.code === 'told_before') return;
    const event = kind === 'told' ? 'incident.caller_told' : 'incident.caller_not_told';
    await this.journal.record(tx, { event, subjectId: id, callId, actor: { type: 'system' }, data });
  }
}
