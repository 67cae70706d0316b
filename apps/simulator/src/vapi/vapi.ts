import type { FastifyInstance } from 'fastify';
import { AgentBehaviours } from '../agent/behaviour.js';
import { registerAgentControl } from '../agent/agent-control.js';
import type { StandIn, World } from '../world.js';
import { VapiAccount } from './account.js';
import { registerCalls } from './call-routes.js';
import { registerControlUrl } from './control-routes.js';
import { listAt, objectAt, textAt, type JsonObject } from './json.js';
import { takeOverNumber } from './number-import.js';
import { refusal } from './refusal.js';
import { registerResource } from './resource-routes.js';
import { Switchboard } from './switchboard.js';

const LONGEST_NAME = 40;
const FUNCTION_NAME = /^[a-zA-Z0-9_-]{1,64}$/;

/** Stands in for api.vapi.ai under the base path /vapi: assistants, phone numbers, calls with bypass, control URL, server messages. */
export function createVapi(world: World): StandIn {
  const account = new VapiAccount(world);
  const behaviours = new AgentBehaviours();
  const switchboard = new Switchboard(world, account, behaviours);
  world.streams.register(switchboard);
  return {
    register(app) {
      askForKey(app, world);
      registerAssistants(app, account);
      registerPhoneNumbers(app, world, account);
      registerCalls(app, { world, account, switchboard });
      registerControlUrl(app, { world, account, switchboard });
      registerAgentControl(app, behaviours);
      app.post('/sim/agent/breath', (request, reply) => {
        switchboard.sessionOn(textAt(request.body, 'callSid') ?? '')?.breath();
        return reply.code(204).send();
      });
    },
    reset() {
      account.clear();
      behaviours.clear();
      switchboard.forget();
    },
  };
}

/** The control URL is a capability of its own; everything else needs the organisation's key. */
function askForKey(app: FastifyInstance, world: World): void {
  app.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith('/vapi/') || request.url.startsWith('/vapi/control/')) return;
    if (request.headers.authorization === `Bearer ${world.settings.vapiKey}`) return;
    await reply
      .code(401)
      .send(
        refusal(
          401,
          'Invalid Key. Hot tip, you may be using the public key instead of the private key, or vice versa.',
        ),
      );
  });
}

function registerAssistants(app: FastifyInstance, account: VapiAccount): void {
  registerResource(app, {
    path: '/vapi/assistant',
    shelf: account.assistants,
    scope: 'vapi.assistant',
    complaint: complaintAboutAssistant,
    settled: () => Promise.resolve(),
  });
}

function complaintAboutAssistant(fields: JsonObject): string | undefined {
  const name = textAt(fields, 'name') ?? '';
  if (name.length > LONGEST_NAME) return `name must be shorter than or equal to ${LONGEST_NAME} characters`;
  const tools = listAt(fields, 'model', 'tools').map((tool) => objectAt(tool, 'function'));
  const misnamed = tools.find((declared) => 'name' in declared && !FUNCTION_NAME.test(String(declared.name)));
  return misnamed ? `model.tools: function.name must match ${String(FUNCTION_NAME)}` : undefined;
}

function registerPhoneNumbers(app: FastifyInstance, world: World, account: VapiAccount): void {
  registerResource(app, {
    path: '/vapi/phone-number',
    shelf: account.phoneNumbers,
    scope: 'vapi.phone-number',
    complaint: (fields) =>
      fields.provider === 'twilio' && textAt(fields, 'number')
        ? undefined
        : 'provider must be twilio and number is required',
    settled: (number) => takeOverNumber(app, world, number),
  });
}
