import type { CallerHears } from '@domain/call/caller-hears';
import { laterStatus } from '@domain/call/call-status';
import { asOfficeHours } from '@domain/hours/as-office-hours';
import type { AccountId } from '@domain/ids';
import { callVariables } from '@domain/persona/call-variables';
import { mustNoticeRecording, RECORDING_NOTICE } from '@domain/persona/disclosure';
import { alreadyKnown, resumedOpening, type ResumedCall } from '@domain/persona/resumed-call';
import type { E164 } from '@domain/phone/e164';
import { Clock } from '@domain/ports/clock';
import { VoiceAgent, type ConversationStart, type ConversationStarted } from '@domain/ports/voice-agent';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { newId } from '@platform/tenancy/new-id';
import type { AfterHoursConfig } from '../config/config.types.js';
import { EscalationService } from '../escalation/escalation.service.js';
import { Call } from './call.entity.js';
import { mapReference, priorCalls } from './calls.queries.js';
import { VoiceSession } from './voice-session.entity.js';

const ASK_ABOUT_STUCK_CALLS_MS = 30 * 60_000;

/** What a conversation needs to begin. */
export interface AgentBriefing {
  call: Call;
  config: AfterHoursConfig;
  assistantId: string;
  voiceNumberId: string | null;
  onCallName: string | null;
  /** What an earlier conversation of this call brought, when the caller comes back from a technician's phone. */
  resumed?: ResumedCall | undefined;
}

export interface PreparedConversation {
  start: ConversationStart;
  notice: string | null;
}

type Started = Extract<ConversationStarted, { kind: 'started' }>;

/** Puts the agent on a caller's line: prepared inside a transaction, started outside, written down afterwards (law 4). */
@Injectable()
export class AgentStartService {
  constructor(
    private readonly db: AccountDb,
    private readonly agent: VoiceAgent,
    private readonly clock: Clock,
    private readonly escalations: EscalationService,
  ) {}

  async prepare(tx: AccountTx, briefing: AgentBriefing): Promise<PreparedConversation> {
    const { call, config, assistantId, voiceNumberId, onCallName, resumed } = briefing;
    const [last] = await priorCalls(tx, call);
    const words = callVariables({
      at: this.clock.now(),
      hours: asOfficeHours(config),
      businessName: config.accountName,
      ownerName: config.ownerName,
      onCallName,
      callerPhone: call.callerPhone,
      minutesSinceLastCall: last?.minutesAgo ?? null,
    });
    const callerPhone = call.callerPhone as E164 | null;
    return {
      start: {
        callRef: call.id,
        assistantId,
        voiceNumberId,
        callerPhone,
        variables: { ...words, already_known: alreadyKnown(resumed) },
        ...(resumed ? { opening: resumedOpening(resumed) } : {}),
      },
      notice: mustNoticeRecording(config, callerPhone) ? RECORDING_NOTICE : null,
    };
  }

  /** Null when the agent is not available: the caller then leaves a message. */
  async connect(accountId: AccountId, prepared: PreparedConversation): Promise<CallerHears | null> {
    const started = await this.agent.start(prepared.start);
    if (started.kind === 'unavailable') return null;
    await this.db.within(accountId, (tx) => this.noteStarted(tx, prepared.start.callRef, started));
    return { kind: 'voice-agent', notice: prepared.notice, stream: started.stream };
  }

  private async noteStarted(tx: AccountTx, callId: string, started: Started): Promise<void> {
    const now = this.clock.now();
    const call = await tx.lock(Call, { id: callId });
    if (!call) return;
    const { providerCallId, controlUrl } = started;
    await tx.insert(VoiceSession, {
      id: newId(),
      callId,
      provider: 'vapi',
      providerCallId,
      controlUrl,
      status: 'started',
      startedAt: now,
    });
    await mapReference(tx, providerCallId, callId);
    await this.escalations.agentIsBack(tx, callId, controlUrl);
    await tx.update(
      Call,
      { id: callId },
      {
        handledBy: 'ai',
        status: laterStatus(call.status, 'in_progress'),
        answeredAt: call.answeredAt ?? now,
        nextCheckAt: new Date(now.getTime() + ASK_ABOUT_STUCK_CALLS_MS),
      },
    );
  }
}
