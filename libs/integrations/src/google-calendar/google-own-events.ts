import type { BusyTime } from '@domain/ports/calendar';
import type { calendar_v3 } from '@googleapis/calendar';
import { isInTheWay, isOurs } from './google-wire.js';

type GoogleEvent = calendar_v3.Schema$Event;

/** Milliseconds since 1970; `to` does not belong to it. */
interface Span {
  from: number;
  to: number;
}

/** No zone is further from UTC: a day without hours lies within it wherever the calendar is kept. */
const FURTHEST_ZONE_MS = 14 * 60 * 60_000;

/**
 * Busy times without what we wrote ourselves: our own rows count that, crew by crew, and a second crew would never be
 * offered beside it. Ours stays busy where something else is at the same time.
 */
export function withoutOurs(busy: BusyTime[], events: GoogleEvent[], accountId: string): BusyTime[] {
  const others = events.filter((event) => isInTheWay(event, accountId)).map(spanOf);
  const ours = events.filter((event) => isStandingOfOurs(event, accountId)).map(spanOf);
  const alone = ours.filter((own) => !others.some((other) => own.from < other.to && other.from < own.to));
  return alone.reduce((left, own) => left.flatMap((time) => cut(time, own)), busy);
}

const isStandingOfOurs = (event: GoogleEvent, accountId: string): boolean =>
  event.status !== 'cancelled' && event.transparency !== 'transparent' && isOurs(event, accountId);

const spanOf = ({ start, end }: GoogleEvent): Span => ({
  from: momentOf(start, -FURTHEST_ZONE_MS),
  to: momentOf(end, FURTHEST_ZONE_MS),
});

const momentOf = (time: GoogleEvent['start'], slackMs: number): number =>
  time?.dateTime ? Date.parse(time.dateTime) : Date.parse(time?.date ?? '') + slackMs;

/** What is left of a busy time on both sides of a span. */
function cut({ from, to }: BusyTime, span: Span): BusyTime[] {
  if (span.to <= from.getTime() || span.from >= to.getTime()) return [{ from, to }];
  const before = { from, to: new Date(Math.max(span.from, from.getTime())) };
  const after = { from: new Date(Math.min(span.to, to.getTime())), to };
  return [before, after].filter((piece) => piece.from < piece.to);
}
