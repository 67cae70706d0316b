import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import { Journal, type Actor } from '@platform/journal/journal';
import type { AccountTx } from '@platform/tenancy/account-tx';

type Teller = 'twilio' | 'vapi' | 'voice_agent' | 'system';

/** The moment, and the journal's entries about a call. */
@Injectable()
export class CallLog {
  constructor(
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  later(seconds: number): Date {
    return new Date(this.clock.now().getTime() + seconds * 1000);
  }

  tell(
    tx: AccountTx,
    callId: string,
    event: string,
    by: { teller: Teller; data?: Record<string, unknown> },
  ): Promise<void> {
    return this.journal.record(tx, {
      event,
      subjectId: callId,
      callId,
      actor: actorOf(by.teller),
      data: by.data ?? {},
    });
  }
}

const actorOf = (teller: Teller): Actor =>
  teller === 'twilio' || teller === 'vapi' ? { type: 'provider', name: teller } : { type: teller };
