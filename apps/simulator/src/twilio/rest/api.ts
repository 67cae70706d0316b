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

/** The account whose part of the API a request is for. */
export const accountOf = (request: FastifyRequest): string => (request.params as { accountSid: string }).accountSid;

/** The main account's credentials open every subaccount's part; a subaccount's only its own. */
function refusal(request: FastifyRequest, account: Account): Error | undefined {
  const accountSid = accountOf(request);
  const signedIn = signedInAs(request, account);
  if (signedIn === null) return unauthorised();
  if (signedIn !== account.sid && signedIn !== accountSid) return unauthorised();
  if (accountSid === account.sid) return undefined;
  const subaccount = account.subaccounts.get(accountSid);
  if (!subaccount) return notFound(request.url);
  return subaccount.status === 'active' ? undefined : new TwilioError(401, 20005, 'Account not active');
}

/** The account that the Basic credentials are right for. */
export function signedInAs(request: FastifyRequest, account: Account): string | null {
  const [, encoded = ''] = /^Basic (.+)$/.exec(request.headers.authorization ?? '') ?? [];
  const [sid = '', token = ''] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return token !== '' && account.tokenOf(sid) === token ? sid : null;
}

export function answerError(error: FastifyError | TwilioError, request: FastifyRequest, reply: FastifyReply) {
  if (error instanceof TwilioError) return reply.code(error.status).send(errorBody(error));
  const status = error.statusCode ?? 500;
  request.log.error(error);
  return reply.code(status).send(errorBody({ status, code: status === 500 ? 20500 : 20001, message: error.message }));
}
