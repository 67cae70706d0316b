import type { SpecialDay, Weekday } from '@domain/hours/hours.types';
import type { ServiceType } from '@domain/triage/triage.types';

/**
 * Who decides about an appointment (decision 13). `assist_only`: the agent takes preferences down and a person books;
 * `suggest`: a window is held until a person approves; `auto_book`: booked at once inside the rules, held outside them.
 */
export const BOOKING_MODES = ['assist_only', 'suggest', 'auto_book'] as const;
export type BookingMode = (typeof BOOKING_MODES)[number];

/** Trades a visit can be booked for; a call of unknown trade is unclear and goes to a person. */
export const BOOKABLE_SERVICES = ['plumbing', 'hvac', 'electrical', 'general'] as const;
export type BookableService = Exclude<ServiceType, 'unknown'>;

/** When a technician may arrive: local wall-clock times HH:MM of one day, `to` after `from`; 24:00 ends the day. */
export interface BookingWindow {
  from: string;
  to: string;
}

/** Windows of a weekday; none means that no visits are made on it. */
export type WeeklyWindows = Record<Weekday, BookingWindow[]>;

/** What a contractor has approved for booking (seed 001). */
export interface BookingRules {
  mode: BookingMode;
  /** Modes of single trades; a trade that is left out has `mode`. */
  serviceModes: Partial<Record<BookableService, BookingMode>>;
  windows: WeeklyWindows;
  /** A visit keeps its crew at least this long, though its window may be shorter. */
  visitMinutes: number;
  /** Travel after every visit. */
  bufferMinutes: number;
  /** Visits that may run at the same time. */
  crews: number;
  /** No window that begins sooner than this is offered. */
  leadHours: number;
  /** Local days ahead that can be booked, today not counted. */
  horizonDays: number;
  visitsPerDay: number;
  /** ZIP codes that `auto_book` may go to; none means anywhere. */
  zones: string[];
  /** Trades that `auto_book` may book. */
  autoServices: BookableService[];
  /** What a job of a trade usually comes to, in cents. */
  usualValueCents: Partial<Record<BookableService, number>>;
  /** Jobs that usually come to more go to a person; null: no limit. */
  valueLimitCents: number | null;
  /** `auto_book` only for customers who have been served before. */
  knownCustomersOnly: boolean;
  /** The contact who is texted about held windows; null: they wait on the screen alone. */
  approverContactId: string | null;
  /** Minutes an approver has, from the moment they are asked, until a held window becomes a callback. */
  holdMinutes: number;
}

/** The rules with the days that differ and the zone they are meant in. */
export interface BookingPlan {
  rules: BookingRules;
  specialDays: SpecialDay[];
  /** IANA name. */
  timeZone: string;
}

const OFFICE_WINDOWS: BookingWindow[] = [
  { from: '08:00', to: '10:00' },
  { from: '10:00', to: '12:00' },
  { from: '13:00', to: '15:00' },
  { from: '15:00', to: '17:00' },
];

/** Of an account that never touched them: people book, as before (scenario 27). */
export const DEFAULT_BOOKING_RULES: BookingRules = {
  mode: 'assist_only',
  serviceModes: {},
  windows: {
    mon: OFFICE_WINDOWS,
    tue: OFFICE_WINDOWS,
    wed: OFFICE_WINDOWS,
    thu: OFFICE_WINDOWS,
    fri: OFFICE_WINDOWS,
    sat: [],
    sun: [],
  },
  visitMinutes: 60,
  bufferMinutes: 0,
  crews: 1,
  leadHours: 4,
  horizonDays: 14,
  visitsPerDay: 8,
  zones: [],
  autoServices: [...BOOKABLE_SERVICES],
  usualValueCents: {},
  valueLimitCents: null,
  knownCustomersOnly: false,
  approverContactId: null,
  holdMinutes: 120,
};

export const isBookable = (service: ServiceType): service is BookableService => service !== 'unknown';

/** The mode of a trade; of an unknown one the overall mode. */
export const modeFor = ({ mode, serviceModes }: BookingRules, service: ServiceType): BookingMode =>
  (isBookable(service) ? serviceModes[service] : undefined) ?? mode;

/** Whether the agent may speak of times at all: some trade is booked otherwise than by people alone. */
export const offersTimes = (rules: BookingRules): boolean =>
  BOOKABLE_SERVICES.some((service) => modeFor(rules, service) !== 'assist_only') &&
  Object.values(rules.windows).some((windows) => windows.length > 0);
