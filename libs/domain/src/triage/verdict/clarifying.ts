import type { Finding, TurnReading } from '../language/reading.js';
import { lastSentence, shortAnswer } from './answers.js';
import type { AskedQuestion } from './answers.js';

/** What the caller answered to "tonight, or can it wait until morning?" */
export type Answer = 'tonight' | 'morning';

/** Letters of a reply within which its yes or no stands. */
const OPENING = 12;

/** The answer to the agent's clarifying question; undefined when none was asked or the answer says nothing. */
export function answerTo(question: AskedQuestion, reply: TurnReading): Answer | undefined {
  const wait = isAsked(question, 'clarifyWait');
  const tonight = isAsked(question, 'clarifyTonight');
  return wait || tonight ? chosen(reply, wait, tonight) : undefined;
}

function chosen(reply: TurnReading, wait: boolean, tonight: boolean): Answer | undefined {
  // "Let me ask my husband, tomorrow maybe": the choice is left open.
  if (live(reply, 'undecided')) return firmly(reply);
  const bare = wait === tonight ? undefined : bareAnswer(reply, wait);
  // "No, it would not. Tonight.": without its full stop it would say "not tonight".
  if (bare === 'tonight' && live(reply, 'answerTonight')) return 'tonight';
  return firmly(reply) ?? bare ?? loosely(reply);
}

/** "Tonight, or can it wait until morning?": a bare yes chooses neither. */
export const offersBoth = (question: AskedQuestion): boolean =>
  isAsked(question, 'clarifyWait') && isAsked(question, 'clarifyTonight');

function firmly(reply: TurnReading): Answer | undefined {
  if (live(reply, 'noRush')) return 'morning';
  return live(reply, 'needNow') || live(reply, 'explicit') ? 'tonight' : undefined;
}

function loosely(reply: TurnReading): Answer | undefined {
  if (live(reply, 'answerTonight')) return 'tonight';
  return live(reply, 'answerWait') ? 'morning' : undefined;
}

function bareAnswer(reply: TurnReading, askedToWait: boolean): Answer | undefined {
  const said = shortAnswer(reply.text) ?? yesOrNo(reply, 0) ?? yesOrNo(reply, lastSentence(reply.text));
  if (said === undefined) return undefined;
  return (said === 'yes') === askedToWait ? 'morning' : 'tonight';
}

/** The sentence that begins at `from` opens with a yes or a no ("With five people in the house? You bet it is."). */
function yesOrNo({ findings }: TurnReading, from: number): 'yes' | 'no' | undefined {
  const opening = (signal: string): Finding | undefined =>
    findings.find(({ signal: heard, start }) => heard === signal && start >= from && start < from + OPENING);
  const [yes, no] = [opening('yes'), opening('no')];
  // "I don't" holds an "I do", and "I don't know" is neither.
  if (no && (!yes || yes.start === no.start)) return isUnknown(findings, no) ? undefined : 'no';
  return yes ? 'yes' : undefined;
}

const isUnknown = (findings: Finding[], no: Finding): boolean =>
  findings.some(({ signal, start, end }) => signal === 'unsure' && start < no.end && end > no.end);

/** In the sentence the turn ends with: "Our office will call you in the morning. Anything else?" asks about neither. */
const isAsked = ({ reading, text }: AskedQuestion, signal: string): boolean =>
  reading.findings.some((finding) => finding.signal === signal && finding.start >= lastSentence(text));

const live = (reading: TurnReading, signal: string): boolean =>
  reading.findings.some((finding) => finding.signal === signal && finding.standing !== 'denied');
