import type { FastifyContextConfig, FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Account } from '../account.js';
import { errorBody, notFound, outageBody, TwilioError, unauthorised } from './errors.js';

const PREFIX = '/2010-04-01/Accounts/:accountSid';

/** Route options of one part of the API: its fault scope, and Twilio's own outage bodies. */
export function apiRoute(scope: string): { config: FastifyContextConfig } {
  return { config: { scope: `twilio.${scope}`, errorBody: outageBody } };
}

/** Opens `/2010-04-01/Accounts/{sid}` with Basic authentication and Twilio's error bodies around the given routes. */
export function openApi(
  app: FastifyInstance,
  account: Account,
  routes: readonly ((api: FastifyInstance) => void)[],
): void {
  void app.register(
    (api, _options, done) => {
      api.addHook('onRequest', (request, _reply, next) => next(refusal(request, account)));
      api.setErrorHandler(answerError);
      api.setNotFoundHandler((request, reply) => answerError(notFound(request.url), request, reply));
      for (const register of routes) register(api);
      done();
    },
    { prefix: PREFIX },
  );
}

function refusal(request: FastifyRequest, account: Account): Error | undefined {
  const expected = Buffer.from(`${account.sid}:${account.authToken}`).toString('base64');
  if (request.headers.authorization !== `Basic ${expected}`) return unauthorised();
  const { accountSid } = request.params as { accountSid: string };
  return accountSid.replace('.json', '') === account.sid ? undefined : notFound(request.url);
}

function answerError(error: FastifyError | TwilioError, request: FastifyRequest, reply: FastifyReply) {
  if (error instanceof TwilioError) return reply.code(error.status).send(errorBody(error));
  const status = error.statusCode ?? 500;
  request.log.error(error);
  return reply.code(status).send(errorBody({ status, code: status === 500 ? 20500 : 20001, message: error.message }));
}
