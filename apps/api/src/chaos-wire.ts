import type { ServerResponse } from 'node:http';
import type { Taken } from './chaos-log.js';

/** Answers as the carrier's REST API does. */
export function carrierAnswer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/** A message resource, with the fields the product reads (vendor-specs, Twilio API 2010). */
export const messageRow = (text: Taken): object => ({
  ...{ sid: text.sid, from: text.from, to: text.to, body: text.body, status: 'delivered' },
  ...{ date_created: new Date(text.at).toUTCString(), direction: 'outbound-api', num_segments: '1' },
});

/** A call resource; nobody ever answers here. */
export const callRow = (call: Taken): object => ({
  ...{ sid: call.sid, from: call.from, to: call.to, status: 'no-answer', direction: 'outbound-api' },
  ...{ date_created: new Date(call.at).toUTCString() },
});
