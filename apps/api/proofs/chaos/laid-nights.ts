import { CALLER, CODE, type Laid } from './ground.js';
import type { CarrierLog } from './log.js';
import { names, type Answer, type Ask, type Night } from '../night/record.js';

/** How a run treated the ladders it laid. */
export interface Run {
  /** Seconds between the steps to the on-call person, the backup and the owner. */
  stepSeconds: number;
  /** The longest time in which nothing could go out: an outage, a lease; 0 in a calm run. */
  heldUpMs: number;
  /** How much longer a busy machine may need. */
  strideMs: number;
  endedAt: number;
}

/** Nobody has asked these callers for their names: a digest has but this one. */
const NOBODY_ASKED = 'Unknown';
/** A page that was decided leaves within 2.5 seconds, and a carrier under load may look at it a little later. */
const ON_THE_WAY_MS = 3_000;

/** The nights of the emergencies a run has laid, as its carrier saw them: each had a line of its own. */
export function nightsOf(laid: readonly Laid[], log: CarrierLog, run: Run): Night[] {
  const [asks, questions, hurries] = [byLine(log.asked), byLine(log.questions), byLine(log.hurries)];
  const [answers, digests] = [byLine(log.answers), byLine(log.digests ?? [])];
  return laid.map((ladder) => {
    const of = <Entry>(entries: Map<string, Entry[]>): Entry[] => entries.get(ladder.line) ?? [];
    const hurried = of(hurries).map(({ at }) => at);
    const told = log.digests && of(digests).map(({ content }) => content);
    return {
      record: {
        asks: of(asks),
        questions: of(questions),
        digests: told,
        answers: inTheirOrder(of(answers), of(asks)),
      },
      story: storyOf(ladder, run, hurried),
    };
  });
}

/** Of two who answer together, the one who was told so has it: whose webhook was answered first says nothing. */
function inTheirOrder(answers: readonly Answer[], asks: readonly Ask[]): Answer[] {
  const winner = asks.find(({ body }) => hasWon(body))?.to;
  return answers.toSorted((a, b) => Number(b.from === winner) - Number(a.from === winner));
}

const hasWon = (body: string): boolean => body.includes('Got it. Caller info') && names(body, CODE);

function storyOf({ onCall, backup, owner, dueAt }: Laid, run: Run, hurries: number[]): Night['story'] {
  const stepMs = run.stepSeconds * 1000;
  return {
    emergencies: [{ code: CODE, callerPhone: CALLER, callerName: NOBODY_ASKED, openedAt: dueAt }],
    teams: [{ since: 0, people: [onCall, backup, owner] }],
    names: { [onCall]: 'Mike', [backup]: 'Dana', [owner]: 'Dave' },
    delaysMs: [0, stepMs, 2 * stepMs],
    repeats: { times: 0, everyMs: stepMs },
    silenceMs: null,
    heldUpMs: run.heldUpMs,
    strideMs: run.strideMs,
    onTheWayMs: ON_THE_WAY_MS,
    hurries,
    endedAt: run.endedAt,
  };
}

function byLine<Entry extends { from: string } | { line: string }>(log: readonly Entry[]): Map<string, Entry[]> {
  const entries = new Map<string, Entry[]>();
  for (const entry of log) {
    const line = 'line' in entry ? entry.line : entry.from;
    const ofLine = entries.get(line);
    if (ofLine) ofLine.push(entry);
    else entries.set(line, [entry]);
  }
  return entries;
}
