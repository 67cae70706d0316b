import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import type { CalendarSight } from './booking.types.js';

/** What the contractor's own calendar shows. Asked outside any transaction, and before one that books. */
@Injectable()
export class CalendarSightService {
  /** Without a connected calendar the rules and our own visits say everything. */
  look(_accountId: AccountId): Promise<CalendarSight> {
    return Promise.resolve({ kind: 'known', busy: [] });
  }
}
