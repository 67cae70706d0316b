import type { FastifyInstance } from 'fastify';
import type { World } from '../world.js';
import type { VapiAccount } from './account.js';
import { isObject, objectAt, textAt, type JsonObject } from './json.js';
import { refusal } from './refusal.js';
import type { Switchboard } from './switchboard.js';
import type { VapiCall } from './vapi-call.js';
import type { VoiceSession } from './voice-session.js';

interface Parts {
  world: World;
  account: VapiAccount;
  switchboard: Switchboard;
}

/** `monitor.controlUrl`: makes a running conversation say, learn or end something. */
export function registerControlUrl(app: FastifyInstance, { world, account, switchboard }: Parts): void {
  const config = { scope: 'vapi.control', errorBody: refusal };
  app.post<{ Params: { id: string } }>('/vapi/control/:id', { config }, (request, reply) => {
    const call = account.calls.get(request.params.id);
    const session = switchboard.sessionOf(request.params.id);
    if (call?.status !== 'in-progress' || !session)
      return reply.code(404).send(refusal(404, 'The call is not in progress.'));
    if (needsKey(call) && request.headers.authorization !== `Bearer ${world.settings.vapiKey}`) {
      return reply.code(401).send(refusal(401, 'Unauthorized'));
    }
    const complaint = carryOut(isObject(request.body) ? request.body : {}, session);
    return complaint ? reply.code(400).send(refusal(400, complaint)) : reply.send({ status: 'success' });
  });
}

function needsKey(call: VapiCall): boolean {
  return objectAt(call.assistant, 'monitorPlan').controlAuthenticationEnabled === true;
}

function carryOut(order: JsonObject, session: VoiceSession): string | undefined {
  const content = textAt(order, 'content') ?? textAt(order, 'message', 'content') ?? '';
  switch (order.type) {
    case 'say':
      session.announce(content, order.endCallAfterSpoken === true);
      return undefined;
    case 'add-message':
      session.instruct(content, order.triggerResponseEnabled !== false);
      return undefined;
    case 'end-call':
      session.hangUp('manually-canceled');
      return undefined;
    case 'control':
      return undefined;
    default:
      return `type must be one of say, add-message, control, end-call`;
  }
}
