import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { World } from '../world.js';
import type { VapiAccount } from './account.js';
import { merged } from './assistant-config.js';
import { isObject, objectAt, textAt, type JsonObject } from './json.js';
import { refusal } from './refusal.js';
import type { Switchboard } from './switchboard.js';
import { artifactOf, callOnTheWire, transcriptOf, type VapiCall } from './vapi-call.js';

/** Told, not enforced: the fault `blocked` plays a full house whenever a test wants one. */
const CONCURRENCY_LIMIT = 10;
const GARBAGE_TWIML = '<Response><Connect><Stream url="wss://';

interface Desk {
  world: World;
  account: VapiAccount;
  switchboard: Switchboard;
}

/** POST /call with provider bypass, GET /call/:id and the list. */
export function registerCalls(app: FastifyInstance, desk: Desk): void {
  const config = { scope: 'vapi.call', errorBody: refusal };
  const wire = (call: VapiCall) => fullCall(call, desk.world);
  app.post('/vapi/call', { config }, (request, reply) => {
    const body = isObject(request.body) ? request.body : {};
    const complaint = complaintAbout(body, desk.account);
    if (complaint) return reply.code(400).send(refusal(400, complaint));
    return reply.code(201).send(placeCall(desk, body, request));
  });
  app.get('/vapi/call', { config: { ...config, scope: 'vapi.calls' } }, () =>
    [...desk.account.calls.values()].reverse().map(wire),
  );
  app.get<{ Params: { id: string } }>(
    '/vapi/call/:id',
    { config: { ...config, scope: 'vapi.calls' } },
    (request, reply) => {
      const call = desk.account.calls.get(request.params.id);
      return call
        ? reply.send(wire(call))
        : reply.code(404).send(refusal(404, `Couldn't find call ${request.params.id}.`));
    },
  );
}

function complaintAbout(body: JsonObject, account: VapiAccount): string | undefined {
  if (body.phoneCallProviderBypassEnabled !== true)
    return 'This stand-in only starts calls with phoneCallProviderBypassEnabled.';
  const assistantId = textAt(body, 'assistantId');
  if (!assistantId && !isObject(body.assistant)) return 'assistantId or assistant is required.';
  if (assistantId && !account.assistants.get(assistantId)) return `Couldn't find assistant ${assistantId}.`;
  return badNumber(objectAt(body, 'customer'));
}

function badNumber(customer: JsonObject): string | undefined {
  const number = textAt(customer, 'number');
  if (number === undefined || customer.numberE164CheckEnabled === false || /^\+[1-9]\d{6,14}$/.test(number))
    return undefined;
  return 'customer.number must be a valid phone number in the E.164 format.';
}

function placeCall(desk: Desk, body: JsonObject, request: FastifyRequest): JsonObject {
  const { world, account, switchboard } = desk;
  const call = newCall(desk, body, request.host);
  const faults = (kind: 'blocked' | 'garbage' | 'never-connects') =>
    world.faults.strike('vapi.call', [kind], JSON.stringify(body)) !== undefined;
  const blocked = faults('blocked');
  if (!blocked) account.calls.set(call.id, call);
  if (!blocked) switchboard.awaitStream(call);
  // `never-connects` sends Twilio to a socket where nobody listens.
  const transport = faults('never-connects') ? 'transport-gone' : 'transport';
  const twiml = faults('garbage') ? GARBAGE_TWIML : connectTwiml(`wss://${request.host}/vapi/${transport}/${call.id}`);
  const live = [...account.calls.values()].filter((other) => other.status !== 'ended').length;
  return {
    ...callOnTheWire(call, world.settings.twilioAccountSid),
    phoneCallProviderDetails: { twiml },
    subscriptionLimits: {
      concurrencyBlocked: blocked,
      concurrencyLimit: CONCURRENCY_LIMIT,
      remainingConcurrentCalls: blocked ? 0 : Math.max(CONCURRENCY_LIMIT - live, 0),
    },
  };
}

function newCall({ world, account }: Desk, body: JsonObject, host: string): VapiCall {
  const id = randomUUID();
  const now = world.clock.date().toISOString();
  const overrides = objectAt(body, 'assistantOverrides');
  const assistantId = textAt(body, 'assistantId');
  const phoneNumberId = textAt(body, 'phoneNumberId');
  const stored = assistantId ? (account.assistants.get(assistantId) ?? {}) : objectAt(body, 'assistant');
  return {
    id,
    status: 'queued',
    createdAt: now,
    updatedAt: now,
    ...(assistantId && { assistantId }),
    assistant: merged(stored, overrides),
    assistantOverrides: overrides,
    ...(phoneNumberId && { phoneNumberId }),
    customer: objectAt(body, 'customer'),
    controlUrl: `http://${host}/vapi/control/${id}`,
    listenUrl: `ws://${host}/vapi/listen/${id}`,
    messages: [],
  };
}

function connectTwiml(url: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><Response><Connect><Stream url="${url}"><Parameter name="x-vapi-transport" value="twilio"/></Stream></Connect></Response>`;
}

function fullCall(call: VapiCall, world: World): JsonObject {
  return {
    ...callOnTheWire(call, world.settings.twilioAccountSid),
    transcript: transcriptOf(call),
    messages: call.messages,
    artifact: artifactOf(call),
    ...(call.summary && { analysis: { summary: call.summary } }),
  };
}
