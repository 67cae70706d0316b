import type { FastifyInstance, FastifyRequest } from 'fastify';
import { numberField, textField } from '../../http-bodies.js';
import type { World } from '../../world.js';
import type { Account } from '../account.js';
import type { Messages, TextToSend } from '../messages.js';
import { isE164 } from '../numbers.js';
import type { MessageRecord } from '../records.js';
import { accountOf, apiRoute } from './api.js';
import { messageOf, notFound, rejected } from './errors.js';
import { hookField } from './fields.js';
import { isEqual, isWithin, listPage } from './list-page.js';
import { messageView } from './views.js';

type Sid = { Params: { sid: string } };

const LONGEST_BODY = 1600;
const LONGEST_VALIDITY_SECONDS = 36_000;

export function messageRoutes(api: FastifyInstance, world: World, account: Account, messages: Messages): void {
  const route = apiRoute('messages');
  const view = (message: MessageRecord) => messageView(message, message.accountSid);
  const find = (request: FastifyRequest<Sid>) => {
    const { sid } = request.params;
    const message = account.messages.get(sid);
    if (message?.accountSid !== accountOf(request)) throw notFound(`/Messages/${sid}.json`);
    return message;
  };
  api.get('/Messages.json', route, (request) => listPage(request, 'messages', listed(world, account, request), view));
  api.post('/Messages.json', route, (request, reply) =>
    reply.code(201).send(view(messages.send(readText(account, request)))),
  );
  api.get<Sid>('/Messages/:sid.json', route, (request) => view(find(request)));
  api.delete<Sid>('/Messages/:sid.json', route, (request, reply) => {
    account.messages.delete(find(request).sid);
    account.changed();
    return reply.code(204).send();
  });
}

/** Newest first. A text that has only just been accepted already counts as of its creation. */
function listed(world: World, account: Account, request: FastifyRequest): MessageRecord[] {
  const { query } = request;
  const lag = world.faults.strike('twilio.messages', ['list-lag'])?.ms ?? 0;
  const visibleBefore = world.clock.now() - lag;
  const matches = (message: MessageRecord) =>
    message.createdAt <= visibleBefore &&
    message.accountSid === accountOf(request) &&
    isEqual(query, 'To', message.to) &&
    isEqual(query, 'From', message.from) &&
    isWithin(query, 'DateSent', message.sentAt ?? message.createdAt);
  return [...account.messages.values()].filter(matches).reverse();
}

function readText(account: Account, request: FastifyRequest): TextToSend {
  const { body } = request;
  const accountSid = accountOf(request);
  const to = textField(body, 'To') ?? '';
  const from = textField(body, 'From') ?? '';
  const text = textField(body, 'Body') ?? '';
  refuse(from, to, text);
  if (account.numberOf(from)?.accountSid !== accountSid)
    throw rejected(21606, `The 'From' phone number ${from} is not a valid, SMS-capable number of this account.`);
  return {
    accountSid,
    from,
    to,
    body: text,
    statusCallback: hookField(body, 'StatusCallback', 'StatusCallbackMethod', 21609)?.url ?? null,
    direction: 'outbound-api',
    ...readValidity(body),
  };
}

function readValidity(body: unknown): { validForSeconds?: number } {
  const seconds = numberField(body, 'ValidityPeriod');
  if (seconds === undefined) return {};
  if (seconds < 1 || seconds > LONGEST_VALIDITY_SECONDS)
    throw rejected(21618, `ValidityPeriod ${seconds} is out of range`);
  return { validForSeconds: seconds };
}

function refuse(from: string, to: string, text: string): void {
  if (to === '') throw rejected(21604, "A 'To' phone number is required.");
  if (from === '') throw rejected(21603, "A 'From' phone number is required.");
  if (text === '') throw rejected(21602, 'Message body is required.');
  if (text.length > LONGEST_BODY)
    throw rejected(21617, 'The concatenated message body exceeds the 1600 character limit.');
  if (!isE164(to)) throw rejected(21211, `Invalid 'To' Phone Number: ${to}`);
  if (!to.startsWith('+1')) throw rejected(21408, messageOf(21408));
}
