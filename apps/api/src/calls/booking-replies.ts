import type { BookOutcome, OfferOutcome, SpokenOffer } from '../booking/booking.types.js';

/** What the office promises, in words that hold on this evening. */
export interface OfficePromise {
  /** "first thing in the morning". */
  callbackWhen: string;
  /** "tomorrow morning". */
  callbackMorning: string;
}

/** What the agent is told after it has asked for windows. They are all it learns of the calendar (AI-03). */
export function offerReply(outcome: OfferOutcome, office: OfficePromise): string {
  switch (outcome.kind) {
    case 'offered':
      return `${outcome.asWished ? '' : 'What the caller asked for is not open; these are the nearest. '}${offersOf(outcome.offers)}`;
    case 'fully_booked':
      return `Nothing is open. Tell the caller "We're fully booked this week. I'll make sure you're first on the callback list ${office.callbackMorning}." Then make sure that name, number and address are saved with collect_caller_details.`;
    case 'human':
      return noBooking(office);
  }
}

/** What the agent is told after it has named a window; it may promise no more than happened. */
export function bookReply(outcome: BookOutcome, office: OfficePromise): string {
  switch (outcome.kind) {
    case 'booked':
      return bookedReply(outcome.spoken, outcome.isTold);
    case 'held':
      return heldReply(outcome.spoken, outcome.isTold);
    case 'already':
      return `This call has its appointment already: ${outcome.spoken}. If the caller wants another time, save it with collect_caller_details and say "I've noted that. Our office will call you to change the time."`;
    case 'not_offered':
      return 'No such time was offered in this call, or too long ago. Call check_availability again and use a slot_id from its answer.';
    case 'taken':
      return `That time has just been taken. Say so. ${offerReply(outcome.next, office)}`;
    case 'human':
      return noBooking(office);
  }
}

const bookedReply = (spoken: string, isTold: boolean): string =>
  `Booked. Tell the caller "Great, I've got you down for ${spoken}.${isTold ? " You'll get a confirmation text at this number." : ''}" Then ask whether there is anything else.`;

const heldReply = (spoken: string, isTold: boolean): string =>
  `Held, not booked yet: never say that it is booked. Tell the caller "I've set ${spoken} aside for you. Our office will confirm it${isTold ? ", and you'll get a text at this number once it's confirmed" : ''}." Then ask whether there is anything else.`;

/** Scenario 27. */
export const noBooking = ({ callbackWhen }: OfficePromise): string =>
  `No appointment can be made on this call. Tell the caller "Our office will call you ${callbackWhen} to get you scheduled."`;

const offersOf = (offers: SpokenOffer[]): string =>
  `Open: ${offers.map(({ spoken, slotId }) => `slot_id=${slotId} ${spoken};`).join(' ')} Offer these times in these words, never the slot_id, and book the one the caller takes with book_appointment.`;
