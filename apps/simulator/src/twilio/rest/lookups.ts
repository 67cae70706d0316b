import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Line, Telephones } from '../../phones/telephones.js';
import type { Account } from '../account.js';
import { isE164 } from '../numbers.js';
import { answerError, apiRoute, signedInAs } from './api.js';
import { notFound, unauthorised } from './errors.js';

type Lookup = { Params: { number: string }; Querystring: { Fields?: string } };

/** Lookup v2. On the vendor's side it has a host of its own; here it shares the one origin. */
export function lookupRoutes(app: FastifyInstance, account: Account, phones: Telephones): void {
  void app.register((api, _options, done) => {
    api.addHook('onRequest', (request, _reply, next) =>
      next(signedInAs(request, account) === account.sid ? undefined : unauthorised()),
    );
    api.setErrorHandler(answerError);
    api.get<Lookup>('/v2/PhoneNumbers/:number', apiRoute('lookups'), (request) => lookedUp(request, phones));
    done();
  });
}

function lookedUp({ params: { number }, query }: FastifyRequest<Lookup>, phones: Telephones) {
  if (!isE164(number)) throw notFound(`/PhoneNumbers/${number}`);
  const asks = (query.Fields ?? '').split(',').map((field) => field.trim());
  const wantsLine = asks.includes('line_type_intelligence');
  return {
    calling_country_code: '1',
    country_code: 'US',
    phone_number: number,
    national_format: nationally(number),
    valid: true,
    validation_errors: [],
    caller_name: null,
    sim_swap: null,
    call_forwarding: null,
    line_type_intelligence: wantsLine ? intelligence(phones.lineOf(number)) : null,
    line_status: null,
    identity_match: null,
    reassigned_number: null,
    sms_pumping_risk: null,
    phone_number_quality_score: null,
    pre_fill: null,
    url: `https://lookups.twilio.com/v2/PhoneNumbers/${number}`,
  };
}

const intelligence = (line: Line) => ({
  error_code: null,
  mobile_country_code: line === 'mobile' ? '310' : null,
  mobile_network_code: line === 'mobile' ? '260' : null,
  carrier_name: 'Carrier of the simulator',
  type: line,
});

const nationally = (number: string): string => number.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '($1) $2-$3');
