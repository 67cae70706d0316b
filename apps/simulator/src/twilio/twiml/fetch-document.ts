import { callParameters, incomingCallParameters, type Form } from '../call-parameters.js';
import type { Exchange } from '../exchange.js';
import type { Leg } from '../leg.js';
import type { Reply } from '../../http-courier.js';
import { parseDocument, type Verb } from './document.js';
import type { DocumentSource } from './run.js';

export interface LoadedDocument {
  verbs: Verb[];
  /** Base of its relative URLs. */
  url: string | null;
}

interface Failure {
  /** Twilio error code, as the fallback URL is told. */
  code: string;
  reason: string;
}

type Answer = { kind: 'verbs'; verbs: Verb[] } | { kind: 'failure'; failure: Failure };

const TWIML_TYPES = ['text/xml', 'application/xml', 'text/html'];

/** Gets a document, from the fallback URL if need be; null when the caller can only be told of an application error. */
export async function loadDocument(
  exchange: Exchange,
  leg: Leg,
  source: DocumentSource,
): Promise<LoadedDocument | null> {
  const first = source.kind === 'inline' ? readTwiml(source.twiml) : await request(exchange, leg, source);
  const url = source.kind === 'inline' ? null : source.hook.url;
  if (first.kind === 'verbs') return { verbs: first.verbs, url };
  complain(leg, first.failure, url);
  return loadFallback(exchange, leg, { ...first.failure, url });
}

async function loadFallback(
  exchange: Exchange,
  leg: Leg,
  failed: Failure & { url: string | null },
): Promise<LoadedDocument | null> {
  const hook = exchange.fallbackOf(leg);
  if (!hook || leg.isOver) return null;
  const form: Form = { ErrorCode: failed.code, ErrorUrl: failed.url ?? '' };
  const answer = await request(exchange, leg, { kind: 'request', webhook: 'voice-fallback', hook, form });
  if (answer.kind === 'verbs') return { verbs: answer.verbs, url: hook.url };
  complain(leg, answer.failure, hook.url);
  return null;
}

function complain(leg: Leg, failure: Failure, url: string | null): void {
  leg.complain('twiml', `${failure.code} ${failure.reason}${url ? ` (${url})` : ''}`, { url, errorCode: failure.code });
}

async function request(
  exchange: Exchange,
  leg: Leg,
  source: Extract<DocumentSource, { kind: 'request' }>,
): Promise<Answer> {
  const own = source.webhook === 'incoming-call' ? incomingCallParameters : callParameters;
  const form = { ...own(leg.record), ...source.form };
  return readReply(await exchange.webhooks.request(source.webhook, source.hook, form));
}

function readReply(reply: Reply): Answer {
  if (reply.kind === 'failed')
    return failure(reply.reason === 'unreachable' ? '11200' : '11205', `no answer: ${reply.reason}`);
  if (reply.status < 200 || reply.status > 299) return failure('11200', `HTTP ${reply.status}`);
  return reply.status === 204
    ? { kind: 'verbs', verbs: [] }
    : readBody(reply.contentType.split(';')[0]?.trim() ?? '', reply.body);
}

function readBody(type: string, body: string): Answer {
  // Plain text is read out, as at Twilio.
  if (type === 'text/plain')
    return { kind: 'verbs', verbs: [{ name: 'Say', attributes: {}, text: body, children: [] }] };
  return TWIML_TYPES.includes(type) ? readTwiml(body) : failure('12300', `content type ${type || 'missing'}`);
}

function readTwiml(twiml: string): Answer {
  const parsed = parseDocument(twiml);
  return parsed.kind === 'document' ? { kind: 'verbs', verbs: parsed.verbs } : failure('12100', parsed.reason);
}

function failure(code: string, reason: string): Answer {
  return { kind: 'failure', failure: { code, reason } };
}
