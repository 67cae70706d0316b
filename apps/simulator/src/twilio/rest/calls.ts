import type { FastifyInstance, FastifyRequest } from 'fastify';
import { numberField, textField } from '../../http-bodies.js';
import type { Calls } from '../calls.js';
import type { Exchange } from '../exchange.js';
import type { Leg } from '../leg.js';
import { forbiddenDestination, isE164 } from '../numbers.js';
import type { CallRecord } from '../records.js';
import type { DocumentSource } from '../twiml/run.js';
import { accountOf, apiRoute } from './api.js';
import { messageOf, notFound, rejected } from './errors.js';
import { hookField, progressField } from './fields.js';
import { isEqual, isWithin, listPage } from './list-page.js';
import { callView } from './views.js';

type Sid = { Params: { sid: string } };

const USUAL_RING_SECONDS = 60;
const LONGEST_RING_SECONDS = 600;
const LONGEST_TWIML = 4000;

export function callRoutes(api: FastifyInstance, exchange: Exchange, calls: Calls): void {
  const { account } = exchange;
  const route = apiRoute('calls');
  const view = (call: CallRecord) => callView(call, call.accountSid);
  api.get('/Calls.json', route, (request) => listPage(request, 'calls', listed(exchange, request), view));
  api.post('/Calls.json', route, (request, reply) => {
    const leg = calls.place(readOutgoing(exchange, request));
    return reply.code(201).send(view(leg.record));
  });
  api.get<Sid>('/Calls/:sid.json', route, (request) => view(find(exchange, request)));
  api.post<Sid>('/Calls/:sid.json', route, (request) => {
    const call = find(exchange, request);
    update(exchange, calls, call, request.body);
    return view(call);
  });
  api.delete<Sid>('/Calls/:sid.json', route, (request, reply) => {
    account.calls.delete(find(exchange, request).sid);
    return reply.code(204).send();
  });
}

function find({ account }: Exchange, request: FastifyRequest<Sid>): CallRecord {
  const { sid } = request.params;
  const call = account.calls.get(sid);
  if (call?.accountSid !== accountOf(request)) throw notFound(`/Calls/${sid}.json`);
  return call;
}

/** Newest first, as the API lists them. */
function listed({ account, world }: Exchange, request: FastifyRequest): CallRecord[] {
  const lag = world.faults.strike('twilio.calls', ['list-lag'])?.ms ?? 0;
  const visibleBefore = world.clock.now() - lag;
  return [...account.calls.values()]
    .filter((call) => call.createdAt <= visibleBefore && isOf(call, request) && matches(call, request.query))
    .reverse();
}

const isOf = (call: CallRecord, request: FastifyRequest) => call.accountSid === accountOf(request);

function matches(call: CallRecord, query: unknown): boolean {
  const equal =
    isEqual(query, 'To', call.to) && isEqual(query, 'From', call.from) && isEqual(query, 'Status', call.status);
  return (
    equal &&
    isEqual(query, 'ParentCallSid', call.parentCallSid) &&
    isWithin(query, 'StartTime', call.startedAt ?? call.createdAt)
  );
}

function readOutgoing(exchange: Exchange, request: FastifyRequest) {
  const { body } = request;
  const accountSid = accountOf(request);
  const from = textField(body, 'From') ?? '';
  const to = textField(body, 'To') ?? '';
  refuse(exchange, { accountSid, from, to });
  return {
    accountSid,
    from,
    to,
    source: readSource(body, 21205),
    fallback: hookField(body, 'FallbackUrl', 'FallbackMethod') ?? null,
    progress: progressField(body),
    ringSeconds: Math.min(numberField(body, 'Timeout') ?? USUAL_RING_SECONDS, LONGEST_RING_SECONDS),
    talkSeconds: numberField(body, 'TimeLimit') ?? null,
    detectsMachine: textField(body, 'MachineDetection') !== undefined,
  };
}

function refuse(exchange: Exchange, call: { accountSid: string; from: string; to: string }): void {
  const { accountSid, from, to } = call;
  const fault = exchange.world.faults.strike('twilio.calls', ['error-code'], `${to} ${from}`);
  if (fault) throw rejected(fault.code ?? 21211, messageOf(fault.code ?? 21211));
  refuseTo(to);
  if (from === '') throw rejected(21213, "No 'From' number is specified");
  if (exchange.account.numberOf(from)?.accountSid === accountSid) return;
  throw rejected(21210, `The source phone number provided, ${from}, is not yet verified for your account.`);
}

function refuseTo(to: string): void {
  if (to === '') throw rejected(21201, "No 'To' number is specified");
  if (forbiddenDestination(to)) throw rejected(21216, `Account not allowed to call ${to}`);
  if (!isE164(to)) throw rejected(21211, `The phone number you are attempting to call, ${to}, is not valid.`);
  if (to.startsWith('+1')) return;
  throw rejected(
    21215,
    `Account not authorized to call ${to}. Perhaps you need to enable some international permissions`,
  );
}

/** Exactly one of Url and Twiml. */
function readSource(body: unknown, missingCode: number): DocumentSource {
  const twiml = textField(body, 'Twiml');
  const hook = hookField(body, 'Url', 'Method', 21205);
  if (hook) return { kind: 'request', webhook: 'call-url', hook, form: {} };
  if (twiml === undefined) throw rejected(missingCode, 'Url or Twiml is required');
  if (twiml.length > LONGEST_TWIML) throw rejected(21218, `Twiml is longer than ${LONGEST_TWIML} characters`);
  return { kind: 'inline', twiml };
}

function update(exchange: Exchange, calls: Calls, call: CallRecord, body: unknown): void {
  const leg = exchange.legOf(call.sid);
  const status = textField(body, 'Status');
  if (status === undefined) return calls.redirect(leg, readSource(body, 21218));
  if (!leg) throw rejected(21220, 'Call is not in-progress. Cannot redirect.');
  endBy(leg, status);
}

/** `canceled` only takes back a call that nobody has answered yet; `completed` ends any. */
function endBy(leg: Leg, status: string): void {
  const answered = leg.record.status === 'in-progress';
  if (status === 'completed') return leg.end(answered ? 'completed' : 'canceled');
  if (status !== 'canceled') throw rejected(20001, `Status ${status} is not one of completed, canceled`);
  if (!answered) leg.end('canceled');
}
