import type { ConversationRef, ToolReply, ToolRequest } from '@domain/call/agent-events';
import { laterStage } from '@domain/call/call-status';
import { Injectable, Logger } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import type { CalendarSight } from '../booking/booking.types.js';
import { Call } from './call.entity.js';
import { CallLog } from './call-log.service.js';
import { CallDirectory } from './call-directory.service.js';
import type { CallPlace } from './calls.types.js';
import { earlierReply, insertToolCall, toolCallsMade } from './tool-calls.queries.js';
import { replies } from './tool-replies.js';
import { ToolChoiceService } from './tool-choice.service.js';
import type { ToolOutcome } from './tool-task.js';

const DETAIL_TOOLS = new Set(['collect_caller_details', 'route_to_oncall']);
/** A runaway conversation may not fill the database; reporting an emergency is never refused. */
const MOST_TOOL_CALLS = 40;

/** Answers the agent's tool calls: one at a time per call, each once, every one with something to go on with. */
@Injectable()
export class ToolDeskService {
  private readonly logger = new Logger(ToolDeskService.name);

  constructor(
    private readonly db: AccountDb,
    private readonly directory: CallDirectory,
    private readonly tools: ToolChoiceService,
    private readonly log: CallLog,
  ) {}

  /** Never throws: what fails becomes an answer the agent can carry on with. */
  async answer(ref: ConversationRef, requests: ToolRequest[]): Promise<ToolReply[]> {
    const place = await this.directory.placeOf(ref.providerCallId, ref.callSid).catch(() => null);
    const answers: ToolReply[] = [];
    for (const request of requests) answers.push(await this.answerOne(place, ref.providerCallId, request));
    return answers;
  }

  private async answerOne(place: CallPlace | null, providerCallId: string, request: ToolRequest): Promise<ToolReply> {
    if (!place) return failed(request, replies.notSaved);
    try {
      const sight = await this.tools.look(place.accountId, request.name);
      return await this.db.within(place.accountId, (tx) =>
        this.inTurn(tx, { callId: place.callId, providerCallId, request, sight }),
      );
    } catch (error) {
      this.logger.error({ event: 'tool.failed', callId: place.callId, tool: request.name, error: String(error) });
      return failed(request, replies.notSaved);
    }
  }

  private async inTurn(tx: AccountTx, use: ToolUse): Promise<ToolReply> {
    const call = await tx.lock(Call, { id: use.callId });
    if (!call) return failed(use.request, replies.notSaved);
    const earlier = await earlierReply(tx, use.providerCallId, use.request);
    if (earlier) return earlier;
    const outcome = await this.perform(tx, call, use);
    if (outcome.kind === 'error') return { ...named(use.request), outcome };
    await insertToolCall(tx, { ...use, result: outcome.text, at: this.log.now() });
    return { ...named(use.request), outcome };
  }

  private async perform(tx: AccountTx, call: Call, { request, sight }: ToolUse): Promise<ToolOutcome> {
    if (!request.arguments) return { kind: 'error', text: replies.unreadable };
    const { count } = await toolCallsMade(tx, call.id);
    if (count >= MOST_TOOL_CALLS && request.name !== 'route_to_oncall') return { kind: 'result', text: replies.enough };
    const outcome = await this.tools.perform(tx, call, { name: request.name, given: request.arguments, sight });
    if (DETAIL_TOOLS.has(request.name)) await this.noteDetails(tx, call);
    return outcome;
  }

  private async noteDetails(tx: AccountTx, call: Call): Promise<void> {
    await tx.update(Call, { id: call.id }, { stage: laterStage(call.stage, 'details') });
    await this.log.tell(tx, call.id, 'call.details_collected', { teller: 'voice_agent' });
  }
}

interface ToolUse {
  callId: string;
  providerCallId: string;
  request: ToolRequest;
  sight: CalendarSight;
}

const named = (request: ToolRequest) => ({ toolCallId: request.id, name: request.name });

const failed = (request: ToolRequest, text: string): ToolReply => ({
  ...named(request),
  outcome: { kind: 'error', text },
});
