import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import type { AccountTx } from '@platform/tenancy/account-tx';
import type { CalendarSight } from '../booking/booking.types.js';
import { CalendarSightService } from '../booking/calendar-sight.service.js';
import type { Call } from './call.entity.js';
import { RehearsalService } from './rehearsal.service.js';
import type { ToolOutcome, ToolTask } from './tool-task.js';
import { ToolWorkService } from './tool-work.service.js';

const BOOKING_TOOLS = new Set(['check_availability', 'book_appointment']);
const NOTHING_SEEN: CalendarSight = { kind: 'unknown' };

/** The one place that keeps a test call's tools away from cards, incidents and people's phones. */
@Injectable()
export class ToolChoiceService {
  constructor(
    private readonly work: ToolWorkService,
    private readonly rehearsal: RehearsalService,
    private readonly sights: CalendarSightService,
  ) {}

  /** What a tool needs to know that takes a provider to say: asked before the transaction. */
  look(accountId: AccountId, name: string): Promise<CalendarSight> {
    return BOOKING_TOOLS.has(name) ? this.sights.look(accountId) : Promise.resolve(NOTHING_SEEN);
  }

  /** In the transaction that holds the call's lock. */
  perform(tx: AccountTx, call: Call, task: ToolTask): Promise<ToolOutcome> {
    return call.isTest ? this.rehearsal.perform(tx, call, task) : this.work.perform(tx, call, task);
  }
}
