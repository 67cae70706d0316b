import { Injectable, Logger } from '@nestjs/common';
import { Jobs } from '@platform/jobs/jobs';
import { Journal } from '@platform/journal/journal';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { DrillRunService } from './drill-run.service.js';
import { Incident } from './incident.entity.js';

/** The end of a ladder that ran out of steps: never silent (decision 4). */
@Injectable()
export class LadderEndService {
  private readonly logger = new Logger(LadderEndService.name);

  constructor(
    private readonly journal: Journal,
    private readonly jobs: Jobs,
    private readonly drills: DrillRunService,
  ) {}

  /**
   * Red in the app and first in the digest, a line for the operator; caller and agency are told next. It can still be
   * accepted. Everybody of a drill has had their turn: that is how a drill ends well.
   */
  async end(tx: AccountTx, incident: Incident, now: Date): Promise<void> {
    if (incident.isDrill) return this.drills.finish(tx, incident);
    this.logger.error({ event: 'escalation.unreached', accountId: tx.accountId, incidentId: incident.id });
    const ended = { state: 'unreached', nextFireAt: null, callerNewsAt: now } as const;
    await tx.update(Incident, { id: incident.id }, { ...ended, version: incident.version + 1 });
    const about = { subjectId: incident.id, callId: incident.callId, actor: { type: 'system' } } as const;
    await this.journal.record(tx, { event: 'incident.unreached', ...about });
    const told = { accountId: tx.accountId, id: incident.id };
    await this.jobs.enqueue(tx, 'incident.tell_agency', told, { singletonKey: `${incident.id}/${incident.epoch}` });
  }
}
