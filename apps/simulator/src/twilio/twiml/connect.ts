import type { CallStream, StreamEnd, StreamListener, StreamParty } from '../../world-streams.js';
import { deferred, orAbort, type Deferred } from '../deferred.js';
import { Interruption, speakingMs } from '../leg.js';
import type { Verb } from './document.js';
import { NEXT_VERB, type Next, type Run } from './run.js';
import { goTo, hookOf } from './urls.js';

type StreamEvent = 'stream-started' | 'stream-stopped' | 'stream-error';

/** Hands the leg to whoever listens at the stream's address. When the stream closes, TwiML goes on behind it. */
export async function connect(verb: Verb, run: Run): Promise<Next> {
  run.leg.answer();
  const noun = verb.children.find(({ name }) => name === 'Stream');
  if (!noun) {
    run.leg.complain('twiml', '<Connect> without <Stream> is valid TwiML that the simulator does not play');
    return NEXT_VERB;
  }
  await stream(noun, run);
  const url = verb.attributes.action;
  return url ? goTo(run, 'connect-action', { url, method: verb.attributes.method }, {}) : NEXT_VERB;
}

async function stream(noun: Verb, run: Run): Promise<void> {
  const url = noun.attributes.url ?? '';
  const party = run.exchange.world.streams.partyFor(url);
  const streamSid = run.exchange.account.newSid('MZ');
  if (!party) {
    run.leg.complain('twiml', `31920 nobody answers the stream at ${url}`, { url });
    return tell(noun, run, streamSid, 'stream-error');
  }
  tell(noun, run, streamSid, 'stream-started');
  await converse(new OpenStream(noun, run, streamSid), party, run);
  tell(noun, run, streamSid, 'stream-stopped');
}

async function converse(line: OpenStream, party: StreamParty, run: Run): Promise<void> {
  const listener: StreamListener = party.connect(line);
  const stopListening = run.leg.listen({
    spoken: (text) => listener.heard(text),
    pressed: (digits) => listener.pressed(digits),
  });
  let end: StreamEnd = 'closed-by-party';
  try {
    await orAbort(line.closed, run.signal);
  } catch (error) {
    end = error instanceof Interruption ? error.why : 'call-ended';
    throw error;
  } finally {
    stopListening();
    line.close();
    listener.closed(end);
  }
}

function tell(noun: Verb, run: Run, streamSid: string, event: StreamEvent): void {
  run.exchange.world.log.event('twilio.stream', `${event} ${noun.attributes.url ?? ''}`, {
    callSid: run.leg.callSid,
    streamSid,
  });
  const hook = hookOf(run, noun, 'statusCallback');
  if (!hook) return;
  const timestamp = run.exchange.world.clock.date().toISOString();
  run.exchange.webhooks.notify('stream-status', hook, {
    AccountSid: run.leg.record.accountSid,
    CallSid: run.leg.callSid,
    StreamSid: streamSid,
    StreamName: noun.attributes.name ?? streamSid,
    StreamEvent: event,
    Timestamp: timestamp,
    ...(event === 'stream-error' && { StreamError: '31920' }),
  });
}

class OpenStream implements CallStream {
  readonly url: string;
  readonly parameters: Readonly<Record<string, string>>;
  private readonly end: Deferred<void> = deferred();
  private readonly shut = new AbortController();

  constructor(
    noun: Verb,
    private readonly run: Run,
    readonly streamSid: string,
  ) {
    this.url = noun.attributes.url ?? '';
    const named = noun.children.filter(({ name }) => name === 'Parameter');
    this.parameters = Object.fromEntries(
      named.map(({ attributes }) => [attributes.name ?? '', attributes.value ?? '']),
    );
  }

  get callSid(): string {
    return this.run.leg.callSid;
  }

  get from(): string {
    return this.run.leg.record.from;
  }

  get to(): string {
    return this.run.leg.record.to;
  }

  get closed(): Promise<void> {
    return this.end.promise;
  }

  async say(text: string): Promise<void> {
    if (this.shut.signal.aborted) return;
    this.run.leg.hear(text);
    await this.run.exchange.world.clock.wait(speakingMs(text), this.shut.signal).catch(() => undefined);
  }

  close(): void {
    this.shut.abort(new Error('stream closed'));
    this.end.resolve();
  }
}
