import type { FastifyInstance } from 'fastify';
import { AgentBehaviours } from '../agent/behaviour.js';
import { registerAgentControl } from '../agent/agent-control.js';
import type { StandIn, World } from '../world.js';
import { VapiAccount } from './account.js';
import { registerCalls } from './call-routes.js';
import { registerControlUrl } from './control-routes.js';
import { textAt } from './json.js';
import { refusal } from './refusal.js';
import { registerResources } from './resources.js';
import { registerVoiceLibrary } from './voice-library.js';
import { Switchboard } from './switchboard.js';

/** Stands in for api.vapi.ai under the base path /vapi: assistants, phone numbers, calls with bypass, control URL, server messages. */
export function createVapi(world: World): StandIn {
  const account = new VapiAccount(world);
  const behaviours = new AgentBehaviours();
  const switchboard = new Switchboard(world, account, behaviours);
  world.streams.register(switchboard);
  return {
    register(app) {
      askForKey(app, world);
      registerResources(app, world, account);
      registerVoiceLibrary(app);
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

/** The control URL is a capability of its own, and samples lie open; everything else needs the organisation's key. */
function askForKey(app: FastifyInstance, world: World): void {
  app.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith('/vapi/') || /^\/vapi\/(control|voice-samples)\//.test(request.url)) return;
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
