import { deferred, orAbort } from '../deferred.js';
import type { Leg } from '../leg.js';
import { PROGRESS_EVENTS, talkSeconds } from '../records.js';
import type { RingOutcome } from '../exchange.js';
import type { Form } from '../call-parameters.js';
import { bridge } from './bridge.js';
import { dialConference } from './dial-conference.js';
import { callerIdFor, refusalOf } from './dial-rules.js';
import type { Verb } from './document.js';
import { NEXT_VERB, type Next, type Run } from './run.js';
import { goTo, hookOf, secondsOf, wordsOf } from './urls.js';

interface DialResult {
  status: RingOutcome;
  child: Leg | null;
  bridged: boolean;
  recordingUrl: string | null;
}

const DEFAULT_RING_SECONDS = 30;

/** Connects the leg with another phone or a conference, then goes on at `action` (or with the next verb). */
export async function dial(verb: Verb, run: Run): Promise<Next> {
  if (run.mode === 'whisper') {
    run.leg.complain('twiml', '<Dial> is not allowed in the document of <Number url>');
    return NEXT_VERB;
  }
  const room = verb.children.find(({ name }) => name === 'Conference');
  if (room) return afterDial(verb, run, await dialConference(verb, room, run));
  if (verb.attributes.answerOnBridge !== 'true') run.leg.answer();
  return afterDial(verb, run, resultParameters(await dialNumbers(verb, run)));
}

function afterDial(verb: Verb, run: Run, form: Form): Next {
  const url = verb.attributes.action;
  return url ? goTo(run, 'dial-action', { url, method: verb.attributes.method }, form) : NEXT_VERB;
}

function resultParameters({ status, child, bridged, recordingUrl }: DialResult): Form {
  return {
    DialCallStatus: status,
    DialBridged: String(bridged),
    ...(child && { DialCallSid: child.callSid }),
    ...(child && status === 'completed' && { DialCallDuration: String(talkSeconds(child.record)) }),
    ...(recordingUrl && { RecordingUrl: recordingUrl }),
  };
}

/** All numbers ring at once and the first to pick up wins; with sequential="true" they ring one after the other. */
async function dialNumbers(verb: Verb, run: Run): Promise<DialResult> {
  const nouns = verb.children.filter(({ name }) => name === 'Number');
  const numbers = nouns.length > 0 ? nouns : [{ ...verb, attributes: {} }];
  const rounds = verb.attributes.sequential === 'true' ? numbers.map((number) => [number]) : [numbers];
  let result: DialResult = { status: 'failed', child: null, bridged: false, recordingUrl: null };
  for (const round of rounds) {
    result = await dialRound(verb, round, run);
    if (result.bridged) return result;
  }
  return result;
}

async function dialRound(verb: Verb, numbers: Verb[], run: Run): Promise<DialResult> {
  const allowed = numbers.filter((number) => isAllowed(verb, number, run));
  const children = allowed.map((number) => ({ number, leg: createChild(verb, number, run) }));
  try {
    const { status, child } = await ringAll(verb, children, run);
    return child
      ? await connect(verb, child, run)
      : { status, child: children[0]?.leg ?? null, bridged: false, recordingUrl: null };
  } finally {
    for (const { leg } of children) releaseIfOurs(leg);
  }
}

function isAllowed(verb: Verb, number: Verb, run: Run): boolean {
  const refusal = refusalOf(number.text, verb.attributes.callerId, run);
  if (refusal) run.leg.complain('twiml', refusal, { to: number.text });
  return refusal === null;
}

interface Child {
  number: Verb;
  leg: Leg;
}

function createChild(verb: Verb, number: Verb, run: Run): Leg {
  const hook = hookOf(run, number, 'statusCallback');
  const wanted = wordsOf(number.attributes.statusCallbackEvent, 'completed');
  const events = PROGRESS_EVENTS.filter((event) => wanted.includes(event));
  return run.exchange.createLeg({
    accountSid: run.leg.record.accountSid,
    direction: 'outbound-dial',
    from: callerIdFor(verb.attributes.callerId, run.leg),
    to: number.text,
    parentCallSid: run.leg.callSid,
    progress: hook && { hook, events },
    fallback: null,
  });
}

/** The first child that picks up, after the others have stopped ringing; without one, how the last of them ended. */
async function ringAll(verb: Verb, children: Child[], run: Run): Promise<{ status: RingOutcome; child: Child | null }> {
  const seconds = secondsOf(verb.attributes.timeout, DEFAULT_RING_SECONDS) / 1000;
  const winner = deferred<Child>();
  const outcomes = children.map(async (child) => {
    const outcome = await run.exchange.ring(child.leg, seconds);
    if (outcome === 'answered') winner.resolve(child);
    return outcome;
  });
  const nobody = Promise.all(outcomes).then((all) => (all.includes('answered') ? winner.promise : null));
  const child = await orAbort(Promise.race([winner.promise, nobody]), run.signal);
  for (const other of children) if (other !== child) releaseIfOurs(other.leg);
  return { status: child ? 'answered' : ((await outcomes.at(-1)) ?? 'failed'), child };
}

/** Plays the whisper to the called phone, then lets the two talk until either hangs up. */
async function connect(verb: Verb, { number, leg }: Child, run: Run): Promise<DialResult> {
  const heard = await orAbort(whisper(number, leg, run), run.signal);
  // Whether Twilio says completed or no-answer after a whisper that hung up is undocumented; only DialBridged tells.
  if (!heard || leg.isOver) return { status: 'completed', child: leg, bridged: false, recordingUrl: null };
  const recordingUrl = await bridge(verb, leg, run);
  return { status: 'completed', child: leg, bridged: true, recordingUrl };
}

/** True when the document ended without <Hangup>: that, and not a pressed key, is what connects the two. */
async function whisper(number: Verb, leg: Leg, run: Run): Promise<boolean> {
  const hook = hookOf(run, number, 'url', 'method');
  if (!hook) return true;
  const done = deferred<boolean>();
  void leg.ended.then(() => done.resolve(false));
  leg.follow(async (signal) => {
    const ending = await run.follow(leg, { kind: 'request', webhook: 'whisper', hook, form: {} }, 'whisper', signal);
    if (ending === 'hung-up') leg.end('completed');
    done.resolve(ending === 'document-ended');
  });
  return done.promise;
}

/** A child that got its own TwiML by REST is on its own; any other goes down with the Dial. */
function releaseIfOurs(leg: Leg): void {
  if (!leg.isIndependent) leg.end(leg.record.status === 'in-progress' ? 'completed' : 'canceled');
}
