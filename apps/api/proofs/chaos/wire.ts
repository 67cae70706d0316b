import { request, type Agent, type ClientRequest, type ServerResponse } from 'node:http';
import type { Taken } from './log.js';
import type { Fate } from './weather.js';

const ACCOUNT = 'AC00000000000000000000000000000001';

/** Answers as the carrier's REST API does. */
export function carrierAnswer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

const CALLBACK_TIMEOUT_MS = 15_000;

/** Posts a form and says whether it was taken. Not by `fetch`, which costs several times as much of the measured machine. */
export function isAccepted(url: string, post: Callback): Promise<boolean> {
  const { agent, body } = post;
  const headers = {
    ...post.headers,
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': Buffer.byteLength(body),
  };
  return new Promise((resolve) => {
    request(url, { method: 'POST', agent, headers, timeout: CALLBACK_TIMEOUT_MS })
      .once('response', (answer) => resolve(answer.resume().statusCode === 204 || answer.statusCode === 200))
      .once('timeout', function (this: ClientRequest) {
        this.destroy();
      })
      .once('error', () => resolve(false))
      .end(body);
  });
}

/** A status callback on its way to whoever asked for it. */
interface Callback {
  agent: Agent;
  headers: Record<string, string>;
  body: string;
}

/** A message resource, with the fields the product reads (vendor-specs, Twilio API 2010). */
const messageRow = (text: Taken): object => ({
  sid: text.sid,
  from: text.from,
  to: text.to,
  body: text.body,
  status: 'delivered',
  date_created: new Date(text.at).toUTCString(),
  direction: 'outbound-api',
  num_segments: '1',
});

/** A call resource; nobody ever answers here. */
const callRow = (call: Taken): object => ({
  sid: call.sid,
  from: call.from,
  to: call.to,
  status: 'no-answer',
  direction: 'outbound-api',
  date_created: new Date(call.at).toUTCString(),
});

/** What the carrier says of something it took. */
export const rowOf = (taken: Taken): object => (taken.kind === 'text' ? messageRow(taken) : callRow(taken));

interface Refusal {
  code: number;
  message: string;
  status: number;
}

/** A server error, which says nothing about what became of the request. */
export const UNAVAILABLE: Refusal = { code: 20503, message: 'Unavailable', status: 503 };

/** How the carrier says that it took nothing; undefined when it did. */
export function refusalOf(fate: Fate): Refusal | undefined {
  if (fate === 'tooMany') return { code: 20429, message: 'Too Many Requests', status: 429 };
  return fate === 'errorBefore' ? { code: 20500, message: 'Internal', status: 500 } : undefined;
}

/** What the phone network says of it later: a text arrives, a call is not answered. */
export const receiptOf = (taken: Taken): Record<string, string> => ({
  AccountSid: ACCOUNT,
  From: taken.from,
  To: taken.to,
  ApiVersion: '2010-04-01',
  ...(taken.kind === 'text'
    ? { MessageSid: taken.sid, SmsSid: taken.sid, MessageStatus: 'delivered', SmsStatus: 'delivered' }
    : { CallSid: taken.sid, CallStatus: 'no-answer', Direction: 'outbound-api' }),
});

/** A text from somebody's phone to one of our lines; `nth` tells it from all others. */
export function incomingText(
  { from, to, body }: Pick<Taken, 'from' | 'to' | 'body'>,
  nth: number,
): Record<string, string> {
  const sid = `SM${String(nth).padStart(32, 'a')}`;
  return {
    AccountSid: ACCOUNT,
    ApiVersion: '2010-04-01',
    MessageSid: sid,
    SmsSid: sid,
    From: from,
    To: to,
    Body: body,
  };
}
