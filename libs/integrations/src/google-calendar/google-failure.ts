import type { CalendarFailure } from '@domain/ports/calendar';

/** What Google answered instead: its status and the `reason` of its first error, where it gave one. */
export interface Refusal {
  kind: 'refused';
  status: number;
  reason: string | null;
}

const unavailable = (reason: string): CalendarFailure => ({ kind: 'unavailable', reason });

const LIMITS = new Set(['rateLimitExceeded', 'userRateLimitExceeded', 'quotaExceeded', 'dailyLimitExceeded']);

/** Google says "slow down" in two ways: 429, and 403 with one of these reasons. */
const isLimit = ({ status, reason }: Refusal): boolean =>
  status === 429 || (status === 403 && reason !== null && LIMITS.has(reason));

/** What a refusal means for whoever wanted to know. None of these is free time. */
export function failureOf(refusal: Refusal): CalendarFailure {
  if (isLimit(refusal)) return unavailable('rate-limited');
  if (refusal.status === 403) return unavailable('permission-missing');
  if (refusal.status === 404 || refusal.status === 410) return unavailable('calendar-missing');
  return unavailable(refusal.status >= 500 ? 'provider-silent' : `google-${refusal.status}`);
}

/** The SDK's error as a refusal; silence (a time-out, a reset, no address) has no status and is undefined. */
export function refusalOf(error: unknown): Refusal | undefined {
  const answer = partOf(error, 'response');
  const status = partOf(answer, 'status');
  if (typeof status !== 'number') return undefined;
  const [first] = listOf(partOf(partOf(partOf(answer, 'data'), 'error'), 'errors'));
  const reason = partOf(first, 'reason');
  return { kind: 'refused', status, reason: typeof reason === 'string' ? reason : null };
}

const partOf = (whole: unknown, name: string): unknown =>
  typeof whole === 'object' && whole !== null ? (whole as Record<string, unknown>)[name] : undefined;

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
