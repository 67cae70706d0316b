import { DAY_MS, dateOf, instantOf, naive, readingAt, weekdayIndex } from '@domain/on-call/local-time';
import type { LayerWindow, ScheduleLayer } from '@domain/on-call/schedule.types';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { newId } from '@platform/tenancy/new-id';
import { HandOffNoticeService } from './on-call/hand-off-notice.service.js';
import { insertOverride, insertTimeOff } from './on-call/overrides.queries.js';
import { saveBackups, saveLayers, saveRosterOf } from './on-call/schedule-save.queries.js';

/** Contact ids of the demo's crew. */
export interface DemoCrew {
  mike: string;
  dana: string;
  dave: string;
}

const WEEKNIGHTS: LayerWindow[] = [{ days: ['mon', 'tue', 'wed', 'thu'], from: '17:00', to: '08:00' }];
const WEEKEND: LayerWindow[] = [
  { days: ['fri'], from: '17:00', to: '08:00' },
  { days: ['sat', 'sun'], from: '08:00', to: '08:00' },
];
const THURSDAY = 3;

/**
 * A calendar with something in it: Mike has the weeknights, he and Dana take turns at the weekends, Dave has Dana's coming
 * Sunday, and Mike goes fishing. Any Thursday night is Mike's: the PRD's night is played on one.
 */
@Injectable()
export class DemoSchedule {
  constructor(
    private readonly clock: Clock,
    private readonly notices: HandOffNoticeService,
  ) {}

  async lay(tx: AccountTx, crew: DemoCrew, timeZone: string): Promise<void> {
    const now = this.clock.now();
    const day = dayOf(now, timeZone);
    const layers = layersOf(crew, day('fri').date);
    await saveRosterOf(tx, { layers, backups: [crew.dana, crew.mike], ownerId: crew.dave }, 2);
    await saveLayers(tx, layers);
    await saveBackups(tx, [crew.dana, crew.mike]);
    const trip = { startsAt: day('nextMon').at('12:00'), endsAt: day('nextWed').at('12:00') };
    await insertTimeOff(tx, { id: newId(), contactId: crew.mike, ...trip, reason: 'Fishing trip' }, now);
    const sunday = { startsAt: day('sun').at('08:00'), endsAt: day('nextMon').at('08:00') };
    const stand = { layerId: null, outContactId: crew.dana, inContactId: crew.dave, reason: "Dana's sister visits" };
    await insertOverride(tx, { id: newId(), ...stand, ...sunday }, { type: 'system' }, now);
    await this.notices.rearm(tx);
  }
}

/** Days from the Thursday that is today or comes next. */
const DAYS = { fri: 1, sun: 3, nextMon: 4, nextWed: 6 };

function dayOf(now: Date, timeZone: string) {
  const today = naive(dateOf(readingAt(now.getTime(), timeZone)));
  const thursday = today + ((THURSDAY - weekdayIndex(today) + 7) % 7) * DAY_MS;
  return (day: keyof typeof DAYS) => {
    const date = dateOf(thursday + DAYS[day] * DAY_MS);
    return { date, at: (time: string) => new Date(instantOf(naive(date, time), timeZone)) };
  };
}

function layersOf({ mike, dana }: DemoCrew, firstWeekend: string): ScheduleLayer[] {
  const every = { rank: 1, trades: [], zips: [], holidays: 'normal' as const };
  const weekly = { startsOn: firstWeekend, handOff: '17:00', every: 1, unit: 'week' as const };
  return [
    {
      ...{ ...every, layerId: newId(), name: 'Weeknights', rotation: null },
      ...{ turns: [[mike], [dana]], windows: WEEKNIGHTS },
    },
    {
      ...{ ...every, layerId: newId(), name: 'Weekends', rotation: weekly },
      ...{ turns: [[dana], [mike]], windows: WEEKEND },
    },
  ];
}
