import type { ConversationReport } from '@domain/ports/voice-agent';

/** One use of a tool by the agent. Its arguments come out of a conversation: nothing in them may be believed. */
export interface ToolRequest {
  id: string;
  name: string;
  /** Null when what was sent is not an object at all. */
  arguments: Record<string, unknown> | null;
}

/** What the agent is told back, in one line. */
export interface ToolReply {
  toolCallId: string;
  name: string;
  outcome: { kind: 'result'; text: string } | { kind: 'error'; text: string };
}

/** Which conversation an event is about: the provider's id, and the phone call's where the provider repeats it. */
export interface ConversationRef {
  providerCallId: string;
  callSid: string | null;
}

/** What the provider tells us while and after an agent talks. `key` is the same when the same event is delivered again. */
export type AgentEvent =
  | { kind: 'tools'; ref: ConversationRef; requests: ToolRequest[]; isLegacy: boolean }
  | { kind: 'turn'; ref: ConversationRef; key: string; role: 'caller' | 'agent'; text: string; at: Date | null }
  | { kind: 'answered'; ref: ConversationRef; key: string }
  | { kind: 'ended'; ref: ConversationRef; key: string; reason: string | null }
  | { kind: 'report'; ref: ConversationRef; key: string; report: ConversationReport }
  | { kind: 'nothing' };
