import type { FastifyInstance } from 'fastify';
import type { World } from '../world.js';
import type { VapiAccount } from './account.js';
import { listAt, objectAt, textAt, type JsonObject } from './json.js';
import { takeOverNumber } from './number-import.js';
import { refusal } from './refusal.js';
import { registerResource, shown } from './resource-routes.js';

const LONGEST_NAME = 40;
const FUNCTION_NAME = /^[a-zA-Z0-9_-]{1,64}$/;
const NUMBER_SECRETS = ['twilioAuthToken', 'twilioApiSecret'];

/** Assistants, phone numbers and credentials. */
export function registerResources(app: FastifyInstance, world: World, account: VapiAccount): void {
  registerResource(app, {
    path: '/vapi/assistant',
    shelf: account.assistants,
    scope: 'vapi.assistant',
    hidden: [],
    complaint: complaintAboutAssistant,
    settled: () => Promise.resolve(),
  });
  registerResource(app, {
    path: '/vapi/credential',
    shelf: account.credentials,
    scope: 'vapi.credential',
    hidden: ['authToken', 'apiSecret'],
    complaint: complaintAboutCredential,
    settled: () => Promise.resolve(),
  });
  registerPhoneNumbers(app, world, account);
}

function complaintAboutAssistant(fields: JsonObject): string | undefined {
  const name = textAt(fields, 'name') ?? '';
  if (name.length > LONGEST_NAME) return `name must be shorter than or equal to ${LONGEST_NAME} characters`;
  const tools = listAt(fields, 'model', 'tools').map((tool) => objectAt(tool, 'function'));
  const misnamed = tools.find((declared) => 'name' in declared && !FUNCTION_NAME.test(String(declared.name)));
  return misnamed ? `model.tools: function.name must match ${String(FUNCTION_NAME)}` : undefined;
}

function complaintAboutCredential(fields: JsonObject): string | undefined {
  if (fields.provider !== 'twilio') return 'provider must be twilio';
  if (!/^AC[0-9a-f]{32}$/.test(textAt(fields, 'accountSid') ?? '')) return 'accountSid must start with AC';
  const name = textAt(fields, 'name') ?? '';
  return name.length > LONGEST_NAME ? `name must be shorter than or equal to ${LONGEST_NAME} characters` : undefined;
}

function registerPhoneNumbers(app: FastifyInstance, world: World, account: VapiAccount): void {
  registerResource(app, {
    path: '/vapi/phone-number',
    shelf: account.phoneNumbers,
    scope: 'vapi.phone-number',
    hidden: NUMBER_SECRETS,
    complaint: (fields) =>
      fields.provider === 'twilio' && textAt(fields, 'number') && textAt(fields, 'twilioAccountSid')
        ? undefined
        : 'provider must be twilio; number and twilioAccountSid are required',
    settled: (number) => takeOverNumber(app, world, { ...number, ...tokenFor(account, number) }),
  });
  const config = { scope: 'vapi.phone-number', errorBody: refusal };
  app.get<{ Querystring: { search?: string; sortOrder?: string; limit?: string } }>(
    '/vapi/v2/phone-number',
    { config },
    ({ query }) => {
      const found = account.phoneNumbers.list().filter(({ number }) => String(number).includes(query.search ?? ''));
      const ordered = query.sortOrder === 'ASC' ? found.reverse() : found;
      const results = ordered.slice(0, Number(query.limit ?? 100)).map((one) => shown({ hidden: NUMBER_SECRETS }, one));
      return { results, metadata: { itemsPerPage: results.length, totalItems: found.length, currentPage: 1 } };
    },
  );
}

/** An import without a token uses the credential of that Twilio account. */
function tokenFor(account: VapiAccount, number: JsonObject): JsonObject {
  if (textAt(number, 'twilioAuthToken')) return {};
  const sid = textAt(number, 'twilioAccountSid');
  const credential = account.credentials.list().find((one) => one.accountSid === sid);
  return credential ? { twilioAuthToken: credential.authToken } : {};
}
