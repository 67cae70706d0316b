import { calledOffText, confirmedText, movedText, type TextFacts } from '@domain/booking/booking-texts';
import { writtenDate, writtenTime } from '@domain/booking/slot-words';
import type { Appointment, AppointmentState, HoldReason, LeadCard, Slot } from '../../api/types.js';
import { phoneInWords } from '../phone-link.js';

export const STATE_NAME: Record<AppointmentState, string> = {
  held: 'Waiting for approval',
  booked: 'Booked',
  declined: 'Not approved',
  expired: 'Nobody approved in time',
  cancelled: 'Cancelled',
  moved: 'Moved',
};

/** Why the agent did not book by itself (decision 13). */
export const HOLD_WORDS: Record<HoldReason, string> = {
  mode: 'Your rules let the agent suggest a time and a person approve it.',
  service: 'This trade is not one the agent may book by itself.',
  zone: 'The address is not in a ZIP code the agent may book by itself.',
  new_customer: 'The agent may book known customers only, and this one is new.',
  calendar: 'The calendar did not answer during the call. Look whether this time is really free.',
};

const spanOf = ({ startsAt, endsAt }: Slot) => ({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) });

/** "Thu, Feb 19", on the contractor's clock. */
export const slotDay = (slot: Slot, zone: string): string => writtenDate(spanOf(slot).startsAt, zone);

/** "10 AM-12 PM" */
export const slotHours = (slot: Slot, zone: string): string => writtenTime(spanOf(slot), zone);

/** "Thu, Feb 19 10 AM-12 PM", as the texts have it. */
export const slotWords = (slot: Slot, zone: string): string => `${slotDay(slot, zone)} ${slotHours(slot, zone)}`;

export type CustomerTextKind = 'confirmed' | 'moved' | 'called_off';

const TEXTS = { confirmed: confirmedText, moved: movedText, called_off: calledOffText };

/** What the customer reads, from the function that the server writes it with. */
export const customerText = (
  kind: CustomerTextKind,
  slot: Slot,
  facts: Pick<TextFacts, 'businessName' | 'serviceType' | 'timeZone'>,
): string => TEXTS[kind]({ ...facts, ...spanOf(slot) });

/** What was done, and whether anybody has to telephone because of it. */
export function toldWords({ customerText: sent, customerPhone }: Appointment, wanted: boolean): string {
  if (!wanted) return 'Nobody was texted.';
  if (sent) return 'The customer gets the text.';
  return customerPhone
    ? `The customer cannot be texted: please call ${phoneInWords(customerPhone)}.`
    : 'There is no number to text: please call.';
}

/** Its window is kept: held or booked. */
export const isKept = ({ state }: { state: AppointmentState | null }): boolean =>
  state === 'held' || state === 'booked';

/** The server books a trade nobody knows as a general one. */
export const tradeOf = ({ serviceType }: LeadCard): Appointment['serviceType'] =>
  (['plumbing', 'hvac', 'electrical'] as const).find((trade) => trade === serviceType) ?? 'general';
