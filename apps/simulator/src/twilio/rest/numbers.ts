import type { FastifyInstance, FastifyRequest } from 'fastify';
import { textField } from '../../http-bodies.js';
import type { World } from '../../world.js';
import type { Account } from '../account.js';
import { isE164 } from '../numbers.js';
import type { NumberRecord } from '../records.js';
import { accountOf, apiRoute } from './api.js';
import { notFound, rejected } from './errors.js';
import { hookField } from './fields.js';
import { isEqual, listPage } from './list-page.js';
import { friendly, numberView } from './views.js';

type Sid = { Params: { sid: string } };

/** Numbers the account owns. */
export function numberRoutes(api: FastifyInstance, world: World, account: Account): void {
  const route = apiRoute('numbers');
  const view = (number: NumberRecord) => numberView(number, number.accountSid);
  const find = (request: FastifyRequest<Sid>) => {
    const number = account.numbers.get(request.params.sid);
    if (number?.accountSid !== accountOf(request)) throw notFound(`/IncomingPhoneNumbers/${request.params.sid}.json`);
    return number;
  };
  api.get('/IncomingPhoneNumbers.json', route, (request) =>
    listPage(request, 'incoming_phone_numbers', listed(account, request), view),
  );
  for (const path of ['/IncomingPhoneNumbers.json', '/IncomingPhoneNumbers/Local.json']) {
    api.post(path, route, (request, reply) => reply.code(201).send(view(buy(world, account, request))));
  }
  api.get<Sid>('/IncomingPhoneNumbers/:sid.json', route, (request) => view(find(request)));
  api.post<Sid>('/IncomingPhoneNumbers/:sid.json', route, (request) => {
    const number = configure(find(request), request.body, world.clock.now());
    account.changed();
    return view(number);
  });
  api.delete<Sid>('/IncomingPhoneNumbers/:sid.json', route, (request, reply) => {
    account.numbers.delete(find(request).sid);
    account.changed();
    return reply.code(204).send();
  });
}

/** Newest first. */
function listed(account: Account, request: FastifyRequest): NumberRecord[] {
  const { query } = request;
  const matches = ({ phoneNumber, friendlyName, accountSid }: NumberRecord) =>
    accountSid === accountOf(request) &&
    isEqual(query, 'PhoneNumber', phoneNumber) &&
    isEqual(query, 'FriendlyName', friendlyName);
  return [...account.numbers.values()].filter(matches).reverse();
}

function buy(world: World, account: Account, request: FastifyRequest): NumberRecord {
  const { body } = request;
  const fault = world.faults.strike('twilio.numbers', ['error-code'], JSON.stringify(body));
  if (fault) throw rejected(fault.code ?? 21422, 'PhoneNumber is not available');
  const phoneNumber = textField(body, 'PhoneNumber') ?? inArea(textField(body, 'AreaCode'), account);
  if (!phoneNumber) throw rejected(21418, 'PhoneNumber or AreaCode is required');
  if (!isE164(phoneNumber)) throw rejected(21421, `PhoneNumber is invalid: ${phoneNumber}`);
  if (account.numberOf(phoneNumber)) throw rejected(21422, `PhoneNumber ${phoneNumber} is not available`);
  const number = configure(blankNumber(account, phoneNumber, accountOf(request)), body, world.clock.now());
  number.createdAt = number.updatedAt;
  account.numbers.set(number.sid, number);
  account.changed();
  return number;
}

function inArea(areaCode: string | undefined, account: Account): string | undefined {
  return areaCode && firstFree(areaCode, account);
}

function blankNumber(account: Account, phoneNumber: string, accountSid: string): NumberRecord {
  const none = { voice: null, voiceFallback: null, statusCallback: null, sms: null, smsFallback: null };
  return {
    sid: account.newSid('PN'),
    accountSid,
    phoneNumber,
    friendlyName: friendly(phoneNumber),
    ...none,
    createdAt: 0,
    updatedAt: 0,
  };
}

/** Absent fields stay as they are; an empty URL switches that webhook off. */
function configure(number: NumberRecord, body: unknown, now: number): NumberRecord {
  const hooks = {
    voice: hookField(body, 'VoiceUrl', 'VoiceMethod'),
    voiceFallback: hookField(body, 'VoiceFallbackUrl', 'VoiceFallbackMethod'),
    statusCallback: hookField(body, 'StatusCallback', 'StatusCallbackMethod'),
    sms: hookField(body, 'SmsUrl', 'SmsMethod'),
    smsFallback: hookField(body, 'SmsFallbackUrl', 'SmsFallbackMethod'),
  };
  const given = Object.fromEntries(Object.entries(hooks).filter(([, hook]) => hook !== undefined));
  const friendlyName = textField(body, 'FriendlyName') ?? number.friendlyName;
  return Object.assign(number, given, { friendlyName, updatedAt: now });
}

const OFFERED = 20;
const PLACES: Readonly<Record<string, [locality: string, region: string, postalCode: string]>> = {
  '212': ['New York', 'NY', '10001'],
  '303': ['Denver', 'CO', '80202'],
  '312': ['Chicago', 'IL', '60601'],
  '415': ['San Francisco', 'CA', '94103'],
  '512': ['Austin', 'TX', '78701'],
  '602': ['Phoenix', 'AZ', '85001'],
  '617': ['Boston', 'MA', '02108'],
};

/** US local numbers for sale: an endless stock of 555-01xx-like numbers in the wanted area code. */
export function availableNumberRoutes(api: FastifyInstance, account: Account): void {
  api.get('/AvailablePhoneNumbers/US/Local.json', apiRoute('numbers.available'), (request) => {
    const areaCode = textField(request.query, 'AreaCode') ?? '555';
    if (!/^[2-9]\d{2}$/.test(areaCode)) throw rejected(21450, `AreaCode ${areaCode} is invalid`);
    const contains = textField(request.query, 'Contains')?.replace(/[^\d]/g, '') ?? '';
    const free = freeNumbers(areaCode, account).filter((number) => number.includes(contains));
    return { available_phone_numbers: free.slice(0, OFFERED).map(availableView), uri: request.url };
  });
}

function freeNumbers(areaCode: string, account: Account): string[] {
  const stock = Array.from(
    { length: 1000 },
    (_unused, index) => `+1${areaCode}555${String(index + 1000).padStart(4, '0')}`,
  );
  return stock.filter((number) => !account.numberOf(number));
}

function firstFree(areaCode: string, account: Account): string | undefined {
  return freeNumbers(areaCode, account)[0];
}

function availableView(phoneNumber: string) {
  const [locality, region, postalCode] = PLACES[phoneNumber.slice(2, 5)] ?? ['Springfield', 'IL', '62701'];
  return {
    phone_number: phoneNumber,
    friendly_name: friendly(phoneNumber),
    lata: '722',
    locality,
    rate_center: locality.toUpperCase().slice(0, 10),
    latitude: null,
    longitude: null,
    region,
    postal_code: postalCode,
    iso_country: 'US',
    address_requirements: 'none',
    beta: false,
    capabilities: { fax: false, mms: true, sms: true, voice: true },
  };
}
