import type { Reply } from '../../http-courier.js';
import { parseDocument, type Verb } from './document.js';

export interface TextReply {
  body: string;
  /** Another recipient than the sender. */
  to: string | null;
}

export interface TextAnswer {
  replies: TextReply[];
  /** What Twilio's debugger would say; null when all is well. */
  complaint: string | null;
}

/** What the application answers to an incoming text: nothing, an empty <Response/>, or <Message>s to send. */
export function readReplies(reply: Reply): TextAnswer {
  if (reply.kind === 'failed') return { replies: [], complaint: `11200 incoming message webhook: ${reply.reason}` };
  if (reply.status > 299) return { replies: [], complaint: `11200 incoming message webhook: HTTP ${reply.status}` };
  if (reply.body.trim() === '') return { replies: [], complaint: null };
  if (reply.contentType.startsWith('text/plain')) return { replies: [{ body: reply.body, to: null }], complaint: null };
  const parsed = parseDocument(reply.body);
  if (parsed.kind === 'unreadable') return { replies: [], complaint: `12100 ${parsed.reason}` };
  const unknown = parsed.verbs.find(({ name }) => name !== 'Message' && name !== 'Redirect');
  return {
    replies: parsed.verbs.filter(({ name }) => name === 'Message').map(toReply),
    complaint: unknown ? `12200 <${unknown.name}> is not allowed in a message <Response>` : null,
  };
}

function toReply(verb: Verb): TextReply {
  const body = verb.children.find(({ name }) => name === 'Body');
  return { body: body ? body.text : verb.text, to: verb.attributes.to ?? null };
}
