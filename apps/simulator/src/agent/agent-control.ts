import type { CallClass } from '@domain/triage/triage.types';
import type { FastifyInstance } from 'fastify';
import { textField, textFields } from '../http-bodies.js';
import type { AgentBehaviour, AgentBehaviours } from './behaviour.js';

const CLASSES: readonly CallClass[] = ['emergency', 'routine', 'spam', 'ambiguous'];

/** `/sim/agent`: makes the stand-in for the model wrong on purpose, for one caller or (without `caller`) for everybody. */
export function registerAgentControl(app: FastifyInstance, behaviours: AgentBehaviours): void {
  app.get('/sim/agent', () => behaviours.list());
  app.put('/sim/agent', (request) =>
    behaviours.set(textField(request.body, 'caller') ?? '*', readBehaviour(request.body)),
  );
  app.delete('/sim/agent', (_request, reply) => {
    behaviours.clear();
    return reply.code(204).send();
  });
}

function readBehaviour(body: unknown): Partial<AgentBehaviour> {
  const hearsAs = CLASSES.find((known) => known === textField(body, 'hearsAs'));
  const argumentShape = textField(body, 'argumentShape');
  return { forgets: textFields(body, 'forgets'), ...(hearsAs && { hearsAs }), ...(argumentShape && { argumentShape }) };
}
