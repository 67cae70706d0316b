/** A toll-fraud bound: a contractor has one number, and a second one while it moves (FRD-02). */
export const MOST_LINES_PER_ACCOUNT = 2;

/** FRD-02's three an hour for an agency, over a working day. */
export const MOST_ORDERS_PER_AGENCY_AND_DAY = 24;

/** How long a released number stays ours and goes on answering: customers' forwarding still points at it (reference B5). */
export const GRACE_DAYS = 14;
