import { checkSchedule } from '@domain/on-call/check-schedule';
import { stale } from '@domain/errors/domain-error';
import type { AccountId } from '@domain/ids';
import { nextHandOffs } from '@domain/on-call/shifts';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import type { Actor } from '@platform/journal/journal';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { CoverageService } from './coverage.service.js';
import { OnCallChangesService } from './on-call-changes.service.js';
import { noRoster } from './on-call.errors.js';
import { OnCallRoster } from './on-call-roster.entity.js';
import type { SaveSchedule } from './schedule.dto.js';
import { draftOf } from './schedule-draft.js';
import { scheduleOf } from './schedule-of-rows.js';
import { activeContactIds, clearLayers, saveBackups, saveLayers, saveRosterOf } from './schedule-save.queries.js';
import { scheduleRows } from './schedule.queries.js';
import { toScheduleView, type ScheduleView } from './schedule-view.dto.js';

const HAND_OFFS_SHOWN = 8;

/** Layers of turns in place of the roster form. Both are saved under one version. */
@Injectable()
export class ScheduleService {
  constructor(
    private readonly db: AccountDb,
    private readonly clock: Clock,
    private readonly coverage: CoverageService,
    private readonly changes: OnCallChangesService,
  ) {}

  read(accountId: AccountId): Promise<ScheduleView> {
    return this.db.within(accountId, (tx) => this.view(tx));
  }

  /** Saves over `version` (0: nothing was saved yet). Throws `on-call-changed` and what `checkSchedule` throws. */
  save(accountId: AccountId, version: number, wanted: SaveSchedule, actor: Actor): Promise<ScheduleView> {
    const draft = draftOf(wanted);
    return this.db.within(accountId, async (tx) => {
      checkSchedule(draft, await activeContactIds(tx));
      await this.assertVersion(tx, version);
      await saveRosterOf(tx, draft, version + 1);
      await saveLayers(tx, draft.layers);
      await saveBackups(tx, draft.backups);
      return this.changed(tx, 'on_call.schedule_changed', actor, { layers: draft.layers.length });
    });
  }

  /** Back to the roster form. Overrides of a layer go with it. */
  clear(accountId: AccountId, version: number, actor: Actor): Promise<ScheduleView> {
    return this.db.within(accountId, async (tx) => {
      await this.assertVersion(tx, version);
      await clearLayers(tx, version + 1);
      return this.changed(tx, 'on_call.schedule_cleared', actor, {});
    });
  }

  private async changed(
    tx: AccountTx,
    event: string,
    actor: Actor,
    data: Record<string, unknown>,
  ): Promise<ScheduleView> {
    await this.changes.record(tx, { event, subjectId: tx.accountId, actor, data });
    return this.view(tx);
  }

  private async assertVersion(tx: AccountTx, version: number): Promise<void> {
    const known = await tx.lock(OnCallRoster, {});
    if ((known?.version ?? 0) !== version) throw stale('on-call');
  }

  private async view(tx: AccountTx): Promise<ScheduleView> {
    const now = this.clock.now();
    const rows = await scheduleRows(tx, now);
    if (!rows) throw noRoster();
    const schedule = scheduleOf(rows);
    const handOffs = schedule.layers.flatMap((layer) => nextHandOffs(schedule, layer, now, HAND_OFFS_SHOWN));
    const gaps = await this.coverage.gapsAhead(tx, schedule, now);
    return toScheduleView({ rows, schedule, handOffs, gaps });
  }
}
