import { Injectable } from '@nestjs/common';
import type { AccountTx } from '@platform/tenancy/account-tx';
import type { Call } from './call.entity.js';
import { RehearsalService } from './rehearsal.service.js';
import { ToolWorkService, type ToolOutcome, type ToolTask } from './tool-work.service.js';

/** The one place that keeps a test call's tools away from cards, incidents and people's phones. */
@Injectable()
export class ToolChoiceService {
  constructor(
    private readonly work: ToolWorkService,
    private readonly rehearsal: RehearsalService,
  ) {}

  /** In the transaction that holds the call's lock. */
  perform(tx: AccountTx, call: Call, task: ToolTask): Promise<ToolOutcome> {
    return call.isTest ? this.rehearsal.perform(tx, call, task) : this.work.perform(tx, call, task);
  }
}
