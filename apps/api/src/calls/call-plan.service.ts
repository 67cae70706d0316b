import { callerIdOf } from '@domain/phone/e164';
import { isForwardingLoop, routeCall, type CallRouting } from '@domain/call/route-call';
import { asOfficeHours } from '@domain/hours/as-office-hours';
import { isOpen } from '@domain/hours/office-hours';
import type { ResumedCall } from '@domain/persona/resumed-call';
import { Injectable } from '@nestjs/common';
import type { AccountTx } from '@platform/tenancy/account-tx';
import type { AfterHoursConfig } from '../config/config.types.js';
import { AgentStartService, type PreparedConversation } from './agent-start.service.js';
import { CallLog } from './call-log.service.js';
import { Call } from './call.entity.js';
import { CallSettingsService } from './call-settings.service.js';
import { insertOrFindCall, lastRungBusinessAt, mapReference, priorCalls } from './calls.queries.js';
import type { ArrivingCall, LineOwner } from './calls.types.js';

/** Where a call goes and everything needed to take it there. */
export interface CallPlan {
  callId: string;
  routing: CallRouting;
  config: AfterHoursConfig;
  conversation: PreparedConversation | null;
}

/** Why the call is looked at now. */
export interface Circumstances {
  forwardedFrom?: string | null;
  /** The business line was busy or silent, or is out of the question. */
  businessLineFailed?: boolean;
  resumed?: ResumedCall;
}

/** Writes an arriving call down and decides who answers it. */
@Injectable()
export class CallPlanService {
  constructor(
    private readonly settings: CallSettingsService,
    private readonly agent: AgentStartService,
    private readonly log: CallLog,
  ) {}

  /** Committed on its own: whatever fails later, there is a row that says somebody called. */
  async noteArrival(tx: AccountTx, owner: LineOwner, arriving: ArrivingCall): Promise<string> {
    const calledAt = this.log.now();
    const callerPhone = callerIdOf(arriving.from);
    const { callSid } = arriving;
    const { id, isNew } = await insertOrFindCall(tx, { lineId: owner.lineId, callSid, callerPhone, calledAt });
    if (!isNew) return id;
    await mapReference(tx, callSid, id);
    await this.log.tell(tx, id, 'call.started', { teller: 'twilio' });
    return id;
  }

  async of(tx: AccountTx, callId: string, circumstances: Circumstances): Promise<CallPlan> {
    const { forwardedFrom = null, businessLineFailed = false, resumed } = circumstances;
    const call = await tx.lock(Call, { id: callId });
    if (!call) throw new Error('A call vanished between two transactions');
    const { config, line, onCallName } = await this.settings.of(tx, call);
    const at = this.log.now();
    const looping = isForwardingLoop({
      at,
      forwardedFrom,
      businessNumber: config.businessNumber,
      lastRungBusinessAt: await lastRungBusinessAt(tx, call),
    });
    const hours = asOfficeHours(config);
    const moment = { at, agentAvailable: line.assistantId !== null, businessLineFailed: businessLineFailed || looping };
    const routing = routeCall({ ...config, hours }, moment);
    const isRepeatCaller = (await priorCalls(tx, call)).length > 0;
    const routed = { ...call, isRepeatCaller, isAfterHours: !isOpen(hours, at), handledBy: HANDLER[routing.kind] };
    await this.noteRouting(tx, routed, routing);
    if (routing.kind !== 'voice-agent' || !line.assistantId) return { callId, routing, config, conversation: null };
    const { assistantId, voiceNumberId } = line;
    const briefing = { call: routed, config, assistantId, voiceNumberId, onCallName, resumed };
    return { callId, routing, config, conversation: await this.agent.prepare(tx, briefing) };
  }

  private async noteRouting(tx: AccountTx, call: Call, routing: CallRouting): Promise<void> {
    const { isRepeatCaller, isAfterHours, handledBy } = call;
    await tx.update(Call, { id: call.id }, { isRepeatCaller, isAfterHours, handledBy });
    const data = { to: routing.kind, because: routing.because };
    await this.log.tell(tx, call.id, 'call.routed', { teller: 'system', data });
  }
}

const HANDLER = { 'voice-agent': 'ai', 'ring-business': 'business_line', voicemail: 'voicemail' } as const;
