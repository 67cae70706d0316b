import type { AccountId } from '@domain/ids';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import { Journal } from '@platform/journal/journal';
import { AccountDb } from '@platform/tenancy/account-db';
import { receiptDueAt } from './alert-outcome.service.js';
import type { Alert } from './alert.entity.js';
import { acceptedAttempt, plainlyDelivered, plainlySent } from './plain-receipt.queries.js';

const TELEPHONY = { type: 'provider', name: 'telephony' } as const;

/**
 * What nearly every text comes to: the carrier took it, and it was delivered. Each is one statement that decides about the
 * alert's own row alone, so it needs no lock on the incident and no look at it first. Whatever is not so plain, the
 * statement finds no row for, and `ReceiptService` decides with both rows locked.
 */
@Injectable()
export class PlainReceiptService {
  constructor(
    private readonly db: AccountDb,
    private readonly clock: Clock,
    private readonly journal: Journal,
  ) {}

  /** The carrier took the text of this attempt. False: it is not so plain, and nothing is written yet. */
  async sent(accountId: AccountId, alert: Alert, sid: string): Promise<boolean> {
    const at = this.clock.now();
    const nextAttemptAt = alert.stopsWithLadder ? receiptDueAt(at) : null;
    const written = await this.db.once(accountId, (tx) => [
      plainlySent(tx, alert, { sid, at, nextAttemptAt }),
      acceptedAttempt(tx, alert),
      this.journal.entryOf(tx, 'sent', { event: 'incident.alert_sent', actor: TELEPHONY }),
    ]);
    return written.length > 0;
  }

  /** The network delivered the text `sid`. False as above. */
  async delivered(accountId: AccountId, alertId: string, told: { sid: string; status: string }): Promise<boolean> {
    const at = this.clock.now();
    const written = await this.db.once(accountId, (tx) => [
      plainlyDelivered(tx, alertId, { ...told, at }),
      this.journal.entryOf(tx, 'delivered', { event: 'incident.alert_delivered', actor: TELEPHONY }),
    ]);
    return written.length > 0;
  }
}
