import { isObject, objectAt, textAt } from './json-reading.js';

export interface AgentStream {
  url: string;
  parameters: Record<string, string>;
}

const DOCUMENT = /^\s*(?:<\?xml[^>]*\?>)?\s*<Response>\s*<Connect(?:\s[^>]*)?>([\s\S]*)<\/Connect>\s*<\/Response>\s*$/;
const STREAM = /^\s*<Stream(\s[^>]*?)(?:\/>|>([\s\S]*?)<\/Stream>)\s*$/;
const PARAMETER = /<Parameter(\s[^>]*?)\/?>(?:\s*<\/Parameter>)?/g;
const ATTRIBUTE = /\s([A-Za-z_:][\w:.-]*)\s*=\s*"([^"]*)"/g;

/**
 * The one media stream in the TwiML a bypass call answered with, or null. Taken apart and put together again by us: what a
 * provider sends is never passed on to the caller's line as it is (reference B1, "splice, don't trust").
 */
export function streamIn(twiml: string, isOurHost: (host: string) => boolean): AgentStream | null {
  const connected = DOCUMENT.exec(twiml)?.[1] ?? '';
  const [, opening = '', inner = ''] = STREAM.exec(connected) ?? [];
  const { url = '' } = attributes(opening);
  return isSecureSocket(url, isOurHost) ? { url, parameters: parameters(inner) } : null;
}

function isSecureSocket(url: string, isOurHost: (host: string) => boolean): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host } = new URL(url);
  return protocol === 'wss:' && isOurHost(host);
}

function parameters(inner: string): Record<string, string> {
  const given = [...inner.matchAll(PARAMETER)].map((match) => attributes(match[1] ?? ''));
  return Object.fromEntries(given.flatMap(({ name, value }) => (name ? [[name, value ?? '']] : [])));
}

const attributes = (text: string): Partial<Record<string, string>> =>
  Object.fromEntries([...text.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name, unescaped(value)]));

const unescaped = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** Hosts that may receive a caller's voice or our key: the vendor's, or the one VAPI_API_URL names. */
export const vapiHosts =
  (apiUrl: string) =>
  (host: string): boolean =>
    host === new URL(apiUrl).host || /^([a-z0-9-]+\.)+vapi\.ai$/.test(host);

export type StartedCall =
  | { kind: 'started'; providerCallId: string; controlUrl: string | null; stream: AgentStream }
  | { kind: 'no-capacity' }
  | { kind: 'bad-answer' };

/** Reads the answer to POST /call. A full house comes with status 201 too (reference B1). */
export function readStartedCall(body: unknown, isOurHost: (host: string) => boolean): StartedCall {
  if (objectAt(body, 'subscriptionLimits')['concurrencyBlocked'] === true) return { kind: 'no-capacity' };
  const providerCallId = textAt(body, 'id');
  const twiml = isObject(body) ? textAt(objectAt(body, 'phoneCallProviderDetails'), 'twiml') : null;
  const stream = twiml && streamIn(twiml, isOurHost);
  if (!providerCallId || !stream) return { kind: 'bad-answer' };
  return { kind: 'started', providerCallId, controlUrl: textAt(objectAt(body, 'monitor'), 'controlUrl'), stream };
}
