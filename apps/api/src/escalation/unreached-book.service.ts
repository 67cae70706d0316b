import { Clock } from '@domain/ports/clock';
import { Injectable, Logger } from '@nestjs/common';
import { Jobs } from '@platform/jobs/jobs';
import { Journal } from '@platform/journal/journal';
import type { AccountTx } from '@platform/tenancy/account-tx';
import type { Incident } from './incident.entity.js';

/** A mail server that is down at four in the morning is often up again before anybody has looked at a screen. */
const TRY_AGAIN_SECONDS = 120;
/** Later than this somebody has seen the digest. */
const GIVE_UP_AFTER_MS = 24 * 60 * 60_000;

/** Who has been told that nobody was reached, and who is still to be told. */
@Injectable()
export class UnreachedBookService {
  private readonly logger = new Logger(UnreachedBookService.name);

  constructor(
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly jobs: Jobs,
  ) {}

  /** This person's mail was taken, or refused for good. */
  keep(tx: AccountTx, incident: Incident, data: Record<string, unknown>): Promise<void> {
    const about = { subjectId: incident.id, callId: incident.callId, actor: { type: 'system' } } as const;
    return this.journal.record(tx, {
      event: 'incident.agency_told',
      ...about,
      data: { ...data, epoch: incident.epoch },
    });
  }

  /** Some could not be mailed for the moment: tried again for as long as it may still help. */
  async later(tx: AccountTx, incident: Incident): Promise<void> {
    const now = this.clock.now().getTime();
    if (now - incident.openedAt.getTime() > GIVE_UP_AFTER_MS)
      return this.logger.error({ event: 'escalation.agency-never-told', incidentId: incident.id });
    const about = { accountId: tx.accountId, id: incident.id };
    const singletonKey = `${incident.id}/${incident.epoch}/${now}`;
    await this.jobs.enqueue(tx, 'incident.tell_agency', about, { singletonKey, startAfterSeconds: TRY_AGAIN_SECONDS });
  }
}
