import { DateTime } from 'luxon';

/** One contact's part in one emergency. */
export interface WakePage {
  contactId: string;
  name: string;
  /** The first page that went out to them. */
  pagedAt: Date;
  /** When they accepted; null when somebody else did, or nobody. */
  acceptedAt: Date | null;
  wasFalseAlarm: boolean;
}

export interface WakeStatistics {
  contactId: string;
  name: string;
  /** Emergencies they were paged for, at any hour. */
  paged: number;
  /** Emergencies that paged them between 21:00 and 07:00 on the contractor's clock. */
  woken: number;
  /** Of those, how many turned out to be nothing. */
  wokenForNothing: number;
  accepted: number;
  /** Null when they never accepted. */
  medianSecondsToAccept: number | null;
}

const NIGHT_FROM = 21;
const NIGHT_UNTIL = 7;

/** What the nights cost each person: the number a fair rota is made with. Most woken first. */
export function wakeStatistics(pages: WakePage[], timeZone: string): WakeStatistics[] {
  const contacts = new Set(pages.map((page) => page.contactId));
  return [...contacts]
    .map((contactId) =>
      statisticsOf(
        pages.filter((page) => page.contactId === contactId),
        timeZone,
      ),
    )
    .toSorted((a, b) => b.woken - a.woken || b.paged - a.paged || a.name.localeCompare(b.name));
}

function statisticsOf(pages: WakePage[], timeZone: string): WakeStatistics {
  const nights = pages.filter((page) => isNight(page.pagedAt, timeZone));
  const seconds = pages.flatMap(({ acceptedAt, pagedAt }) =>
    acceptedAt ? [Math.max(0, (acceptedAt.getTime() - pagedAt.getTime()) / 1000)] : [],
  );
  return {
    contactId: pages[0]?.contactId ?? '',
    name: pages[0]?.name ?? '',
    paged: pages.length,
    woken: nights.length,
    wokenForNothing: nights.filter((page) => page.wasFalseAlarm).length,
    accepted: seconds.length,
    medianSecondsToAccept: median(seconds),
  };
}

function isNight(at: Date, timeZone: string): boolean {
  const { hour } = DateTime.fromJSDate(at, { zone: timeZone });
  return hour >= NIGHT_FROM || hour < NIGHT_UNTIL;
}

function median(values: number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : Math.round((low + high) / 2);
}
