import type { AccountId } from '@domain/ids';
import { MINUTE_MS } from '@domain/on-call/local-time';
import { handOffText } from '@domain/on-call/on-call-words';
import type { LayeredSchedule } from '@domain/on-call/schedule.types';
import { shiftsBetween, type Shift } from '@domain/on-call/shifts';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { OnCallNotesService } from './on-call-notes.service.js';
import { OnCallRoster } from './on-call-roster.entity.js';
import { placeOf } from './on-call.queries.js';
import { OnCallService } from './on-call.service.js';

const AHEAD_MS = 15 * MINUTE_MS;
/** Looks this far for the next shift; without one it looks again then. */
const HORIZON_MS = 8 * 24 * 60 * MINUTE_MS;

/** "You're on call from 5 PM": a quarter of an hour before each shift begins (reference/oncall 7.5). */
@Injectable()
export class HandOffNoticeService {
  constructor(
    private readonly db: AccountDb,
    private readonly clock: Clock,
    private readonly onCall: OnCallService,
    private readonly notes: OnCallNotesService,
  ) {}

  /** Alarm `hand_off`. */
  fire(accountId: AccountId): Promise<void> {
    return this.db.within(accountId, async (tx) => {
      const roster = await tx.lock(OnCallRoster, {});
      const now = this.clock.now();
      if (!roster?.nextNoticeAt || roster.nextNoticeAt > now) return;
      const until = new Date(now.getTime() + AHEAD_MS);
      // After an outage nobody is told of a shift that has begun long ago.
      const since = later(roster.noticesToldUntil, now);
      for (const shift of beginning(await this.onCall.schedule(tx, since), since, until))
        await this.tell(tx, shift, now);
      await this.arm(tx, { ...roster, noticesToldUntil: until });
    });
  }

  /** After every change of who is on call: the next notice may be another. Caller holds the roster's lock. */
  async rearm(tx: AccountTx): Promise<void> {
    const roster = await tx.lock(OnCallRoster, {});
    if (roster) await this.arm(tx, roster);
  }

  private async arm(tx: AccountTx, roster: OnCallRoster): Promise<void> {
    const now = this.clock.now();
    const since = later(roster.noticesToldUntil, now);
    const schedule = await this.onCall.schedule(tx, now);
    const nextNoticeAt = roster.noticesEnabled && changesHands(schedule) ? nextNotice(schedule, since) : null;
    await tx.update(OnCallRoster, {}, { nextNoticeAt, noticesToldUntil: roster.noticesToldUntil });
  }

  private async tell(tx: AccountTx, shift: Shift, now: Date): Promise<void> {
    const { business, timeZone } = await placeOf(tx);
    const { contactId, startsAt, endsAt } = shift;
    const words = handOffText(business, { startsAt, endsAt, timeZone, now });
    await this.notes.tell(tx, contactId, words, { kind: 'hand_off', startsAt, endsAt });
  }
}

/** The roster form alone never changes hands, so nobody is ever told. */
const changesHands = (schedule: LayeredSchedule): boolean =>
  schedule.overrides.length > 0 || schedule.timeOff.length > 0 || schedule.layers.some(isShared);

const isShared = ({ rotation, windows, holidays }: LayeredSchedule['layers'][number]): boolean =>
  rotation !== null || windows.length > 0 || holidays !== 'normal';

function nextNotice(schedule: LayeredSchedule, since: Date): Date {
  const horizon = new Date(since.getTime() + HORIZON_MS);
  const [next] = beginning(schedule, since, horizon);
  return next ? new Date(next.startsAt.getTime() - AHEAD_MS) : horizon;
}

/** Shifts that begin after `since` and not after `until`, one for each person and moment, soonest first. */
function beginning(schedule: LayeredSchedule, since: Date, until: Date): Shift[] {
  const inOrder = shiftsBetween(schedule, new Date(since.getTime() - 1), new Date(until.getTime() + HORIZON_MS))
    .filter(({ startsAt }) => startsAt > since && startsAt <= until)
    .toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
  const keys = inOrder.map(({ contactId, startsAt }) => `${contactId} ${startsAt.getTime()}`);
  return inOrder.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
}

const later = (one: Date | null, other: Date): Date => (one !== null && one > other ? one : other);
