import { freeCode } from '@domain/escalation/incident-code';
import { firstFireAt } from '@domain/escalation/plan';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import { Journal } from '@platform/journal/journal';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { newId } from '@platform/tenancy/new-id';
import { callerNewsAfter } from './advance.js';
import { DrillRunService } from './drill-run.service.js';
import { codesInUse } from './escalation.queries.js';
import type { EmergencyReport, OpenedIncident } from './escalation.types.js';
import { columnsOf, opened } from './incident-report.js';
import { Incident } from './incident.entity.js';
import { SnapshotService } from './snapshot.service.js';

/** A new emergency, with everything its ladder needs written beside it. */
@Injectable()
export class IncidentOpeningService {
  constructor(
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly snapshots: SnapshotService,
    private readonly drills: DrillRunService,
  ) {}

  /** Its first step fires when the transaction commits. The caller holds the account's turn. */
  async start(tx: AccountTx, report: EmergencyReport): Promise<OpenedIncident> {
    const now = this.clock.now();
    const id = newId();
    // A real emergency has the phones to itself.
    await this.drills.interrupt(tx);
    const code = freeCode(await codesInUse(tx), id);
    const columns = columnsOf(report);
    const policy = await this.snapshots.take(tx, columns, report.controlUrl ?? null, now);
    const incident = { ...columns, id, code, policy, openedAt: now };
    await tx.insert(Incident, {
      ...incident,
      state: 'alerting',
      nextFireAt: firstFireAt(policy.policy, now),
      callerNewsAt: callerNewsAfter(now),
    });
    await this.journal.record(tx, {
      event: 'incident.opened',
      subjectId: id,
      callId: report.callId,
      actor: { type: 'system' },
      data: { openedBy: report.openedBy, code },
    });
    return opened('opened', { ...incident, acceptedName: null });
  }
}
