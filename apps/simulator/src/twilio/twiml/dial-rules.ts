import type { Leg } from '../leg.js';
import { forbiddenDestination, isE164 } from '../numbers.js';
import type { Run } from './run.js';

/** What the called phone shows: the given number, else the number that called us. */
export function callerIdFor(callerId: string | undefined, leg: Leg): string {
  return callerId ?? (leg.placedByPhone ? leg.record.from : leg.record.to);
}

/** Why Twilio would not dial this at all, beginning with its error code; null when it would. */
export function refusalOf(to: string, callerId: string | undefined, run: Run): string | null {
  if (callerId !== undefined && !mayShow(callerId, run))
    return `13214 callerId ${callerId} is not a number of this account`;
  if (forbiddenDestination(to)) return `13225 ${to} must not be dialled`;
  if (!isE164(to)) return `13224 ${to} is not a phone number in E.164 form`;
  return to.startsWith('+1') ? null : `13227 no permission to dial ${to}`;
}

/** A number of the account, or on an inbound leg the caller's own. */
function mayShow(callerId: string, { exchange, leg }: Run): boolean {
  return (
    exchange.account.numberOf(callerId)?.accountSid === leg.record.accountSid ||
    (leg.placedByPhone && callerId === leg.record.from)
  );
}
