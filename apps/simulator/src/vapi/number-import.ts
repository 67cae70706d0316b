import type { FastifyInstance } from 'fastify';
import type { World } from '../world.js';
import { listAt, textAt, type JsonObject } from './json.js';

/**
 * The documented trap of importing a Twilio number: Vapi writes its own address into the number's voice URL and, unless
 * `smsEnabled` is false, into its SMS URL. Done through Twilio's API with the credentials given, as the vendor does.
 */
export async function takeOverNumber(app: FastifyInstance, world: World, number: JsonObject): Promise<void> {
  const numbers = `/2010-04-01/Accounts/${textAt(number, 'twilioAccountSid') ?? ''}/IncomingPhoneNumbers`;
  const authorization = `Basic ${btoa(`${textAt(number, 'twilioAccountSid') ?? ''}:${textAt(number, 'twilioAuthToken') ?? ''}`)}`;
  const query = { PhoneNumber: textAt(number, 'number') ?? '' };
  const found = await app.inject({ method: 'GET', url: `${numbers}.json`, query, headers: { authorization } });
  const sid = found.statusCode === 200 ? textAt(listAt(found.json(), 'incoming_phone_numbers')[0], 'sid') : undefined;
  if (!sid)
    return world.log.error('vapi.phone-number', 'Twilio does not know the imported number', {
      number: query.PhoneNumber,
    });
  await app.inject({
    method: 'POST',
    url: `${numbers}/${sid}.json`,
    headers: { authorization, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(vapiUrls(number)).toString(),
  });
  world.log.event('vapi.phone-number', `Vapi took over the URLs of ${query.PhoneNumber}`, vapiUrls(number));
}

function vapiUrls(number: JsonObject): Record<string, string> {
  const voice = { VoiceUrl: 'https://api.vapi.ai/twilio/inbound_call', VoiceMethod: 'POST' };
  return number.smsEnabled === false
    ? voice
    : { ...voice, SmsUrl: 'https://api.vapi.ai/twilio/sms', SmsMethod: 'POST' };
}
