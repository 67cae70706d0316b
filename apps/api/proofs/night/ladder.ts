import {
  openSpans,
  pagesOf,
  placesOf,
  tolerance,
  wasTaken,
  type Ask,
  type Night,
  type OpenSpan,
  type StoryEmergency,
} from './record.js';

/** The next step comes so soon after a refusal that nothing can cure. */
const NEXT_AFTER_REFUSAL_MS = 5_000;

/** I1: however long nobody takes it, the network hears of it again and again until the last repeat. */
export function silent(night: Night, emergency: StoryEmergency): string[] {
  const longest = longestGap(night) + tolerance(night);
  return certainSpans(night, emergency).flatMap(({ from, to }) => {
    const pages = pagesOf(night, emergency).filter(({ at }) => at >= from && at <= to);
    const until = Math.min(to, courseEnd(night, pages));
    const moments = [from, ...pages.map(({ at }) => at).filter((at) => at <= until), until];
    const quiet = moments.findIndex((at, index) => at - (moments[index - 1] ?? at) > longest);
    return quiet < 0
      ? []
      : [`${emergency.code}: nothing for ${((moments[quiet] ?? 0) - (moments[quiet - 1] ?? 0)) / 1000} s`];
  });
}

/** When the last person had been paged for the last time; Infinity when that never came. Held up, repeats run together. */
function courseEnd({ story, record }: Night, pages: Ask[]): number {
  const last = story.teams.at(-1)?.people.at(-1);
  const toLast = [...new Set(pages.filter(({ to }) => to === last).map(({ at }) => at))];
  const all = 1 + story.repeats.times;
  const wanted = story.heldUpMs + story.strideMs >= story.repeats.everyMs ? Math.min(2, all) : all;
  const passed = record.answers.find(({ from, meaning }) => from === last && meaning === 'pass');
  return passed ? passed.at : (toLast[wanted - 1] ?? Infinity);
}

/**
 * I2: everybody on the ladder whose time had come was told, by text or by a call, which names no emergency; a refusal for
 * good brings the next one within seconds.
 */
export function lateOrMissed(night: Night, emergency: StoryEmergency): string[] {
  return [
    ...certainSpans(night, emergency).flatMap((span) => untold(night, emergency, span)),
    ...stuckAfterRefusal(night, emergency),
  ];
}

function untold(night: Night, emergency: StoryEmergency, span: Certain): string[] {
  const { story, record } = night;
  const people = story.teams.findLast(({ since }) => since <= span.to)?.people ?? [];
  const heard = [...pagesOf(night, emergency), ...record.asks.filter(({ kind }) => kind === 'call')];
  const told = new Set(heard.filter((ask) => isWithin(span, ask.at) && ask.fate !== 'not-now').map(({ to }) => to));
  const passed = new Set(
    record.answers
      .filter(({ code, meaning }) => code === emergency.code && meaning !== 'other')
      .map(({ from }) => from),
  );
  return people
    .filter(
      (phone, place) =>
        span.from + (story.delaysMs[place] ?? 0) + tolerance(night) < span.to && !told.has(phone) && !passed.has(phone),
    )
    .map((phone) => `${phone} never heard of ${emergency.code}`);
}

function stuckAfterRefusal(night: Night, emergency: StoryEmergency): string[] {
  const { record, story } = night;
  const refused = pagesOf(night, emergency).filter(({ fate }) => fate === 'refused');
  return refused
    .filter(({ at }) => isOpenAt(openSpans(night, emergency), at))
    .filter(({ at }) => {
      const by = at + NEXT_AFTER_REFUSAL_MS + tolerance(night);
      return by < story.endedAt && !record.asks.some((ask) => ask.at >= at && ask.at <= by && wasTaken(ask));
    })
    .map(({ to }) => `after ${to} refused ${emergency.code} for good nobody was paged`);
}

/** I6: nobody is paged sooner than their step, unless something let it come early. */
export function early(night: Night, emergency: StoryEmergency): string[] {
  const { story } = night;
  return firstRound(night, emergency).flatMap(({ to, at }) => {
    const places = placesOf(night, to, emergency.openedAt, at);
    const due = emergency.openedAt + Math.min(...places.map((place) => story.delaysMs[place] ?? 0));
    return at >= due || isHurried(night, emergency, at) ? [] : [`${to} was paged ${(due - at) / 1000} s early`];
  });
}

/**
 * I7: nobody is paged while somebody before them has not been; what was held up may come in any order, and not at all when
 * somebody took the emergency meanwhile.
 */
export function outOfOrder(night: Night, emergency: StoryEmergency): string[] {
  const { heldUpMs } = night.story;
  const takenAt = openSpans(night, emergency)[0]?.takenAt ?? Infinity;
  const pages = firstRound(night, emergency).filter(({ at }) => heldUpMs === 0 || at + heldUpMs < takenAt);
  const places = (page: Ask) => placesOf(night, page.to, emergency.openedAt, page.at);
  return pages.flatMap((page) => {
    const soon = pages.filter(({ at }) => at <= page.at + night.story.heldUpMs).flatMap(places);
    const before = Array.from({ length: Math.min(3, ...places(page)) }, (_, place) => place);
    const leftOut = before.filter((place) => !soon.includes(place) && !hasPassed(night, place, page.at));
    return leftOut.length === 0 ? [] : [`${page.to} was paged for ${emergency.code} before those who come first`];
  });
}

function hasPassed({ story, record }: Night, place: number, at: number): boolean {
  const phone = story.teams.findLast(({ since }) => since <= at)?.people[place];
  return record.answers.some(({ from, meaning }) => from === phone && meaning === 'pass');
}

/** Pages before anybody had it. Times of a later round follow from the answers, not from the opening. */
function firstRound(night: Night, emergency: StoryEmergency): Ask[] {
  const until = openSpans(night, emergency)[0]?.takenAt ?? Infinity;
  return pagesOf(night, emergency).filter(({ at }) => at <= until);
}

function isHurried({ story, record }: Night, { openedAt, code }: StoryEmergency, at: number): boolean {
  const passes = record.answers
    .filter((answer) => answer.code === code && answer.meaning === 'pass')
    .map((answer) => answer.at);
  const failures = record.asks.filter(({ fate }) => fate !== 'taken').map((ask) => ask.at);
  return [...story.hurries, ...passes, ...failures].some((hurry) => hurry >= openedAt && hurry <= at);
}

interface Certain {
  from: number;
  to: number;
}

const isWithin = ({ from, to }: Certain, at: number): boolean => at >= from && at <= to;

/** The spans in which an emergency was open beyond doubt. */
function certainSpans(night: Night, emergency: StoryEmergency): Certain[] {
  const spans = openSpans(night, emergency);
  return spans.flatMap((span, index) => {
    const before = spans[index - 1];
    if (before && before.mustReopenAt === null) return [];
    return [{ from: before?.mustReopenAt ?? span.from, to: span.takenAt ?? night.story.endedAt }];
  });
}

const isOpenAt = (spans: OpenSpan[], at: number): boolean =>
  spans.some(({ from, takenAt }) => at >= from && at <= (takenAt ?? Infinity));

function longestGap({ story: { delaysMs, repeats } }: Night): number {
  const gaps = delaysMs.map((delay, index) => delay - (delaysMs[index - 1] ?? 0));
  return Math.max(repeats.everyMs, ...gaps);
}
