import type { Trade } from '@domain/triage/triage.types';
import type { Weekday } from '@domain/hours/hours.types';
import type { BusySpell } from './busy.js';
import type { OnCallPerson, Roster } from './roster.js';

/** The finest and the coarsest turn: an hour, and a week. Longer turns are several of them. */
export const ROTATION_UNITS = ['hour', 'day', 'week'] as const;
export type RotationUnit = (typeof ROTATION_UNITS)[number];

/** normal: holidays are days like others. skip: the layer rests on them. only: the layer works on them alone. */
export const HOLIDAY_RULES = ['normal', 'skip', 'only'] as const;
export type HolidayRule = (typeof HOLIDAY_RULES)[number];

/** How turns follow each other. Local wall-clock times, never UTC offsets (rule R1). */
export interface Rotation {
  /** YYYY-MM-DD: the day the first turn takes over. Earlier days count backwards, so nothing before it is uncovered. */
  startsOn: string;
  /** HH:MM, local. */
  handOff: string;
  /** Turns last this many units, counted on the wall clock: a daily turn may be 23 or 25 hours long (rule R4). */
  every: number;
  unit: RotationUnit;
}

/** A restriction to some hours of some weekdays. `to` at or before `from` is on the next day; 24:00 is the day's end. */
export interface LayerWindow {
  days: Weekday[];
  from: string;
  to: string;
}

/** One row of the on-call calendar: people who take turns for some trades, places and hours. */
export interface ScheduleLayer {
  layerId: string;
  name: string;
  /** 1 is paged first. Layers of one rank stand side by side, a higher rank stands behind. */
  rank: number;
  /** Null: the first turn always has it. */
  rotation: Rotation | null;
  /** Contact ids; a turn may hold two people, the lead first. */
  turns: string[][];
  /** Empty: every trade. */
  trades: Trade[];
  /** Five-digit ZIP codes; empty: everywhere. */
  zips: string[];
  /** Empty: around the clock. */
  windows: LayerWindow[];
  holidays: HolidayRule;
}

/** Somebody stands in for a while. */
export interface OnCallOverride {
  overrideId: string;
  /** Null: wherever `outContactId` is on call, or, without one, every layer of the first rank. */
  layerId: string | null;
  /** Who is replaced, where really on call. Null: `inContactId` has the layer alone, also where it has a gap. */
  outContactId: string | null;
  inContactId: string;
  startsAt: Date;
  endsAt: Date;
}

/** Vacation, a doctor's appointment: the rotation passes the person over. */
export interface TimeOff {
  contactId: string;
  startsAt: Date;
  endsAt: Date;
}

/** Layers of turns, and what is laid over them. */
export interface LayeredSchedule {
  kind: 'layers';
  layers: ScheduleLayer[];
  /** Oldest first: of two that contradict each other the newer wins. */
  overrides: OnCallOverride[];
  timeOff: TimeOff[];
  /** Who is paged after everybody else for a while. */
  busy: BusySpell[];
  /** Everybody the ids above name. */
  people: OnCallPerson[];
  /** Who steps in, in this order, where no layer answers. */
  backups: OnCallPerson[];
  /** Always last, and always there. */
  owner: OnCallPerson;
  /** IANA name; every wall-clock time of the schedule is meant in it. */
  timeZone: string;
  /** Local dates, YYYY-MM-DD. */
  holidays: string[];
}

/** The PRD's form, or layers. Both answer `onCallAt`. */
export type OnCallSchedule = { kind: 'roster'; roster: Roster } | LayeredSchedule;

/** What the caller needs, as far as it is known. */
export interface OnCallWant {
  trade?: Trade | undefined;
  zip?: string | undefined;
}
