import type { FastifyInstance, FastifyReply } from 'fastify';
import { textField } from '../http-bodies.js';
import type { Calls } from './calls.js';
import type { Exchange } from './exchange.js';
import { isOver, talkSeconds, type CallRecord } from './records.js';

type Sid = { Params: { sid: string } };

/** What Twilio shows for a caller who withholds the number. */
const WITHHELD = '+266696687';

/** `/sim/calls`: be a caller, and see what every leg heard. */
export function callControlRoutes(app: FastifyInstance, exchange: Exchange, calls: Calls): void {
  app.post('/sim/calls', (request, reply) => {
    const to = textField(request.body, 'to') ?? '';
    const from = textField(request.body, 'from') ?? WITHHELD;
    const leg = calls.receive({ from, to, forwardedFrom: textField(request.body, 'forwardedFrom') ?? null });
    if (!leg) return reply.code(404).send({ message: `nobody has the number ${to}` });
    return reply.code(201).send({ callSid: leg.callSid });
  });
  app.get('/sim/calls', (request) => {
    const live = textField(request.query, 'live') === 'true';
    const all = [...exchange.account.calls.values()].filter((call) => !live || !isOver(call));
    return all.map((call) => summaryOf(call));
  });
  app.get<Sid>('/sim/calls/:sid', (request, reply) => {
    const call = exchange.account.calls.get(request.params.sid);
    return call ? detailOf(exchange, call) : reply.code(404).send({ message: 'no such call' });
  });
  personRoutes(app, exchange);
}

/** What the person on the leg does. */
function personRoutes(app: FastifyInstance, exchange: Exchange): void {
  const onLeg = (sid: string, reply: FastifyReply, act: (leg: NonNullable<ReturnType<Exchange['legOf']>>) => void) => {
    const leg = exchange.legOf(sid);
    if (!leg) return reply.code(409).send({ message: 'the call is over' });
    act(leg);
    return reply.code(204).send();
  };
  app.post<Sid>('/sim/calls/:sid/say', (request, reply) =>
    onLeg(request.params.sid, reply, (leg) => leg.say(textField(request.body, 'text') ?? '')),
  );
  app.post<Sid>('/sim/calls/:sid/press', (request, reply) =>
    onLeg(request.params.sid, reply, (leg) => leg.press(textField(request.body, 'digits') ?? '')),
  );
  app.post<Sid>('/sim/calls/:sid/hangup', (request, reply) => onLeg(request.params.sid, reply, (leg) => leg.hangUp()));
}

function summaryOf(call: CallRecord) {
  const { sid, direction, parentCallSid, from, to, forwardedFrom, status, answeredBy } = call;
  const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());
  const times = { createdAt: iso(call.createdAt), startedAt: iso(call.startedAt), endedAt: iso(call.endedAt) };
  return {
    callSid: sid,
    direction,
    parentCallSid,
    from,
    to,
    forwardedFrom,
    status,
    answeredBy,
    ...times,
    talkSeconds: talkSeconds(call),
  };
}

/** The call with what happened on it, line by line, and the legs it dialled. */
function detailOf({ account }: Exchange, call: CallRecord) {
  const children = [...account.calls.values()].filter(({ parentCallSid }) => parentCallSid === call.sid);
  const recordings = [...account.recordings.values()].filter(({ callSid }) => callSid === call.sid);
  return {
    ...summaryOf(call),
    lines: call.lines,
    heard: call.lines.filter(({ kind }) => kind === 'heard').map(({ text }) => text),
    twiml: call.lines.filter(({ kind }) => kind === 'verb').map(({ text }) => text),
    errors: call.lines.filter(({ kind }) => kind === 'error').map(({ text }) => text),
    legs: children.map((child) => ({ ...summaryOf(child), lines: child.lines })),
    recordings: recordings.map(({ sid, status, source, text }) => ({ recordingSid: sid, status, source, text })),
  };
}
