import type { CallClass, Priority, ServiceType } from '@domain/triage/triage.types';
import { isBookable, modeFor, type BookingRules } from './booking-rules.js';

/** What is known of a job when somebody wants it booked. */
export interface BookingRequest {
  classification: CallClass | null;
  priority: Priority | null;
  /** The call was given a safety instruction, or an emergency is open for it. */
  isUnsafe: boolean;
  serviceType: ServiceType;
  /** What the caller needs, in a sentence; empty while nobody has said. */
  issue: string;
  /** Where the work is, as the caller said it; null while nobody has. */
  address: string | null;
  isKnownCustomer: boolean;
}

/** Why a person decides, though the account lets the agent speak of times. */
export const HUMAN_REASONS = ['assist_only', 'urgent', 'unsafe', 'unclear', 'high_value'] as const;
export type HumanReason = (typeof HUMAN_REASONS)[number];

/** Why a window is held for approval and not booked at once. `calendar` is added where the calendar could not be asked. */
export const HOLD_REASONS = ['mode', 'service', 'zone', 'new_customer', 'calendar'] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];

export type BookingDecision =
  { kind: 'book' } | { kind: 'hold'; reason: HoldReason } | { kind: 'human'; reason: HumanReason };

/**
 * What the agent may do with a job (decision 13). Urgent, unsafe, unclear and high-value jobs always go to a person,
 * whatever the mode; outside the rules of `auto_book` a window is held.
 */
export function decideBooking(rules: BookingRules, request: BookingRequest): BookingDecision {
  const reason = humanReason(rules, request);
  if (reason) return { kind: 'human', reason };
  const hold = modeFor(rules, request.serviceType) === 'suggest' ? 'mode' : outsideRules(rules, request);
  return hold ? { kind: 'hold', reason: hold } : { kind: 'book' };
}

function humanReason(rules: BookingRules, request: BookingRequest): HumanReason | null {
  if (request.isUnsafe) return 'unsafe';
  if (request.classification === 'emergency' || (request.priority ?? 'routine') !== 'routine') return 'urgent';
  if (modeFor(rules, request.serviceType) === 'assist_only') return 'assist_only';
  if (isUnclear(request)) return 'unclear';
  return isHighValue(rules, request) ? 'high_value' : null;
}

const isUnclear = ({ classification, serviceType, issue }: BookingRequest): boolean =>
  classification !== 'routine' || !isBookable(serviceType) || issue.trim() === '';

/** Nobody knows a price on the telephone: what a trade usually comes to decides, or words that only large jobs have. */
function isHighValue({ valueLimitCents, usualValueCents }: BookingRules, request: BookingRequest): boolean {
  if (valueLimitCents === null) return false;
  const usual = isBookable(request.serviceType) ? (usualValueCents[request.serviceType] ?? 0) : 0;
  return usual > valueLimitCents || LARGE_JOB.test(request.issue);
}

const LARGE_JOB =
  /\b(replac(e|es|ing|ement)|new (system|furnace|boiler|panel|roof|unit|heat pump|water heater|ac|air conditioner|bathroom|kitchen)|install(s|ing|ation)?|remodel\w*|renovat\w*|re-?pip\w*|re-?wir\w*|upgrade|addition|whole[- ]house|whole[- ]home|commercial|sewer line|excavat\w*)\b/i;

function outsideRules(rules: BookingRules, request: BookingRequest): HoldReason | null {
  if (!isBookable(request.serviceType) || !rules.autoServices.includes(request.serviceType)) return 'service';
  if (rules.zones.length > 0 && !rules.zones.includes(zipIn(request.address) ?? '')) return 'zone';
  return rules.knownCustomersOnly && !request.isKnownCustomer ? 'new_customer' : null;
}

/** The five digits that end an American address; a house number is none. */
export function zipIn(address: string | null): string | null {
  const words = (address ?? '').trim();
  const found = [...words.matchAll(/\b(\d{5})(?:-\d{4})?\b/g)].at(-1);
  return found && (found.index > 0 || found[0] === words) ? (found[1] ?? null) : null;
}
