import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import { DigestDeliveryService } from './digest-delivery.service.js';
import { DigestNightService } from './digest-night.service.js';
import { DigestScheduleService } from './digest-schedule.service.js';
import { storeDigest } from './digest.queries.js';

/** The morning digest: compiled once per account and local date, stored, then delivered (PRD §9, VTCR 3.1). */
@Injectable()
export class DigestService {
  constructor(
    private readonly db: AccountDb,
    private readonly schedule: DigestScheduleService,
    private readonly night: DigestNightService,
    private readonly delivery: DigestDeliveryService,
  ) {}

  /** Alarm `digest`. Any number of workers may run it at once; one of them finds something to do. */
  compile(accountId: AccountId): Promise<void> {
    return this.db.within(accountId, async (tx) => {
      const moment = await this.schedule.takeDue(tx);
      if (!moment) return;
      const record = await this.night.compile(tx, moment);
      const digestId = record && (await storeDigest(tx, record));
      if (digestId) await this.delivery.announce(tx, digestId, record.digest.counts);
      // A date that had its digest leaves the window open: its calls are told tomorrow.
      await this.schedule.moveOn(tx, moment.now, digestId ? record.digest.window.end : moment.previousEnd);
    });
  }

  /** Arms the account's alarm; call it when an account is set up and when its time, zone or switch has changed. */
  ensureSchedule(accountId: AccountId): Promise<void> {
    return this.db.within(accountId, (tx) => this.schedule.rearm(tx));
  }
}
