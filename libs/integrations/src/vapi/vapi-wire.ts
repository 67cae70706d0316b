import type { AgentEvent, ConversationRef, ToolReply, ToolRequest } from '@domain/call/agent-events';
import type { ConversationReport } from '@domain/ports/voice-agent';
import { createHash } from 'node:crypto';
import { instantAt, isObject, listAt, numberAt, objectAt, textAt, type JsonObject } from './json-reading.js';

const LONGEST_TURN = 4000;
const LONGEST_LINE = 1000;
const MOST_TOOL_CALLS = 20;

/** Any body of the server URL (`{message: {type, …}}`) in our words; whatever says nothing to us is `nothing` (reference B2). */
export function readServerMessage(body: unknown): AgentEvent {
  const message = objectAt(body, 'message');
  const ref = conversationOf(message);
  if (!ref) return { kind: 'nothing' };
  switch (typeOf(message)) {
    case 'tool-calls':
      return { kind: 'tools', ref, requests: toolRequests(message), isLegacy: false };
    case 'function-call':
      return { kind: 'tools', ref, requests: [legacyRequest(message)], isLegacy: true };
    case 'transcript':
      return turn(message, ref);
    case 'status-update':
      return status(message, ref);
    case 'end-of-call-report':
      return {
        kind: 'report',
        ref,
        key: `${ref.providerCallId}:report`,
        report: reportOf(message, ref.providerCallId),
      };
    default:
      return { kind: 'nothing' };
  }
}

// A subscription to final transcripts may come back under its own, longer name.
const typeOf = (message: JsonObject): string => (textAt(message, 'type') ?? '').split('[')[0] ?? '';

function conversationOf(message: JsonObject): ConversationRef | null {
  const call = objectAt(message, 'call');
  const providerCallId = textAt(call, 'id');
  if (!providerCallId || providerCallId.length > 100) return null;
  const callSid = textAt(objectAt(call, 'transport'), 'callSid') ?? textAt(call, 'phoneCallProviderId');
  return { providerCallId, callSid };
}

function turn(message: JsonObject, ref: ConversationRef): AgentEvent {
  const text = textAt(message, 'transcript')?.slice(0, LONGEST_TURN);
  if (!text || textAt(message, 'transcriptType') === 'partial') return { kind: 'nothing' };
  const role = textAt(message, 'role') === 'user' ? 'caller' : 'agent';
  const at = instantAt(message, 'timestamp');
  const said = createHash('sha256').update(text).digest('hex').slice(0, 16);
  return { kind: 'turn', ref, key: `${ref.providerCallId}:turn:${at?.getTime() ?? 0}:${role}:${said}`, role, text, at };
}

function status(message: JsonObject, ref: ConversationRef): AgentEvent {
  const key = `${ref.providerCallId}:status:${textAt(message, 'status') ?? ''}`;
  if (textAt(message, 'status') === 'in-progress') return { kind: 'answered', ref, key };
  if (textAt(message, 'status') !== 'ended') return { kind: 'nothing' };
  return { kind: 'ended', ref, key, reason: textAt(message, 'endedReason') };
}

/** A finished call, from the report or from GET /call/:id; both carry the artifact, every part of it optional. */
export function reportOf(source: JsonObject, providerCallId: string): ConversationReport {
  const call = objectAt(source, 'call');
  const artifact = objectAt(source, 'artifact');
  const messages = listAt(artifact, 'messages') ?? listAt(source, 'messages') ?? [];
  return {
    providerCallId,
    endedReason: textAt(source, 'endedReason') ?? textAt(call, 'endedReason'),
    startedAt: instantAt(source, 'startedAt') ?? instantAt(call, 'startedAt'),
    endedAt: instantAt(source, 'endedAt') ?? instantAt(call, 'endedAt'),
    summary: textAt(objectAt(source, 'analysis'), 'summary') ?? textAt(source, 'summary'),
    turns: messages.flatMap(reportedTurn),
  };
}

function reportedTurn(message: unknown): ConversationReport['turns'] {
  const role = textAt(message, 'role');
  const text = textAt(message, 'message')?.slice(0, LONGEST_TURN);
  if (!text || (role !== 'user' && role !== 'bot' && role !== 'assistant')) return [];
  return [
    { role: role === 'user' ? 'caller' : 'agent', text, secondsFromStart: numberAt(message, 'secondsFromStart') },
  ];
}

/** Shapes differ between spec, docs and traffic: string or object arguments, flattened calls, three names of the list. */
function toolRequests(message: JsonObject): ToolRequest[] {
  const list =
    listAt(message, 'toolCallList') ?? listAt(message, 'toolCalls') ?? listAt(message, 'toolWithToolCallList') ?? [];
  return list.slice(0, MOST_TOOL_CALLS).flatMap(toolRequest);
}

function toolRequest(entry: unknown): ToolRequest[] {
  const call = isObject(entry) && isObject(entry['toolCall']) ? entry['toolCall'] : entry;
  const id = textAt(call, 'id');
  if (!id) return [];
  const name = textAt(objectAt(call, 'function'), 'name') ?? textAt(call, 'name');
  return [{ id, name: name ?? 'unknown', arguments: argumentsFrom(givenTo(call)) }];
}

function givenTo(call: unknown): unknown {
  const made = objectAt(call, 'function');
  const flat = isObject(call) ? call : {};
  return made['arguments'] ?? made['parameters'] ?? flat['arguments'] ?? flat['parameters'];
}

function legacyRequest(message: JsonObject): ToolRequest {
  const call = objectAt(message, 'functionCall');
  const name = textAt(call, 'name') ?? 'unknown';
  // The old message has no id; its moment and name tell a repeated delivery from a second use.
  const id = textAt(call, 'id') ?? `function-call:${name}:${numberAt(message, 'timestamp') ?? 0}`;
  return { id, name, arguments: argumentsFrom(call['parameters'] ?? call['arguments']) };
}

function argumentsFrom(given: unknown): Record<string, unknown> | null {
  if (given === undefined || given === null || given === '') return {};
  if (typeof given !== 'string') return isObject(given) ? given : null;
  try {
    const parsed: unknown = JSON.parse(given);
    return isObject(parsed) ? parsed : null;
  } catch {
    return null;
  }
}

/** Always 200; one entry per call with the very id and a single-line string, or the model carries on as if unanswered. */
export function toolResponse(replies: ToolReply[], isLegacy: boolean): JsonObject {
  if (isLegacy) return { result: oneLine(replies[0]?.outcome.text ?? '') };
  return {
    results: replies.map(({ toolCallId, name, outcome }) => ({
      toolCallId,
      name,
      [outcome.kind]: oneLine(outcome.text),
    })),
  };
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_LINE);
