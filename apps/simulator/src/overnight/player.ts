import type { World } from '../world.js';
import { Caller } from './caller.js';
import type { NightClock } from './night-clock.js';
import { PHONES_THAT_NIGHT, type Night, type NightStep } from './night-script.js';
import { PhoneCall } from './phone-call.js';
import type { SimPhones } from './sim-phones.js';

/** After a call the agent's report and the recording are still on their way; after a text, what it sets off. */
const AFTERMATH_MS = 20_000;
/** Real time for the digest to be made, and the virtual time it may take at most: the spam call comes at 6:10. */
const DIGEST_WITHIN_REAL_MS = 15_000;
const DIGEST_WITHIN_MS = 4 * 60_000;
const DIGEST_AHEAD_MS = 60_000;
const LOOK_EVERY_REAL_MS = 100;

export interface NightEvent {
  /** Wall clock of the account, e.g. "Thu 9:22:00 PM". */
  local: string;
  at: string;
  what: string;
  callSid?: string;
}

export interface NightParts {
  world: World;
  phones: SimPhones;
  clock: NightClock;
  tell: (event: NightEvent) => void;
}

/** Plays a night's script. Steps start at their times, whether or not the call before is over. */
export async function playNight(night: Night, parts: NightParts): Promise<void> {
  const [first] = night.steps;
  if (!first) return;
  await parts.clock.jumpTo(parts.clock.at(first.day, first.time) - AFTERMATH_MS);
  for (const { phone, behaviour } of PHONES_THAT_NIGHT) await parts.phones.behave(phone, behaviour);
  const running: Promise<void>[] = [];
  const idle = () => Promise.all(running);
  for (const step of night.steps) {
    await parts.clock.until(parts.clock.at(step.day, step.time), idle);
    running.push(playStep(step, night, parts));
  }
  await idle();
  await parts.clock.slowDown();
}

function playStep(step: NightStep, night: Night, parts: NightParts): Promise<void> {
  switch (step.kind) {
    case 'call':
      return playCall(step, parts);
    case 'text':
      return playText(step, parts);
    case 'digest':
      return playDigest(step, night, parts);
  }
}

async function playCall(step: Extract<NightStep, { kind: 'call' }>, parts: NightParts): Promise<void> {
  report(parts, step.title);
  const callSid = await new PhoneCall(parts.world, parts.phones, new Caller(step.lines)).place(step.from, step.to);
  report(parts, `${step.title}: hung up`, callSid);
  await parts.world.clock.wait(AFTERMATH_MS);
}

/** Staff answer whoever texted them last: the account's line, or the platform's alert number. */
async function playText(step: Extract<NightStep, { kind: 'text' }>, parts: NightParts): Promise<void> {
  const texts = parts.world.log.find({ scope: 'phone.sms', text: step.from });
  const to = texts.map((entry) => entry.data).findLast((message) => message.to === step.from)?.from;
  if (typeof to !== 'string') return report(parts, `${step.title}: not possible, no text has reached ${step.from}`);
  await parts.phones.text(step.from, to, step.body);
  report(parts, `${step.title}: "${step.body}"`);
  await parts.world.clock.wait(AFTERMATH_MS);
}

async function playDigest(step: NightStep, night: Night, parts: NightParts): Promise<void> {
  const giveUpAt = Date.now() + DIGEST_WITHIN_REAL_MS;
  const latest = parts.world.clock.now() + DIGEST_WITHIN_MS;
  const due = parts.clock.at(step.day, step.time);
  // Nightdesk's clock runs a little ahead: its post may be there before this moment.
  const posted = () =>
    parts.world.log
      .find({ scope: 'slack.channel', text: night.slackChannel })
      .find((entry) => Date.parse(entry.at) > due - DIGEST_AHEAD_MS);
  const isPatient = () => Date.now() < giveUpAt && parts.world.clock.now() < latest;
  while (!posted() && isPatient()) await realPause();
  const digest = posted();
  report(parts, digest ? `${step.title}: ${digest.summary}` : `${step.title}: nothing arrived in Slack`);
}

function report(parts: NightParts, what: string, callSid?: string): void {
  const at = parts.world.clock.date().toISOString();
  parts.tell({ local: parts.clock.local(), at, what, ...(callSid && { callSid }) });
}

/** Real time on purpose: the digest is made by another process, at its own pace. */
function realPause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_REAL_MS));
}
