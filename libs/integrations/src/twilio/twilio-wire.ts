import { isPermanentFailure } from '@domain/escalation/alert';
import type { LineType } from '@domain/on-call/roster';
import { ProviderFailure } from '@domain/ports/provider-failure';
import type { ArrivedCall, SendOutcome } from '@domain/ports/telephony';
import type { CallInstance } from 'twilio/lib/rest/api/v2010/account/call.js';

interface VendorError {
  status?: unknown;
  code?: unknown;
  message?: unknown;
}

/**
 * What a failed request means. An answer with a status was a refusal; without one the request may have arrived, so nothing
 * may be sent again before the provider has been asked.
 */
export function outcomeOfError(error: unknown): SendOutcome {
  const { status, code, message } = error as VendorError;
  const reason = typeof status === 'number' ? `status ${status}` : String(code ?? message ?? 'no answer');
  if (typeof status !== 'number') return { kind: 'unknown', reason, isOver: !GAVE_UP.has(reason) };
  if (status >= 500) return { kind: 'unknown', reason, isOver: true };
  const given = typeof code === 'number' ? String(code) : String(status);
  return { kind: 'refused', code: given, permanent: status !== 429 && isRefusedForGood(status, given) };
}

/** We stopped waiting; the provider may not even have begun. */
const GAVE_UP = new Set(['ABORT_ERR', 'ECONNABORTED', 'ETIMEDOUT', 'ESOCKETTIMEDOUT', '20', '23']);

const isRefusedForGood = (status: number, code: string): boolean =>
  isPermanentFailure(code) || (status >= 400 && status < 429 && !TRANSIENT.has(Number(code)));

/** Refusals with a 4xx status that pass by themselves: full queues and rate limits. */
const TRANSIENT = new Set([20429, 21611, 30001, 30008, 30022, 30023]);

/** "Account not active": it was closed before. */
const CLOSED_ALREADY = 20005;

/** The call or recording is not there any more, as opposed to "not now". */
export const isGone = (error: unknown): boolean => {
  const { status, code } = error as VendorError;
  return status === 404 || code === 21220 || code === 20404 || code === CLOSED_ALREADY;
};

/** Somebody else holds the number, or we do. */
export const isTaken = (error: unknown): boolean => {
  const { code } = error as VendorError;
  return code === 21422 || code === 21452;
};

/** Runs one request; its failure becomes a ProviderFailure that tells a refusal from silence. */
export async function asked<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw failureOf(error);
  }
}

function failureOf(error: unknown): ProviderFailure {
  const outcome = outcomeOfError(error);
  if (outcome.kind !== 'refused') return new ProviderFailure('silent', 'provider-silent');
  return new ProviderFailure(outcome.permanent ? 'refused' : 'silent', outcome.code);
}

/** Lookup v2's words for lines (vendor doc "Line Type Intelligence"); what is no phone of a person is as good as unknown. */
const LINE_TYPES = new Map<unknown, LineType>([
  ['mobile', 'mobile'],
  ['landline', 'landline'],
  ['fixedVoip', 'fixed_voip'],
  ['nonFixedVoip', 'non_fixed_voip'],
  ['tollFree', 'toll_free'],
]);

/** What a looked-up number is. The SDK hands the vendor's JSON through; a number out of range comes with none. */
export function lineTypeOf(intelligence: unknown): LineType {
  const { type } = (intelligence ?? {}) as { type?: unknown };
  return LINE_TYPES.get(type) ?? 'unknown';
}

/** A call that came in, from the carrier's own record of it. */
export const arrivedCall = (call: CallInstance): ArrivedCall => ({
  callSid: call.sid,
  from: call.from,
  arrivedAt: call.startTime ?? call.dateCreated,
  endedAt: call.endTime ?? null,
  status: call.status,
  durationSeconds: secondsIn(call.duration),
});

/** Whole seconds, which the carrier writes as text; null for what is missing or negative. */
export const secondsIn = (given: string | null | undefined): number | null =>
  given && /^\d{1,6}$/.test(given) ? Number(given) : null;
