import { afterAgent } from '@domain/call/after-agent';
import type { CallerHears } from '@domain/call/caller-hears';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { CallDirectory } from './call-directory.service.js';
import { Call } from './call.entity.js';
import { turnsOf } from './calls.queries.js';
import { IncomingCallsService } from './incoming-calls.service.js';
import { AFTER_TECH_WORDS, CUT_OFF_WORDS, REASSURANCE_WORDS } from './spoken-lines.js';
import { toolCallsMade } from './tool-calls.queries.js';
import { latestSession } from './voice-sessions.queries.js';

/** What a caller who is still on the line hears next. */
@Injectable()
export class CallerNextService {
  constructor(
    private readonly db: AccountDb,
    private readonly directory: CallDirectory,
    private readonly incoming: IncomingCallsService,
  ) {}

  /** The agent's stream has closed and the caller is still there: a goodbye, a crash, or a provider that never came. */
  async afterAgent(callSid: string): Promise<CallerHears> {
    const place = await this.directory.placeOf(callSid);
    if (!place) return { kind: 'hang-up' };
    return this.db.within(place.accountId, async (tx) => {
      const call = await tx.lock(Call, { id: place.callId });
      return call ? this.nextFor(tx, call) : { kind: 'hang-up' };
    });
  }

  /** `status` is the carrier's word for how ringing the business line ended. */
  async afterBusiness(callSid: string, status: string): Promise<CallerHears> {
    if (status === 'completed' || status === 'answered') return { kind: 'hang-up' };
    const place = await this.directory.placeOf(callSid);
    return place ? this.incoming.takeBack(place.accountId, place.callId) : { kind: 'hang-up' };
  }

  afterConference(): CallerHears {
    return { kind: 'goodbye', words: AFTER_TECH_WORDS };
  }

  private async nextFor(tx: AccountTx, call: Call): Promise<CallerHears> {
    if (call.isTest) return { kind: 'hang-up' };
    const session = await latestSession(tx, call.id);
    const lastAgentTurn = (await turnsOf(tx, call.id)).findLast((turn) => turn.role === 'agent');
    const { savedDetails } = await toolCallsMade(tx, call.id);
    const next = afterAgent({
      classification: call.classification,
      endedReason: session?.endedReason ?? null,
      lastAgentWords: lastAgentTurn?.text ?? null,
      detailsSaved: savedDetails,
    });
    if (next === 'hang-up') return { kind: 'hang-up' };
    if (next === 'reassure') return { kind: 'goodbye', words: REASSURANCE_WORDS };
    await tx.update(Call, { id: call.id }, { handledBy: 'voicemail' });
    return { kind: 'voicemail', words: CUT_OFF_WORDS, offersKey: true };
  }
}
