import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import { CallReconciliationService } from './call-reconciliation.service.js';
import { MissedCallRounds } from './missed-call-rounds.service.js';
import { MissedCallsService } from './missed-calls.service.js';
import { VoicemailService } from './voicemail.service.js';

/** The feature's face to the clock and the queue. */
@Injectable()
export class CallWork {
  constructor(
    private readonly reconciliation: CallReconciliationService,
    private readonly voicemail: VoicemailService,
    private readonly missed: MissedCallsService,
    private readonly rounds: MissedCallRounds,
  ) {}

  /** Alarm `call_check`. */
  checkCall(accountId: AccountId, callId: string): Promise<void> {
    return this.reconciliation.checkCall(accountId, callId);
  }

  /** Job `voicemail.transcribe`. */
  transcribe(accountId: AccountId, callId: string): Promise<void> {
    return this.voicemail.transcribe(accountId, callId);
  }

  /** Job `calls.find_missed`. */
  findMissed(accountId: AccountId): Promise<void> {
    return this.missed.find(accountId);
  }

  /** Job `calls.look_everywhere`. */
  lookEverywhere(): Promise<void> {
    return this.rounds.makeRound();
  }

  /** The database is back. */
  afterOutage(): Promise<void> {
    return this.rounds.ask();
  }
}
