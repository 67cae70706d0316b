import type { FastifyInstance, FastifyRequest } from 'fastify';
import { textField } from '../../http-bodies.js';
import type { Account } from '../account.js';
import type { SubaccountRecord } from '../records.js';
import { answerError, apiRoute, signedInAs } from './api.js';
import { notFound, rejected, unauthorised } from './errors.js';
import { isEqual, listPage } from './list-page.js';
import { accountView } from './views.js';

type Sid = { Params: { sid: string } };

const LONGEST_NAME = 64;
const STATUSES = ['active', 'suspended', 'closed'] as const;

/** Subaccounts of the main account: only its own credentials open and close them. */
export function accountRoutes(app: FastifyInstance, account: Account): void {
  void app.register((api, _options, done) => {
    api.addHook('onRequest', (request, _reply, next) =>
      next(signedInAs(request, account) === account.sid ? undefined : unauthorised()),
    );
    api.setErrorHandler(answerError);
    routes(api, account);
    done();
  });
}

function routes(api: FastifyInstance, account: Account): void {
  const route = apiRoute('accounts');
  const view = (subaccount: SubaccountRecord) => accountView(subaccount, account.sid);
  const find = ({ params }: FastifyRequest<Sid>) => {
    const subaccount = account.subaccounts.get(params.sid);
    if (!subaccount) throw notFound(`/Accounts/${params.sid}.json`);
    return subaccount;
  };
  api.get('/2010-04-01/Accounts.json', route, (request) => {
    const matches = ({ friendlyName, status }: SubaccountRecord) =>
      isEqual(request.query, 'FriendlyName', friendlyName) && isEqual(request.query, 'Status', status);
    return listPage(request, 'accounts', [...account.subaccounts.values()].filter(matches).reverse(), view);
  });
  api.post('/2010-04-01/Accounts.json', route, (request, reply) => {
    const friendlyName = textField(request.body, 'FriendlyName') ?? 'SubAccount';
    if (friendlyName.length > LONGEST_NAME) throw rejected(20001, `FriendlyName is longer than ${LONGEST_NAME}`);
    return reply.code(201).send(view(account.openSubaccount(friendlyName)));
  });
  api.get<Sid>('/2010-04-01/Accounts/:sid.json', route, (request) => view(find(request)));
  api.post<Sid>('/2010-04-01/Accounts/:sid.json', route, (request) => {
    const subaccount = find(request);
    changeStatus(account, subaccount, textField(request.body, 'Status'));
    return view(subaccount);
  });
}

/** A closed account stays closed. */
function changeStatus(account: Account, subaccount: SubaccountRecord, given: string | undefined): void {
  const status = STATUSES.find((known) => known === given);
  if (given !== undefined && !status) throw rejected(20001, `Status ${given} is not one of ${STATUSES.join(', ')}`);
  if (!status) return;
  if (subaccount.status === 'closed') throw rejected(20005, 'Account not active');
  if (status === 'closed') account.closeSubaccount(subaccount);
  else subaccount.status = status;
  account.changed();
}
