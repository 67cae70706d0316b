/**
 * A held window waits for a person. From `held` and `booked` an appointment only goes on; every other state is an end,
 * and the window is free again. `moved`: another row has its new time.
 */
export const APPOINTMENT_STATES = ['held', 'booked', 'declined', 'expired', 'cancelled', 'moved'] as const;
export type AppointmentState = (typeof APPOINTMENT_STATES)[number];

/** Who made it: the agent in a call, or somebody of the team. */
export const BOOKED_BY = ['agent', 'team'] as const;
export type BookedBy = (typeof BOOKED_BY)[number];

/** Whether it keeps its window. */
export const isStanding = (state: AppointmentState): boolean => state === 'held' || state === 'booked';

/** Why a card comes first on the callback list, before those that wait longer. */
export const CALLBACK_REASONS = ['fully_booked', 'hold_expired', 'hold_declined', 'cancelled', 'reschedule'] as const;
export type CallbackReason = (typeof CALLBACK_REASONS)[number];

/** As the card says it. */
export const CALLBACK_REASON_WORDS: Record<CallbackReason, string> = {
  fully_booked: 'Fully booked this week: call first',
  hold_expired: 'Nobody approved the time in time: call first',
  hold_declined: 'The time was not approved: call first',
  cancelled: 'The appointment was cancelled: call first',
  reschedule: 'Wants another time: call first',
};
