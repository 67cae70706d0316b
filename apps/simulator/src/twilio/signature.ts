import { createHmac } from 'node:crypto';

/**
 * Twilio's request signature: base64(HMAC-SHA1(auth token, URL + every form key and value, sorted by key)).
 * `url` is exactly what is requested, without the `#rc=…` overrides; a GET has its parameters in the URL and none in `form`.
 */
export function signRequest(authToken: string, url: string, form: Readonly<Record<string, string>>): string {
  const text = Object.keys(form)
    .sort()
    .reduce((signed, key) => `${signed}${key}${form[key] ?? ''}`, url);
  return createHmac('sha1', authToken).update(text, 'utf8').digest('base64');
}
