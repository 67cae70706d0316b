import { LocalProcess } from '@platform/local/child-process';
import { freePort } from '@platform/local/free-port';
import { createHmac, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { throwAway, throwAwayStack } from '../../local/throw-away-stack.js';

const REQUESTS = 400;
const AT_ONCE = 4;
const WARM_UP = 60;
const METRO_LINE = '+13125550100';
const SLOWEST_ALLOWED_MS = 3000;

/** Metro Plumbing is closed, so the voice agent answers; signatures are fresh within five minutes of it. */
const EVENING = new Date('2026-02-13T03:00:00Z');

type Send = () => Promise<Response>;

const say = (line: string): void => console.log(line);
const stack = await throwAwayStack({ name: 'bench', clockStart: EVENING, workers: 1, say });

/** Sends `REQUESTS`, a few at a time, and returns each one's milliseconds, sorted. Any answer but 2xx ends the bench. */
async function measure(send: Send): Promise<number[]> {
  const taken: number[] = [];
  for (let done = -WARM_UP; done < REQUESTS; done += AT_ONCE) {
    const batch = await Promise.all(Array.from({ length: AT_ONCE }, () => timed(send)));
    if (done >= 0) taken.push(...batch);
  }
  return taken.sort((a, b) => a - b);
}

async function timed(send: Send): Promise<number> {
  const started = performance.now();
  const response = await send();
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`HTTP ${response.status} from ${response.url}`);
  return performance.now() - started;
}

const at = (sorted: number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;

function incomingCall(env: Record<string, string>): Send {
  return () => {
    const form: Record<string, string> = {
      AccountSid: env.TWILIO_ACCOUNT_SID ?? '',
      ApiVersion: '2010-04-01',
      CallSid: `CA${randomBytes(16).toString('hex')}`,
      CallStatus: 'ringing',
      Direction: 'inbound',
      From: `+1312555${String(Math.floor(Math.random() * 10_000)).padStart(4, '0')}`,
      To: METRO_LINE,
    };
    const signed = Object.keys(form)
      .sort()
      .reduce((text, key) => text + key + (form[key] ?? ''), `${env.PUBLIC_URL ?? ''}/api/twilio/incoming-call`);
    const signature = createHmac('sha1', env.TWILIO_AUTH_TOKEN ?? '')
      .update(signed)
      .digest('base64');
    return fetch(`${stack.apiUrl}/api/twilio/incoming-call`, {
      method: 'POST',
      body: new URLSearchParams(form),
      headers: { 'x-twilio-signature': signature },
    });
  };
}

/** A fresh tool call of a running conversation each time: the agent reports who is calling. */
function toolCall(env: Record<string, string>, providerCallId: string): Send {
  return () => {
    const call = {
      id: `call_${randomBytes(8).toString('hex')}`,
      type: 'function',
      function: {
        name: 'classify_call',
        arguments: JSON.stringify({ classification: 'routine', urgency_reasoning: 'tune-up', service_type: 'hvac' }),
      },
    };
    const body = JSON.stringify({
      message: { type: 'tool-calls', call: { id: providerCallId }, toolCallList: [call] },
    });
    const timestamp = String(Math.floor(EVENING.getTime() / 1000));
    const signature = createHmac('sha256', env.VAPI_WEBHOOK_SECRET ?? '')
      .update(`${timestamp}.${body}`)
      .digest('hex');
    return fetch(`${stack.apiUrl}/api/vapi/webhook`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', 'x-timestamp': timestamp, 'x-signature': signature },
    });
  };
}

/** A caller on the simulator's handset; resolves with the id of the conversation that answered. */
async function openConversation(): Promise<string> {
  await fetch(`${stack.simulatorUrl}/sim/calls`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ from: '+13125550141', to: METRO_LINE }),
  });
  for (let tries = 0; tries < 100; tries++) {
    const log = (await (await fetch(`${stack.simulatorUrl}/sim/log?scope=vapi.call`)).json()) as {
      data: { response?: { id?: string }; responseBody?: string };
    }[];
    const id = /"id":"([0-9a-f-]{36})"/.exec(JSON.stringify(log).replaceAll('\\', ''))?.[1];
    if (id) return id;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('No conversation started');
}

function print(name: string, taken: number[], floor: number[]): void {
  const [p50, p99] = [at(taken, 0.5), at(taken, 0.99)];
  console.log(
    `${name.padEnd(34)} p50 ${p50.toFixed(1).padStart(6)} ms   p99 ${p99.toFixed(1).padStart(6)} ms   ${(p50 / at(floor, 0.5)).toFixed(1).padStart(5)} x floor at p50, ${(p99 / at(floor, 0.99)).toFixed(1)} x at p99`,
  );
}

async function main(): Promise<void> {
  await stack.start();
  const env = stack.environment();
  const floorPort = await freePort();
  const floorProcess = await LocalProcess.start({
    name: 'floor',
    entry: 'dist/apps/api/proofs/bench/floor.js',
    env: { ...env, PORT: String(floorPort) },
    logFile: join(stack.options.directory, 'logs', 'floor.log'),
  }).ready();
  await new Promise((resolve) => setTimeout(resolve, 2500));
  const floor = await measure(() => fetch(`http://127.0.0.1:${floorPort}/floor`, { method: 'POST' }));
  const tools = await measure(toolCall(env, await openConversation()));
  const incoming = await measure(incomingCall(env));
  await floorProcess.stop();
  console.log(
    `\n${REQUESTS} requests each, ${AT_ONCE} at a time, after ${WARM_UP} to warm up; client, simulator and PostgreSQL on the same machine.\n`,
  );
  print('Floor: Nest-Fastify + pg, 1 row', floor, floor);
  print('Vapi webhook: tool call', tools, floor);
  print('Twilio webhook: incoming call', incoming, floor);
  if (at(incoming, 0.99) > SLOWEST_ALLOWED_MS) throw new Error('A caller would have waited more than 3 s');
}

await main().finally(() => throwAway(stack));
process.exit(0);
