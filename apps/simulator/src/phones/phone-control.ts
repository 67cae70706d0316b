import type { FastifyInstance, FastifyReply } from 'fastify';
import { textField } from '../http-bodies.js';
import { readBehaviour } from './behaviour.js';
import { LINES, type LegOnPhone, type Telephones } from './telephones.js';

type Number = { Params: { number: string } };

/** Texting as the person with the phone does it; provided by whoever carries texts. */
export interface TextCarrier<Text> {
  /** @returns null when nobody has the number. */
  receive(from: string, to: string, body: string): Text | null;
  threadOf(phone: string): Text[];
}

/** `/sim/phones/:number`: hold any phone in the world. */
export function phoneControlRoutes<Text>(app: FastifyInstance, phones: Telephones, texts: TextCarrier<Text>): void {
  app.get<Number>('/sim/phones/:number', ({ params: { number } }) => ({
    number,
    behaviour: phones.behaviourOf(number),
    line: phones.lineOf(number),
    messages: texts.threadOf(number),
    legs: phones.legsOf(number).map(legView),
  }));
  app.put<Number>('/sim/phones/:number/behaviour', (request, reply) => {
    const behaviour = readBehaviour(request.body);
    if (!behaviour) return reply.code(400).send({ message: 'kind is not a behaviour' });
    phones.setBehaviour(request.params.number, behaviour);
    return behaviour;
  });
  app.put<Number>('/sim/phones/:number/line', (request, reply) => {
    const line = LINES.find((known) => known === textField(request.body, 'line'));
    if (!line) return reply.code(400).send({ message: `line is one of ${LINES.join(', ')}` });
    phones.setLine(request.params.number, line);
    return { line };
  });
  app.post<Number>('/sim/phones/:number/messages', (request, reply) => {
    const to = textField(request.body, 'to') ?? '';
    const text = texts.receive(request.params.number, to, textField(request.body, 'body') ?? '');
    return text ? reply.code(201).send(text) : reply.code(404).send({ message: `nobody has the number ${to}` });
  });
  handRoutes(app, phones);
}

/** What a hand does with the phone. With several calls on it, the newest is meant unless `callSid` says otherwise. */
function handRoutes(app: FastifyInstance, phones: Telephones): void {
  const inState = (number: string, body: unknown, state: LegOnPhone['state'] | null) => {
    const callSid = textField(body, 'callSid');
    const wanted = phones.legsOf(number).filter((on) => (state ? on.state === state : on.state !== 'ringing'));
    return wanted.findLast(({ leg }) => callSid === undefined || leg.callSid === callSid)?.leg;
  };
  const act = (
    path: string,
    state: LegOnPhone['state'] | null,
    does: (leg: LegOnPhone['leg'], body: unknown) => void,
  ) =>
    app.post<Number>(`/sim/phones/:number/${path}`, (request, reply) => {
      const leg = inState(request.params.number, request.body, state);
      if (!leg) return nothingThere(reply, state);
      does(leg, request.body);
      return reply.send({ callSid: leg.callSid });
    });
  act('answer', 'ringing', (leg) => leg.answer('human'));
  act('decline', 'ringing', (leg) => leg.refuse('busy'));
  act('press', null, (leg, body) => leg.press(textField(body, 'digits') ?? ''));
  act('say', null, (leg, body) => leg.say(textField(body, 'text') ?? ''));
  act('hangup', null, (leg) => leg.hangUp());
}

function nothingThere(reply: FastifyReply, state: LegOnPhone['state'] | null) {
  return reply
    .code(409)
    .send({ message: state === 'ringing' ? 'the phone is not ringing' : 'the phone is not in a call' });
}

function legView({ leg, state }: LegOnPhone) {
  return { callSid: leg.callSid, peer: leg.peer, state, placedByPhone: leg.placedByPhone };
}
