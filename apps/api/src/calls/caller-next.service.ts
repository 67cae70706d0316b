import { afterAgent, type AfterAgent, type AfterAgentFacts } from '@domain/call/after-agent';
import type { CallerHears } from '@domain/call/caller-hears';
import { lostTechWords } from '@domain/escalation/spoken';
import type { ResumedCall } from '@domain/persona/resumed-call';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { CallerBridgeService } from '../escalation/caller-bridge.service.js';
import { CallDirectory } from './call-directory.service.js';
import { Call } from './call.entity.js';
import type { CallPlace } from './calls.types.js';
import { turnsOf } from './calls.queries.js';
import { IncomingCallsService } from './incoming-calls.service.js';
import { AFTER_TECH_WORDS, CUT_OFF_WORDS } from './spoken-lines.js';
import { toolCallsMade } from './tool-calls.queries.js';
import type { VoiceSession } from './voice-session.entity.js';
import { latestSession } from './voice-sessions.queries.js';

const WAIT_FOR_THE_END = { kind: 'go-on-at', path: 'voice/after-agent?asked=1', afterSeconds: 1 } as const;
const NOBODY_IN_PARTICULAR = 'our technician';

/** What a caller who is still on the line hears next. */
@Injectable()
export class CallerNextService {
  constructor(
    private readonly db: AccountDb,
    private readonly directory: CallDirectory,
    private readonly incoming: IncomingCallsService,
    private readonly bridge: CallerBridgeService,
  ) {}

  /** The agent's stream has closed and the caller is still there: a goodbye, a crash, or a provider that never came. */
  async afterAgent(callSid: string, hasWaited: boolean): Promise<CallerHears> {
    const place = await this.directory.placeOf(callSid);
    if (!place) return { kind: 'hang-up' };
    const { accountId, callId } = place;
    const next = await this.db.within(accountId, async (tx) => {
      const call = await tx.lock(Call, { id: callId });
      return call ? this.nextFor(tx, call, hasWaited) : 'hang-up';
    });
    if (next === 'wait') return WAIT_FOR_THE_END;
    return next === 'intake' ? this.incoming.goOnWithoutAgent(accountId, callId) : { kind: 'hang-up' };
  }

  /** `status` is the carrier's word for how ringing the business line ended. */
  async afterBusiness(callSid: string, status: string): Promise<CallerHears> {
    if (status === 'completed' || status === 'answered') return { kind: 'hang-up' };
    const place = await this.directory.placeOf(callSid);
    return place ? this.incoming.takeBack(place.accountId, place.callId) : { kind: 'hang-up' };
  }

  /** The bridge has ended. One that broke before the two could speak sends the caller back to the agent. */
  async afterConference(callSid: string): Promise<CallerHears> {
    const place = await this.directory.placeOf(callSid);
    const broken = place && (await this.bridge.brokenFor(place.accountId, callSid));
    return broken ? this.backToAgent(place, broken) : { kind: 'goodbye', words: AFTER_TECH_WORDS };
  }

  /** The technician's phone has dropped before the caller came; the agent they were moved away from has gone by then. */
  async afterLostTech(callSid: string): Promise<CallerHears> {
    const place = await this.directory.placeOf(callSid);
    if (!place) return { kind: 'goodbye', words: lostTechWords(NOBODY_IN_PARTICULAR) };
    return this.backToAgent(place, await this.bridge.brokenFor(place.accountId, callSid));
  }

  private async backToAgent(place: CallPlace, broken: ResumedCall | null): Promise<CallerHears> {
    const { accountId, callId } = place;
    const next = await (broken
      ? this.incoming.resume(accountId, callId, broken)
      : this.incoming.takeBack(accountId, callId));
    return afterWords(lostTechWords(broken?.techName ?? NOBODY_IN_PARTICULAR), next);
  }

  private async nextFor(tx: AccountTx, call: Call, hasWaited: boolean): Promise<AfterAgent | 'wait'> {
    if (call.isTest) return 'hang-up';
    const session = await latestSession(tx, call.id);
    const next = afterAgent(await endOf(tx, call, session));
    // The stream closes before its last words and its end are told: who heard "Have a good night" was not cut off.
    return next === 'intake' && session?.status === 'started' && !hasWaited ? 'wait' : next;
  }
}

async function endOf(tx: AccountTx, call: Call, session: VoiceSession | null): Promise<AfterAgentFacts> {
  const lastAgentTurn = (await turnsOf(tx, call.id)).findLast((turn) => turn.role === 'agent');
  const { savedDetails } = await toolCallsMade(tx, call.id);
  return {
    classification: call.classification,
    endedReason: session?.endedReason ?? null,
    lastAgentWords: lastAgentTurn?.text ?? null,
    detailsSaved: savedDetails,
  };
}

/** First this sentence, then whatever comes next. */
function afterWords(words: string, next: CallerHears): CallerHears {
  if (next.kind === 'voice-agent') return { ...next, notice: [words, next.notice].filter(Boolean).join(' ') };
  if (next.kind === 'intake-question') return { ...next, apology: { words, language: 'en' } };
  if (next.kind === 'go-on-at') return { ...next, first: { words, language: 'en' } };
  return next.kind === 'voicemail' ? { ...next, words: `${words} ${CUT_OFF_WORDS}` } : { kind: 'goodbye', words };
}
