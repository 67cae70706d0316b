import { DAY_MS } from './local-time.js';
import { onCallAt, type OnCallNow } from './on-call-at.js';
import type { LayeredSchedule, OnCallWant } from './schedule.types.js';
import { shiftsBetween } from './shifts.js';

const HORIZON_MS = 31 * DAY_MS;

/** When somebody else becomes the first to be paged, and who; null when nothing changes within a month. */
export function nextChange(
  schedule: LayeredSchedule,
  at: Date,
  want: OnCallWant = {},
): { at: Date; then: OnCallNow } | null {
  const { primary } = onCallAt(schedule, at, want);
  const end = at.getTime() + HORIZON_MS;
  // Where no layer answers a backup does, whose time off changes who is first without any shift of theirs.
  const spans = [...shiftsBetween(schedule, at, new Date(end)), ...schedule.busy, ...schedule.timeOff];
  const edges = spans.flatMap((span) => [span.startsAt, span.endsAt]);
  const inOrder = [...new Set(edges.map((edge) => edge.getTime()))].toSorted((one, other) => one - other);
  for (const edge of inOrder.filter((instant) => instant > at.getTime() && instant < end)) {
    const then = onCallAt(schedule, new Date(edge), want);
    if (then.primary.contactId !== primary.contactId) return { at: new Date(edge), then };
  }
  return null;
}
