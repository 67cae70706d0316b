import { AsyncLocalStorage } from 'node:async_hooks';
import { Agent as PlainAgent, request as plainRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { Agent as SecureAgent, request as secureRequest } from 'node:https';
import { text } from 'node:stream/consumers';
import twilio from 'twilio';
import type RequestClient from 'twilio/lib/base/RequestClient.js';
import HttpResponse from 'twilio/lib/http/response.js';

const TIMEOUT_MS = 5000;
/** As many as a worker has pages under way, so that none waits for another's connection. */
const KEPT = { keepAlive: true, timeout: TIMEOUT_MS, maxFreeSockets: 32 };

const VENDOR = '.twilio.com';
const CORE_API = 'api.twilio.com';

const leaving = new AsyncLocalStorage<() => boolean>();

/** `mayLeave` said no at the last moment: the provider has nothing of this request. */
export class HeldUp extends Error {}

/** Requests that `work` makes leave only if `mayLeave` still says so when their connection stands. */
export const leavingIf = <T>(mayLeave: () => boolean, work: () => Promise<T>): Promise<T> =>
  leaving.run(mayLeave, work);

/**
 * The SDK's requests, sent to the configured origin with the path the vendor's API has, over kept connections and within
 * five seconds. The SDK's own client looks for a connection after the request was made, for as long as that takes; here
 * the first byte is held back until there is one, and whoever sends a page is asked once more.
 */
export class TwilioHttp extends twilio.RequestClient {
  private readonly agent: PlainAgent;

  constructor(private readonly origin: URL) {
    super({ timeout: TIMEOUT_MS });
    this.agent = this.isSecure ? new SecureAgent(KEPT) : new PlainAgent(KEPT);
  }

  override async request<TData>(options: RequestClient.RequestOptions<TData>): Promise<HttpResponse.default<TData>> {
    const { username = '', password = '', method } = options;
    const body = options.data ? formOf(options.data) : '';
    const request = (this.isSecure ? secureRequest : plainRequest)(this.urlOf(options), {
      method,
      agent: this.agent,
      signal: AbortSignal.timeout(TIMEOUT_MS),
      auth: `${username}:${password}`,
      headers: { ...(options.headers as Record<string, string>), 'content-length': Buffer.byteLength(body) },
    });
    const answer = await this.answered(request, body);
    return new HttpResponse.default(answer.statusCode ?? 0, parsed(await text(answer)) as TData, answer.headers);
  }

  private get isSecure(): boolean {
    return this.origin.protocol === 'https:';
  }

  private urlOf({ uri, params }: { uri: string; params?: object }): URL {
    const wanted = new URL(uri);
    if (params) wanted.search = formOf(params);
    return new URL(addressOf(wanted, this.origin));
  }

  private answered(request: ClientRequest, body: string): Promise<IncomingMessage> {
    const mayLeave = leaving.getStore() ?? (() => true);
    const leave = () => (mayLeave() ? request.end(body) : request.destroy(new HeldUp('held up before leaving')));
    return new Promise((resolve, reject) => {
      request.once('error', reject).once('response', resolve);
      request.once('socket', (socket) =>
        socket.connecting ? socket.once(this.isSecure ? 'secureConnect' : 'connect', leave) : leave(),
      );
    });
  }
}

/** The vendor's other products (Lookup) have hosts of their own; a stand-in answers them all at one origin. */
export function addressOf(wanted: URL, origin: URL): string {
  if (origin.hostname.endsWith(VENDOR) && wanted.hostname !== CORE_API) return wanted.href;
  return `${origin.origin}${wanted.pathname}${wanted.search}`;
}

/** The SDK has made every value a text or a list of texts. */
const formOf = (values: object): string =>
  new URLSearchParams(
    Object.entries(values).flatMap(([name, value]: [string, unknown]) =>
      [value].flat().flatMap((one) => (one === undefined ? [] : [[name, String(one)] as [string, string]])),
    ),
  ).toString();

/** A gateway's error page is no JSON; the status then says enough. */
function parsed(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return body;
  }
}
