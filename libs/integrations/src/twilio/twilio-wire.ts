import type { SendOutcome } from '@domain/ports/telephony';

/** Codes that a second attempt cannot cure: the ladder moves on at once (reference B5). */
const PERMANENT = new Set([
  ...[13214, 13224, 13225, 13227, 20003, 20404],
  ...[21202, 21210, 21211, 21212, 21214, 21215, 21217, 21219, 21408, 21601, 21602, 21606, 21608],
  ...[21610, 21612, 21614, 21617, 30002, 30005, 30006, 30007, 30032, 30034],
]);

/** Whether asking again later could help; used for the API's refusals and for codes that arrive with a status callback. */
export const isPermanent = (code: string): boolean => PERMANENT.has(Number(code));

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
  if (typeof status !== 'number') return { kind: 'unknown', reason: String(code ?? message ?? 'no answer') };
  if (status >= 500) return { kind: 'unknown', reason: `status ${status}` };
  const given = typeof code === 'number' ? String(code) : String(status);
  return { kind: 'refused', code: given, permanent: status !== 429 && isRefusedForGood(status, given) };
}

const isRefusedForGood = (status: number, code: string): boolean =>
  isPermanent(code) || (status >= 400 && status < 429 && !TRANSIENT.has(Number(code)));

/** Refusals with a 4xx status that pass by themselves: full queues and rate limits. */
const TRANSIENT = new Set([20429, 21611, 30001, 30008, 30022, 30023]);

/** The call or recording is not there any more, as opposed to "not now". */
export const isGone = (error: unknown): boolean => {
  const { status, code } = error as VendorError;
  return status === 404 || code === 21220 || code === 20404;
};
