import { DomainError, notFound } from '@domain/errors/domain-error';
import type { AccountId } from '@domain/ids';
import type { Trade } from '@domain/triage/triage.types';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import type { CurrentMember } from '../identity/identity.types.js';
import { MembershipsService } from '../identity/memberships.service.js';
import { DrillRunService } from './drill-run.service.js';
import { drillPages, emergencyWaits, newestDrills, runningDrill, whoStartedDrill } from './drills.queries.js';
import { toDrillView, type DrillView } from './drills.dto.js';
import { takeTurns } from './escalation.queries.js';
import { Incident } from './incident.entity.js';

const SHOWN = 20;

/** "Rehearse": the whole ladder, with everybody told that it is a drill, and the times it took. */
@Injectable()
export class DrillsService {
  constructor(
    private readonly db: AccountDb,
    private readonly memberships: MembershipsService,
    private readonly runs: DrillRunService,
  ) {}

  /** Throws `drill-running`, `emergency-open` while a real one waits, `no-line`. */
  start({ accountId, actor }: CurrentMember, trade: Trade | null): Promise<DrillView> {
    return this.db.within(accountId, async (tx) => {
      await takeTurns(tx);
      if (await runningDrill(tx)) throw new DomainError('conflict', 'drill-running', 'A drill is running already');
      if (await emergencyWaits(tx))
        throw new DomainError('conflict', 'emergency-open', 'A real emergency is waiting. Rehearse when it is taken');
      return this.shown(tx, await this.runs.start(tx, actor, trade));
    });
  }

  /** Newest first. */
  list(accountId: AccountId): Promise<DrillView[]> {
    return this.db.within(accountId, async (tx) => {
      const views = [];
      for (const id of await newestDrills(tx, SHOWN)) views.push(await this.shown(tx, id));
      return views;
    });
  }

  read(accountId: AccountId, drillId: string): Promise<DrillView> {
    return this.db.within(accountId, (tx) => this.shown(tx, drillId));
  }

  /** Nothing happens to a drill that is over. */
  cancel({ accountId, actor }: CurrentMember, drillId: string): Promise<DrillView> {
    return this.db.within(accountId, async (tx) => {
      const incident = await tx.lock(Incident, { id: drillId, isDrill: true });
      if (incident?.state === 'alerting') await this.runs.cancel(tx, incident, actor);
      return this.shown(tx, drillId);
    });
  }

  private async shown(tx: AccountTx, drillId: string): Promise<DrillView> {
    const incident = await tx.findOne(Incident, { id: drillId, isDrill: true });
    if (!incident) throw notFound('drill');
    const startedBy = await whoStartedDrill(tx, drillId);
    const person = startedBy ? await this.memberships.person(startedBy) : undefined;
    return toDrillView({ incident, pages: await drillPages(tx, drillId), startedBy: person?.name ?? 'The office' });
  }
}
