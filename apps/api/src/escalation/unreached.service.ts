import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import { Journal } from '@platform/journal/journal';
import { AccountDb } from '@platform/tenancy/account-db';
import { PlatformDb } from '@platform/tenancy/platform-db';
import { Incident } from './incident.entity.js';
import { UnreachedMailService } from './unreached-mail.service.js';
import { watchersOf, whoWasTold } from './unreached.queries.js';

/** Tells those who look after an account that one of its emergencies reached nobody. */
@Injectable()
export class UnreachedService {
  constructor(
    private readonly db: AccountDb,
    private readonly platform: PlatformDb,
    private readonly journal: Journal,
    private readonly mails: UnreachedMailService,
  ) {}

  /** Job `incident.tell_agency`: the agency's admins and the account's owners, each once. Throws when a mail should be tried again. */
  async tellAgency(accountId: AccountId, incidentId: string): Promise<void> {
    const incident = await this.db.within(accountId, (tx) => tx.findOne(Incident, { id: incidentId }));
    if (incident?.state !== 'unreached' || !this.mails.isPossible) return;
    const told = await this.db.within(accountId, (tx) => whoWasTold(tx, incident));
    let failed = 0;
    for (const watcher of (await watchersOf(this.platform, accountId)).filter(({ userId }) => !told.has(userId))) {
      const outcome = await this.mails.send(incident, watcher);
      if (outcome === 'failed') failed += 1;
      else await this.keep(accountId, incident, { userId: watcher.userId, epoch: incident.epoch, outcome });
    }
    if (failed > 0) throw new Error(`${failed} mails about unreached incident ${incidentId} have to be tried again`);
  }

  private keep(accountId: AccountId, incident: Incident, data: Record<string, unknown>): Promise<void> {
    const about = { subjectId: incident.id, callId: incident.callId, actor: { type: 'system' }, data } as const;
    return this.db.within(accountId, (tx) => this.journal.record(tx, { event: 'incident.agency_told', ...about }));
  }
}
