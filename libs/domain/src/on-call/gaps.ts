import type { Trade } from '@domain/triage/triage.types';
import { uncovered } from './coverage.js';
import { layerSegments } from './layer-segments.js';
import { DAY_MS, dateOf, instantOf, naive, readingAt, spokenInstant, type Span } from './local-time.js';
import { layersFor, onCallAt } from './on-call-at.js';
import type { LayeredSchedule, OnCallWant } from './schedule.types.js';

/** A while in which no layer answers for some calls. */
export interface CoverageGap {
  startsAt: Date;
  endsAt: Date;
  /** Null: calls of every trade. */
  trade: Trade | null;
  /** A ZIP of the uncovered territory; null: everywhere. */
  zip: string | null;
  /** Who is paged meanwhile: a backup, or the owner. */
  pagedContactId: string;
  /** "Nobody is on call for HVAC from Sat, Feb 14, 8 AM to Sun, Feb 15, 5 PM. Dana is paged instead." ("… 8 AM on.") */
  words: string;
}

const TRADE_WORDS: Record<Trade, string> = { plumbing: 'plumbing', hvac: 'HVAC', electrical: 'electrical' };

/**
 * The holes of a schedule between two instants, for each trade and territory it names. Hours in which the office
 * answers its own phone (`attended`) need nobody.
 */
export function coverageGaps(schedule: LayeredSchedule, range: Span, attended: Span[] = []): CoverageGap[] {
  return audiences(schedule)
    .flatMap((want) => holesFor(schedule, want, range, attended).map((hole) => gapOf(schedule, want, { hole, range })))
    .toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
}

/** So many days ahead, up to the midnight that ends the last of them: a look-ahead cut at any minute would find slivers. */
export function daysAhead(now: Date, days: number, timeZone: string): Span {
  const last = dateOf(readingAt(now.getTime() + days * DAY_MS, timeZone));
  return { from: now.getTime(), to: instantOf(naive(last, '24:00'), timeZone) };
}

/** Every kind of caller the layers tell apart. */
function audiences(schedule: LayeredSchedule): OnCallWant[] {
  const trades = [...new Set(schedule.layers.flatMap((layer) => layer.trades))];
  const zips = [...new Set(schedule.layers.flatMap((layer) => layer.zips.slice(0, 1)))];
  const wants: OnCallWant[] = trades.length > 0 ? trades.map((trade) => ({ trade })) : [{}];
  return zips.length > 0 ? wants.flatMap((want) => zips.map((zip) => ({ ...want, zip }))) : wants;
}

function holesFor(schedule: LayeredSchedule, want: OnCallWant, range: Span, attended: Span[]): Span[] {
  const covered = layersFor(schedule.layers, want).flatMap((layer) =>
    layerSegments(schedule, layer, range).filter((segment) => segment.seats.length > 0),
  );
  return uncovered(range, [...covered, ...attended]);
}

function gapOf(schedule: LayeredSchedule, want: OnCallWant, { hole, range }: { hole: Span; range: Span }): CoverageGap {
  const paged = onCallAt(schedule, new Date(hole.from), want).primary;
  const said = (instant: number): string => spokenInstant(instant, schedule.timeZone);
  // What lies beyond the range was not looked at, so its end is no end of the gap.
  const until = hole.to >= range.to ? 'on' : `to ${said(hole.to)}`;
  return {
    startsAt: new Date(hole.from),
    endsAt: new Date(hole.to),
    trade: want.trade ?? null,
    zip: want.zip ?? null,
    pagedContactId: paged.contactId,
    words: `Nobody is on call${audienceWords(want)} from ${said(hole.from)} ${until}. ${paged.name} is paged instead.`,
  };
}

function audienceWords({ trade, zip }: OnCallWant): string {
  return (trade ? ` for ${TRADE_WORDS[trade]}` : '') + (zip ? ` around ZIP ${zip}` : '');
}
