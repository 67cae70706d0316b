import type { TurnReading } from '../language/reading.js';

/** What the caller answered to "tonight, or can it wait until morning?" */
export type Answer = 'tonight' | 'morning';

/** The answer to the agent's clarifying question; undefined when none was asked or the answer says nothing. */
export function answerTo(question: TurnReading, reply: TurnReading): Answer | undefined {
  const wait = has(question, 'clarifyWait');
  const tonight = has(question, 'clarifyTonight');
  if (!wait && !tonight) return undefined;
  return firmly(reply) ?? (wait === tonight ? undefined : bareAnswer(reply, wait)) ?? loosely(reply);
}

function firmly(reply: TurnReading): Answer | undefined {
  if (live(reply, 'noRush')) return 'morning';
  return live(reply, 'needNow') || live(reply, 'explicit') ? 'tonight' : undefined;
}

function loosely(reply: TurnReading): Answer | undefined {
  if (live(reply, 'answerTonight')) return 'tonight';
  return live(reply, 'answerWait') ? 'morning' : undefined;
}

function bareAnswer(reply: TurnReading, askedToWait: boolean): Answer | undefined {
  if (opens(reply, 'yes')) return askedToWait ? 'morning' : 'tonight';
  if (opens(reply, 'no')) return askedToWait ? 'tonight' : 'morning';
  return undefined;
}

/** The reply begins with a yes or a no. */
const opens = (reply: TurnReading, signal: string): boolean =>
  reply.findings.some((finding) => finding.signal === signal && finding.start < 6);

const has = (reading: TurnReading, signal: string): boolean =>
  reading.findings.some((finding) => finding.signal === signal);

const live = (reading: TurnReading, signal: string): boolean =>
  reading.findings.some((finding) => finding.signal === signal && finding.standing !== 'denied');
