import type { FastifyInstance } from 'fastify';
import { phoneControlRoutes } from '../phones/phone-control.js';
import { Telephones } from '../phones/telephones.js';
import type { StandIn, World } from '../world.js';
import { Account } from './account.js';
import { callControlRoutes } from './call-control.js';
import { Calls } from './calls.js';
import { Exchange } from './exchange.js';
import { Messages } from './messages.js';
import { accountRoutes } from './rest/accounts.js';
import { openApi } from './rest/api.js';
import { callRoutes } from './rest/calls.js';
import { conferenceRoutes } from './rest/conferences.js';
import { lookupRoutes } from './rest/lookups.js';
import { messageRoutes } from './rest/messages.js';
import { availableNumberRoutes, numberRoutes } from './rest/numbers.js';
import { recordingRoutes } from './rest/recordings.js';
import { TwimlRunner } from './twiml/runner.js';

/** Twilio, and the telephones it reaches. */
export function createTwilio(world: World): StandIn {
  const account = new Account(world);
  const phones = new Telephones(world);
  const exchange = new Exchange(world, account, phones);
  const calls = new Calls(exchange, new TwimlRunner(exchange));
  const messages = new Messages(world, account, exchange.webhooks, phones);
  return {
    register: (app) => register(app, { world, account, phones, exchange, calls, messages }),
    reset: () => {
      exchange.clear();
      phones.clear();
      account.clear();
    },
  };
}

interface Parts {
  world: World;
  account: Account;
  phones: Telephones;
  exchange: Exchange;
  calls: Calls;
  messages: Messages;
}

function register(app: FastifyInstance, { world, account, phones, exchange, calls, messages }: Parts): void {
  callControlRoutes(app, exchange, calls);
  phoneControlRoutes(app, phones, messages);
  accountRoutes(app, account);
  lookupRoutes(app, account, phones);
  openApi(app, account, [
    (api) => numberRoutes(api, world, account),
    (api) => availableNumberRoutes(api, account),
    (api) => callRoutes(api, exchange, calls),
    (api) => messageRoutes(api, world, account, messages),
    (api) => recordingRoutes(api, exchange),
    (api) => conferenceRoutes(api, exchange.conferences),
  ]);
}
