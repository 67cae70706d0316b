import { DEFAULT_BOOKING_RULES, type BookingPlan, type BookingRules } from '@domain/booking/booking-rules';
import type { Diary } from '@domain/booking/open-slots';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { DateTime } from 'luxon';
import { ConfigService } from '../config/config.service.js';
import { BookingRulesRow } from './booking-rules.entity.js';
import { standingVisits } from './booking.queries.js';
import type { CalendarSight } from './booking.types.js';

/** What a contractor lets be booked, and what of it is taken. */
@Injectable()
export class BookingPlanService {
  constructor(
    private readonly config: ConfigService,
    private readonly clock: Clock,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  async rules(tx: AccountTx): Promise<{ rules: BookingRules; version: number }> {
    const row = await tx.findOne(BookingRulesRow, {});
    return { rules: { ...DEFAULT_BOOKING_RULES, ...row?.rules }, version: row?.version ?? 1 };
  }

  /** With the closures of the account's hours. Throws `config-not-found` while it has none. */
  async plan(tx: AccountTx): Promise<BookingPlan & { businessName: string }> {
    const { rules } = await this.rules(tx);
    const { closures, timeZone, accountName } = await this.config.read(tx);
    return { rules, specialDays: closures, timeZone, businessName: accountName };
  }

  /** Our own visits from the beginning of today on, because the day's number counts those of this morning too. */
  async diary(tx: AccountTx, { timeZone }: BookingPlan, sight: CalendarSight): Promise<Diary> {
    const today = DateTime.fromJSDate(this.now(), { zone: timeZone }).startOf('day').toJSDate();
    return { visits: await standingVisits(tx, today), busy: sight.kind === 'known' ? sight.busy : [] };
  }
}
