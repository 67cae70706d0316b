import type { AccountId } from '@domain/ids';
import { DAY_MS, dateOf, instantOf, naive, readingAt, weekdayIndex } from '@domain/on-call/local-time';
import type { LayerWindow, ScheduleLayer } from '@domain/on-call/schedule.types';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { PlatformDb } from '@platform/tenancy/platform-db';
import { newId } from '@platform/tenancy/new-id';
import { DEMO_ACCOUNTS } from './demo-accounts.js';
import { HandOffNoticeService } from '../../src/on-call/hand-off-notice.service.js';
import { insertOverride, insertTimeOff } from '../../src/on-call/overrides.queries.js';
import { saveBackups, saveLayers, saveRosterOf } from '../../src/on-call/schedule-save.queries.js';

const WEEKNIGHTS: LayerWindow[] = [{ days: ['mon', 'tue', 'wed', 'thu'], from: '17:00', to: '08:00' }];
const WEEKEND: LayerWindow[] = [
  { days: ['fri'], from: '17:00', to: '08:00' },
  { days: ['sat', 'sun'], from: '08:00', to: '08:00' },
];

/** Days from the Monday of the week in which it is laid. */
const DAYS = { friday: 4, sundayOfDana: 13, mondayOfTrip: 14, wednesdayOfTrip: 16 };

/** Contact ids of the demo's crew, by the slots of its form. */
interface DemoCrew {
  version: number;
  hasLayers: boolean;
  mike: string;
  dana: string | null;
  dave: string;
  timeZone: string;
}

/**
 * A calendar with something in it, in place of the demo's simple form: Mike has the weeknights, he and Dana take turns at
 * the weekends, Dave has a Sunday of Dana's, and Mike goes fishing. For a week it is Mike's phone that rings, and any
 * Thursday night is his: the PRD's night is played on one.
 */
@Injectable()
export class DemoSchedule {
  constructor(
    private readonly db: AccountDb,
    private readonly platform: PlatformDb,
    private readonly clock: Clock,
    private readonly notices: HandOffNoticeService,
  ) {}

  /** Leaves alone what somebody has changed, and a crew of two, who have nothing to rotate. */
  async lay(): Promise<void> {
    const lines = DEMO_ACCOUNTS.map(({ line }) => line);
    const accounts = await this.platform.query<{ account_id: AccountId }>(
      `select account_id from routing.lines where number = any ($1)`,
      [lines],
    );
    for (const account of accounts) await this.layFor(account.account_id);
  }

  private layFor(accountId: AccountId): Promise<void> {
    return this.db.within(accountId, async (tx) => {
      const crew = await crewOf(tx);
      if (!crew?.dana || crew.hasLayers || crew.version !== 1) return;
      const day = daysFrom(this.clock.now(), crew.timeZone);
      const { mike, dana, dave } = { ...crew, dana: crew.dana };
      const layers = layersOf({ mike, dana }, day('friday').date);
      await saveRosterOf(tx, { layers, backups: [mike, dana], ownerId: dave }, crew.version + 1);
      await saveLayers(tx, layers);
      await saveBackups(tx, [mike, dana]);
      await this.layChanges(tx, { mike, dana, dave }, day);
      await this.notices.rearm(tx);
    });
  }

  private async layChanges(
    tx: AccountTx,
    { mike, dana, dave }: Record<'mike' | 'dana' | 'dave', string>,
    day: ReturnType<typeof daysFrom>,
  ): Promise<void> {
    const now = this.clock.now();
    const sunday = { startsAt: day('sundayOfDana').at('08:00'), endsAt: day('mondayOfTrip').at('08:00') };
    const stand = { layerId: null, outContactId: dana, inContactId: dave, reason: "Dana's sister visits" };
    await insertOverride(tx, { id: newId(), ...stand, ...sunday }, { type: 'system' }, now);
    const trip = { startsAt: day('mondayOfTrip').at('12:00'), endsAt: day('wednesdayOfTrip').at('12:00') };
    await insertTimeOff(tx, { id: newId(), contactId: mike, ...trip, reason: 'Fishing trip' }, now);
  }
}

async function crewOf(tx: AccountTx): Promise<DemoCrew | null> {
  const [row] = await tx.query<DemoCrew>(
    `select r.version, r.has_layers as "hasLayers", r.primary_contact_id as mike, r.backup_contact_id as dana,
       r.owner_contact_id as dave, a.time_zone as "timeZone"
     from on_call_rosters r join accounts a using (account_id) where r.account_id = $1`,
    [tx.accountId],
  );
  return row ?? null;
}

function daysFrom(now: Date, timeZone: string) {
  const today = naive(dateOf(readingAt(now.getTime(), timeZone)));
  const monday = today - weekdayIndex(today) * DAY_MS;
  return (day: keyof typeof DAYS) => {
    const date = dateOf(monday + DAYS[day] * DAY_MS);
    return { date, at: (time: string) => new Date(instantOf(naive(date, time), timeZone)) };
  };
}

function layersOf({ mike, dana }: { mike: string; dana: string }, firstWeekend: string): ScheduleLayer[] {
  const every = { rank: 1, trades: [], zips: [], holidays: 'normal' as const };
  const weekly = { startsOn: firstWeekend, handOff: '17:00', every: 1, unit: 'week' as const };
  return [
    {
      ...every,
      layerId: newId(),
      name: 'Weeknights',
      rotation: null,
      turns: [[mike], [dana]],
      windows: WEEKNIGHTS,
    },
    {
      ...every,
      layerId: newId(),
      name: 'Weekends',
      rotation: weekly,
      turns: [[mike], [dana]],
      windows: WEEKEND,
    },
  ];
}
