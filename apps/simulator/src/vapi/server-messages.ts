import type { AssistantTool } from './assistant-config.js';
import type { JsonObject } from './json.js';
import { artifactOf, callOnTheWire, type VapiCall } from './vapi-call.js';

/** One message to assistant.server.url; the HTTP body is `{ message }`. */
export interface ServerMessage extends JsonObject {
  type: string;
}

export const ARGUMENT_SHAPES = ['string', 'object', 'flattened', 'with-tool-only'] as const;
/** How a tool call's arguments travel. Vapi's spec says string; its docs and real traffic show the others. */
export type ArgumentShape = (typeof ARGUMENT_SHAPES)[number];

export interface ToolUse {
  id: string;
  tool: AssistantTool;
  args: JsonObject;
}

export interface Moment {
  call: VapiCall;
  accountSid: string;
  /** Epoch milliseconds of the simulator's clock. */
  at: number;
}

export function statusUpdate(moment: Moment): ServerMessage {
  const { status, endedReason } = moment.call;
  return { ...envelope(moment), type: 'status-update', status, ...(endedReason && { endedReason }) };
}

export function finalTranscript(moment: Moment, role: 'assistant' | 'user', transcript: string): ServerMessage {
  return { ...envelope(moment), type: 'transcript', role, transcriptType: 'final', transcript };
}

export function userInterrupted(moment: Moment): ServerMessage {
  return { ...envelope(moment), type: 'user-interrupted' };
}

export function hang(moment: Moment): ServerMessage {
  return { ...envelope(moment), type: 'hang' };
}

/** Legacy tools (`model.functions`) ask with `function-call`; all others with `tool-calls`. */
export function toolCalls(moment: Moment, use: ToolUse, shape: ArgumentShape): ServerMessage {
  if (use.tool.legacy) {
    return { ...envelope(moment), type: 'function-call', functionCall: { name: use.tool.name, parameters: use.args } };
  }
  const listed = listedToolCall(use, shape);
  const withTool = [{ ...use.tool.definition, toolCall: listed }];
  if (shape === 'with-tool-only') return { ...envelope(moment), type: 'tool-calls', toolWithToolCallList: withTool };
  if (shape === 'flattened') return { ...envelope(moment), type: 'tool-calls', toolCallList: [listed] };
  return { ...envelope(moment), type: 'tool-calls', toolCallList: [listed], toolWithToolCallList: withTool };
}

export function toolCallOnTheWire(use: ToolUse): JsonObject {
  return { id: use.id, type: 'function', function: { name: use.tool.name, arguments: JSON.stringify(use.args) } };
}

function listedToolCall(use: ToolUse, shape: ArgumentShape): JsonObject {
  if (shape === 'flattened') return { id: use.id, name: use.tool.name, parameters: use.args };
  if (shape === 'object')
    return { id: use.id, type: 'function', function: { name: use.tool.name, arguments: use.args } };
  return toolCallOnTheWire(use);
}

export function endOfCallReport(moment: Moment): ServerMessage {
  const { call } = moment;
  return {
    ...envelope(moment),
    type: 'end-of-call-report',
    endedReason: call.endedReason,
    ...(call.startedAt && { startedAt: call.startedAt }),
    ...(call.endedAt && { endedAt: call.endedAt }),
    cost: 0,
    artifact: artifactOf(call),
    analysis: call.summary ? { summary: call.summary } : {},
  };
}

function envelope({ call, accountSid, at }: Moment): JsonObject {
  return { timestamp: Math.round(at), call: callOnTheWire(call, accountSid), customer: call.customer };
}

/** An assistant hears about a type only when it subscribed to it; `transcript[transcriptType="final"]` subscribes to finals alone. */
export function isSubscribed(serverMessages: readonly string[], type: string): boolean {
  return serverMessages.some((listed) => listed === type || listed === `${type}[transcriptType="final"]`);
}
