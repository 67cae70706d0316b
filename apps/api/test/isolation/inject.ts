import type { LightMyRequestResponse } from 'fastify';
import type { Sent } from './cases.js';
import type { IsolationWorld } from './world.js';

export interface Answer {
  status: number;
  text: string;
  headers: string;
  code: string | undefined;
}

/** What an answer says once what differs between any two requests is taken out. */
export function alike(answer: Answer, sent: Sent): Answer {
  const ids = sent.url.match(/[0-9a-f]{8}-[0-9a-f-]{27}|zzzzzzzzzzzz/g) ?? [];
  const text = ids.reduce((all, id) => all.replaceAll(id, '<id>'), answer.text.replace(/"instance":"[^"]*"/, ''));
  return { ...answer, text };
}

const VOLATILE = /^(date|ratelimit.*|retry-after|content-length|etag|x-request-id)$/;

/** One request past the network. A live stream is listened to for a moment. */
export async function inject(world: IsolationWorld, { method, url, headers, payload }: Sent): Promise<Answer> {
  const server = world.app.http.getHttpAdapter().getInstance();
  const isStream = url.split('?')[0]?.endsWith('/stream') ?? false;
  const response = await server.inject({
    method: method as 'GET',
    url,
    headers,
    payloadAsStream: isStream,
    ...(payload === undefined ? {} : { payload }),
  });
  const isOpen = isStream && response.statusCode === 200;
  const text = isOpen ? await firstFrames(response.stream()) : await wholeText(response, isStream);
  const kept = Object.entries(response.headers).filter(([name]) => !VOLATILE.test(name));
  const code = /"code":"([^"]+)"/.exec(text)?.[1];
  return { status: response.statusCode, text, headers: JSON.stringify(kept), code };
}

async function wholeText(response: LightMyRequestResponse, isStream: boolean): Promise<string> {
  if (!isStream) return response.payload;
  const parts: Buffer[] = [];
  for await (const part of response.stream()) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

/** What a live stream sends at once: whatever is not the listener's would come with the first frames. */
async function firstFrames(stream: NodeJS.ReadableStream & { destroy(): unknown }): Promise<string> {
  let text = '';
  stream.on('data', (part: Buffer) => (text += part.toString()));
  await new Promise((resolve) => setTimeout(resolve, 40));
  stream.destroy();
  return text;
}
