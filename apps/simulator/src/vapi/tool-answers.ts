import type { Reply } from '../http-courier.js';
import type { ToolAnswer } from '../agent/mind.types.js';
import { listAt, textAt, valueAt, type JsonObject } from './json.js';
import type { ToolUse } from './server-messages.js';

/**
 * Reads a webhook's answer as strictly as the vendor: HTTP 200, the same toolCallId, a one-line string. Anything else is
 * ignored, and the model carries on as if it had got no result.
 */
export function readToolAnswer(use: ToolUse, reply: Reply): ToolAnswer {
  if (reply.kind === 'failed') return { text: `No result: ${reply.reason}`, failed: true };
  if (reply.status !== 200) return { text: `No result: HTTP ${reply.status}`, failed: true };
  const body = parsed(reply.body);
  if (use.tool.legacy) return answerFrom(valueAt(body, 'result'), textAt(body, 'error'));
  const own = listAt(body, 'results').find((result) => textAt(result, 'toolCallId') === use.id);
  if (!own) return { text: 'No result returned', failed: true };
  return answerFrom(valueAt(own, 'result'), textAt(own, 'error'));
}

/** What a person debugging the webhook wants to be told; undefined when the answer is as the contract wants it. */
export function complaintAbout(use: ToolUse, answer: ToolAnswer): string | undefined {
  if (answer.text.startsWith('No result')) return `${use.tool.name}: ${answer.text}`;
  return answer.text.includes('\n') ? `${use.tool.name}: the result has a line break, which Vapi cuts off` : undefined;
}

function answerFrom(result: unknown, error: string | undefined): ToolAnswer {
  if (error !== undefined) return { text: error, failed: true };
  if (typeof result !== 'string') return { text: 'No result returned: it has to be a string', failed: true };
  return { text: result, failed: false };
}

function parsed(body: string): JsonObject {
  try {
    return JSON.parse(body) as JsonObject;
  } catch {
    return {};
  }
}
