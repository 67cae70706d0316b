import { unreachedMail } from '@domain/escalation/unreached-mail';
import { Mailer, type MailOutcome } from '@domain/ports/mailer';
import { Injectable, Logger } from '@nestjs/common';
import { Env } from '@platform/env/env';
import type { Incident } from './incident.entity.js';
import type { Watcher } from './unreached.queries.js';

/** The mail that says nobody was reached. Agency people never learn what a caller said, so it carries a link instead. */
@Injectable()
export class UnreachedMailService {
  private readonly logger = new Logger(UnreachedMailService.name);

  constructor(
    private readonly mailer: Mailer,
    private readonly env: Env,
  ) {}

  get isPossible(): boolean {
    return this.mailer.isConfigured;
  }

  /** Named after the person and the run of the ladder, so that a repeated mail can be recognised. */
  async send(incident: Incident, { userId, email }: Watcher): Promise<MailOutcome['kind']> {
    const { accountName, timeZone } = incident.policy;
    const link = `${this.env.PUBLIC_URL.replace(/\/$/, '')}/a/${incident.accountId}/emergencies/${incident.id}`;
    const words = unreachedMail({ accountName, timeZone, openedAt: incident.openedAt, link });
    const idempotencyKey = `incident-unreached/${incident.id}/${incident.epoch}/${userId}`;
    const { kind } = await this.mailer.send({ idempotencyKey, to: email, ...words });
    if (kind !== 'sent')
      this.logger.warn({ event: 'escalation.agency-not-told', incidentId: incident.id, userId, outcome: kind });
    return kind;
  }
}
