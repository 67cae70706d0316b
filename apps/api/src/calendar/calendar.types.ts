/** How an account stands with its calendar: `lost` was connected, until the provider ended the permission. */
export const CALENDAR_STATES = ['none', 'connected', 'lost'] as const;
export type CalendarLinkState = (typeof CALENDAR_STATES)[number];

/** What the settings page shows of the connection. */
export interface CalendarStanding {
  /** The operator has an application at Google. */
  isOffered: boolean;
  state: CalendarLinkState;
  /** The rest is null while nothing is connected. */
  connectedAs: string | null;
  calendarId: string | null;
  calendarName: string | null;
  connectedAt: Date | null;
  lookedAt: Date | null;
  failure: string | null;
  lostAt: Date | null;
}

/** Nobody connected a calendar: availability is what we know ourselves. */
export interface NotConnected {
  kind: 'not-connected';
}

/** Who asks Google in which browser session. */
export interface ConsentAsker {
  userId: string;
  familyId: string;
}
