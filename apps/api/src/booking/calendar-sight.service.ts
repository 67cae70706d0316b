import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import { CalendarService } from '../calendar/calendar.service.js';
import { BookingPlanService } from './booking-plan.service.js';
import type { CalendarSight } from './booking.types.js';

const DAY_MS = 24 * 60 * 60_000;

/** What the contractor's own calendar shows. Asked outside any transaction, and before one that books. */
@Injectable()
export class CalendarSightService {
  constructor(
    private readonly db: AccountDb,
    private readonly plans: BookingPlanService,
    private readonly calendar: CalendarService,
  ) {}

  /** As far as windows are offered. Without a connected calendar the rules and our own visits say everything. */
  async look(accountId: AccountId): Promise<CalendarSight> {
    const now = this.plans.now();
    const { rules } = await this.db.within(accountId, (tx) => this.plans.rules(tx));
    // Today counts as no day of the horizon, and its last visit may go past midnight.
    const end = new Date(now.getTime() + (rules.horizonDays + 2) * DAY_MS);
    const seen = await this.calendar.busy(accountId, now, end);
    switch (seen.kind) {
      case 'ok':
        return { kind: 'known', busy: seen.busy };
      case 'not-connected':
        return { kind: 'known', busy: [] };
      case 'disconnected':
        return { kind: 'disconnected' };
      case 'unavailable':
        return { kind: 'unknown' };
    }
  }
}
