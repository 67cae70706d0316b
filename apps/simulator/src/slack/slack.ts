import type { FastifyInstance } from 'fastify';
import type { StandIn, World } from '../world.js';
import { complaintAboutMessage, type SlackMessageBody } from './message-limits.js';

/** One message as it stands in the channel. */
export interface PostedMessage {
  at: string;
  /** Path of the incoming webhook: the channel. */
  webhook: string;
  text: string;
  blocks: unknown[];
}

/** What the vendor answers for each status that a fault may order. */
const ERRORS: Record<number, string> = {
  403: 'action_prohibited',
  404: 'no_service',
  410: 'channel_is_archived',
  429: 'rate_limited',
  500: 'rollup_error',
};

/** Stands in for hooks.slack.com: incoming webhooks at /slack/services/…, messages kept for the handset page. */
export function createSlack(world: World): StandIn {
  const channel: PostedMessage[] = [];
  return {
    register(app: FastifyInstance) {
      registerWebhook(app, world, channel);
      app.get('/sim/slack', () => channel);
    },
    reset() {
      channel.length = 0;
    },
  };
}

function registerWebhook(app: FastifyInstance, world: World, channel: PostedMessage[]): void {
  const config = { scope: 'slack.webhook', errorBody: errorFor };
  app.post<{ Params: { '*': string } }>('/slack/services/*', { config }, (request, reply) => {
    const answer = reply.type('text/plain');
    const ordered = world.faults.strike('slack.webhook', ['error-code'], JSON.stringify(request.body))?.code;
    if (ordered !== undefined) return answer.code(ordered).send(errorFor(ordered));
    const complaint = complaintAboutMessage(request.body);
    if (complaint) return answer.code(400).send(complaint);
    post(world, channel, `/services/${request.params['*']}`, request.body as SlackMessageBody);
    return answer.send('ok');
  });
}

function post(world: World, channel: PostedMessage[], webhook: string, message: SlackMessageBody): void {
  const { text = '', blocks = [] } = message;
  channel.push({ at: world.clock.date().toISOString(), webhook, text, blocks });
  world.log.event('slack.channel', text.split('\n')[0] ?? '', { webhook, text, blocks });
}

function errorFor(status: number): string {
  return ERRORS[status] ?? 'rollup_error';
}
