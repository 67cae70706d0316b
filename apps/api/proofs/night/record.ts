/** One request for a text or a call, as the telephone network saw it. */
export interface Ask {
  kind: 'text' | 'call';
  from: string;
  to: string;
  body: string;
  /** The address it reports back to: requests with one address are one delivery. Empty when it names no delivery. */
  reportsTo: string;
  at: number;
  /** `taken-unsaid`: it went out, but our side was never told. `refused`: for good. `not-now`: it may be asked for again. */
  fate: 'taken' | 'taken-unsaid' | 'refused' | 'not-now';
}

/** The network was asked what it has of ours. */
export interface Question {
  to: string;
  at: number;
  isAnswered: boolean;
}

/** What a person wrote or pressed about an emergency, and when our webhook had answered them. */
export interface Answer {
  from: string;
  code: string;
  meaning: 'take' | 'pass' | 'yes' | 'no' | 'other';
  at: number;
  answeredAt: number;
}

/** Everything of a contractor's night that is known without asking the program: the telephone network's log and the posts. */
export interface NightRecord {
  asks: readonly Ask[];
  questions: readonly Question[];
  answers: readonly Answer[];
  /** The digests as they were delivered; null when the night was not followed to the morning. */
  digests: readonly string[] | null;
}

export interface StoryEmergency {
  code: string;
  /** Null when the caller id was withheld. */
  callerPhone: string | null;
  callerName: string;
  openedAt: number;
}

/** What the story demands. It comes from whoever tells the story, never from our tables. */
export interface NightStory {
  emergencies: readonly StoryEmergency[];
  /** Who stood behind the steps, in their order, since when. The first team is there from the beginning. */
  teams: readonly { since: number; people: readonly string[] }[];
  names: Readonly<Record<string, string>>;
  /** Of each person's first step, milliseconds after the ladder's start. */
  delaysMs: readonly number[];
  /** The last person is paged again so often, each so long after the one before. */
  repeats: { times: number; everyMs: number };
  /** An acceptance without a word is followed by the ladder again after this; null when that is switched off. */
  silenceMs: number | null;
  /** How long nothing could go out altogether: no worker, no provider, a lease that had to end; 0 in a calm night. */
  heldUpMs: number;
  /** How long the story may not have looked, or a busy machine have needed. */
  strideMs: number;
  /** How long a page may have been on its way when somebody took the emergency; 0 where nothing takes time. */
  onTheWayMs: number;
  /** Moments that let the next step come early: an unanswered call, a text without a receipt. */
  hurries: readonly number[];
  endedAt: number;
}

export interface Night {
  record: NightRecord;
  story: NightStory;
}

/** A time in which an emergency was nobody's. */
export interface OpenSpan {
  from: number;
  /** When the answer to whoever took it had come; null when nobody did. */
  takenAt: number | null;
  takenBy: string | null;
  /** From when on the ladder may run again. */
  mayReopenAt: number | null;
  /** The same when it must; null when the record leaves that open. */
  mustReopenAt: number | null;
}

/** A delivery's own address for receipts; news that belong to no step share one, which tells nothing apart. */
export const deliveryIn = (statusUrl: string): string => (statusUrl.includes('alert=') ? statusUrl : '');

/** By how much anything may be late. */
export const tolerance = ({ story }: Night): number => story.heldUpMs + story.strideMs;

/** Whether a text names this emergency: as a tag, as one code of several, or in an answer. */
export const names = (body: string, code: string): boolean =>
  new RegExp(`(^|[^A-Z0-9])${code}([^A-Z0-9]|$)`).test(body);

/** Whether a text asks its reader to take this emergency; news about it does not. */
export const isPageOf = (body: string, code: string): boolean =>
  new RegExp(`\\[${code}\\] (DELAYED[^\\n]*\\n)?(UNRESOLVED )?EMERGENCY`).test(body) ||
  (/^\d+ EMERGENCIES - /.test(body) && names(body, code));

/** The requests for texts that page for this emergency, whatever became of them, in their order. */
export const pagesOf = ({ record }: Night, { code }: StoryEmergency): Ask[] =>
  record.asks.filter((ask) => ask.kind === 'text' && isPageOf(ask.body, code)).toSorted((a, b) => a.at - b.at);

export const wasTaken = ({ fate }: Ask): boolean => fate === 'taken' || fate === 'taken-unsaid';

/** Everybody who ever stood behind a step. */
export const everybody = ({ story }: Night): Set<string> => new Set(story.teams.flatMap(({ people }) => people));

/** The places of a person in the teams between two moments, those of a team that ended in the first of them too. */
export function placesOf({ story }: Night, phone: string, from: number, to: number): number[] {
  const inForce = story.teams.filter(
    ({ since }, index) => since <= to && (story.teams[index + 1]?.since ?? Infinity) >= from,
  );
  return inForce.map(({ people }) => people.indexOf(phone)).filter((place) => place >= 0);
}

/** When an emergency was nobody's: from its opening to an acceptance, and from each reopening on. */
export function openSpans(night: Night, emergency: StoryEmergency): OpenSpan[] {
  const spans: OpenSpan[] = [];
  let from: number | null = emergency.openedAt;
  while (from !== null) {
    const span = spanFrom(night, emergency, from);
    spans.push(span);
    from = span.mayReopenAt === null || span.mayReopenAt > night.story.endedAt ? null : span.mayReopenAt;
  }
  return spans;
}

function spanFrom({ record, story }: Night, { code }: StoryEmergency, from: number): OpenSpan {
  const about = record.answers.filter((answer) => answer.code === code && answer.at >= from);
  const take = about.find(({ meaning }) => meaning === 'take');
  if (!take) return { from, takenAt: null, takenBy: null, mayReopenAt: null, mustReopenAt: null };
  const later = about.filter((answer) => answer.from === take.from && answer.at > take.at);
  const givenBack = later.find(({ meaning }) => meaning === 'pass' || meaning === 'no')?.at ?? null;
  const silent = story.silenceMs === null ? null : take.at + story.silenceMs;
  return {
    from,
    takenAt: take.answeredAt,
    takenBy: take.from,
    mayReopenAt: givenBack ?? silent,
    mustReopenAt: later.length === 0 ? silent : givenBack,
  };
}
