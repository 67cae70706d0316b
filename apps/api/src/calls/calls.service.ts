import { Injectable } from '@nestjs/common';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { callsBetween } from './calls.queries.js';
import type { CallSummary } from './calls.types.js';

/** What other features ask about calls. */
@Injectable()
export class CallsService {
  /** Half open by the moment of the call, oldest first; calls the business line answered are among them. */
  between(tx: AccountTx, start: Date, end: Date): Promise<CallSummary[]> {
    return callsBetween(tx, start, end);
  }
}
