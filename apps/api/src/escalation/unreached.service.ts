import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import { PlatformDb } from '@platform/tenancy/platform-db';
import { Incident } from './incident.entity.js';
import { UnreachedBookService } from './unreached-book.service.js';
import { UnreachedMailService } from './unreached-mail.service.js';
import { watchersOf, whoWasTold } from './unreached.queries.js';

/** Tells those who look after an account that one of its emergencies reached nobody. */
@Injectable()
export class UnreachedService {
  constructor(
    private readonly db: AccountDb,
    private readonly platform: PlatformDb,
    private readonly mails: UnreachedMailService,
    private readonly book: UnreachedBookService,
  ) {}

  /** Job `incident.tell_agency`: the agency's admins and the account's owners, each once, however long mail is down. */
  async tellAgency(accountId: AccountId, incidentId: string): Promise<void> {
    const incident = await this.db.within(accountId, (tx) => tx.findOne(Incident, { id: incidentId }));
    if (incident?.state !== 'unreached' || !this.mails.isPossible) return;
    const told = await this.db.within(accountId, (tx) => whoWasTold(tx, incident));
    let failed = 0;
    for (const watcher of (await watchersOf(this.platform, accountId)).filter(({ userId }) => !told.has(userId))) {
      const outcome = await this.mails.send(incident, watcher);
      if (outcome === 'failed') failed += 1;
      else await this.db.within(accountId, (tx) => this.book.keep(tx, incident, { userId: watcher.userId, outcome }));
    }
    if (failed > 0) await this.db.within(accountId, (tx) => this.book.later(tx, incident));
  }
}
