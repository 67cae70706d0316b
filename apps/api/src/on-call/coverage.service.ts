import { asOfficeHours } from '@domain/hours/as-office-hours';
import { openSpans } from '@domain/hours/open-spans';
import { DomainError } from '@domain/errors/domain-error';
import { checkSchedule } from '@domain/on-call/check-schedule';
import { coverageGaps, daysAhead, type CoverageGap } from '@domain/on-call/gaps';
import { leftOf } from '@domain/on-call/hand-off-silence';
import type { AccountId } from '@domain/ids';
import { DAY_MS, type Span } from '@domain/on-call/local-time';
import { nextChange } from '@domain/on-call/next-change';
import { onCallAt } from '@domain/on-call/on-call-at';
import type { LayeredSchedule } from '@domain/on-call/schedule.types';
import { LONGEST_RANGE_DAYS, nextHandOffs, shiftsBetween } from '@domain/on-call/shifts';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { ConfigService } from '../config/config.service.js';
import { handOffsAt } from './hand-off-notes.queries.js';
import { wrongSpan } from './on-call.errors.js';
import { OnCallService } from './on-call.service.js';
import { draftOf } from './schedule-draft.js';
import { activeContactIds } from './schedule-save.queries.js';
import type { SaveSchedule, WhoQuery } from './schedule.dto.js';
import { toOnCallNowView, type OnCallNowView } from './on-call-now-view.dto.js';
import { toGapView, toHandOffView, toShiftViews } from './schedule-view.dto.js';
import type { GapView, SchedulePreview, ShiftView } from './schedule-view.dto.js';

const DAYS_AHEAD = 14;
const HAND_OFFS_SHOWN = 8;

/** Who is on call when, as screens ask it: now, the calendar, the holes. */
@Injectable()
export class CoverageService {
  constructor(
    private readonly db: AccountDb,
    private readonly clock: Clock,
    private readonly onCall: OnCallService,
    private readonly config: ConfigService,
  ) {}

  /** Who is on call, and until when. Throws `no-on-call-roster`. */
  now(accountId: AccountId, { at = this.clock.now(), ...want }: WhoQuery): Promise<OnCallNowView> {
    return this.db.within(accountId, async (tx) => {
      const schedule = await this.onCall.schedule(tx, at);
      const change = nextChange(schedule, at, want);
      const handOffs = (await handOffsAt(tx, at)).filter((told) => leftOf(schedule, told, at) !== null);
      const about = { at, until: change?.at ?? null, next: change?.then ?? null, handOffs };
      return toOnCallNowView(schedule, onCallAt(schedule, at, want), about);
    });
  }

  /** Throws `wrong-span` when the range is empty or longer than a quarter of a year. */
  shifts(accountId: AccountId, from: Date, to: Date): Promise<ShiftView[]> {
    const length = to.getTime() - from.getTime();
    if (length <= 0 || length > LONGEST_RANGE_DAYS * DAY_MS) throw wrongSpan();
    return this.db.within(accountId, async (tx) => {
      const schedule = await this.onCall.schedule(tx, from);
      return toShiftViews(schedule, shiftsBetween(schedule, from, to));
    });
  }

  gaps(accountId: AccountId): Promise<GapView[]> {
    return this.db.within(accountId, async (tx) => {
      const now = this.clock.now();
      return (await this.gapsAhead(tx, await this.onCall.schedule(tx, now), now)).map(toGapView);
    });
  }

  /** What a schedule would look like, before it is saved: the next 14 days under today's overrides and time off. */
  preview(accountId: AccountId, wanted: SaveSchedule): Promise<SchedulePreview> {
    const draft = draftOf(wanted);
    return this.db.within(accountId, async (tx) => {
      checkSchedule(draft, await activeContactIds(tx));
      const now = this.clock.now();
      const saved = await this.onCall.schedule(tx, now);
      const person = (id: string) => saved.people.filter((each) => each.contactId === id);
      const [owner = saved.owner] = person(draft.ownerId);
      const schedule = { ...saved, layers: draft.layers, backups: draft.backups.flatMap(person), owner };
      const until = new Date(now.getTime() + DAYS_AHEAD * DAY_MS);
      const handOffs = schedule.layers.flatMap((layer) => nextHandOffs(schedule, layer, now, HAND_OFFS_SHOWN));
      return {
        shifts: toShiftViews(schedule, shiftsBetween(schedule, now, until)),
        nextHandOffs: handOffs.map(toHandOffView),
        gaps: (await this.gapsAhead(tx, schedule, now)).map(toGapView),
      };
    });
  }

  /** The holes of the next 14 days, leaving out the hours in which the office answers its own phone. */
  async gapsAhead(tx: AccountTx, schedule: LayeredSchedule, now: Date): Promise<CoverageGap[]> {
    const range = daysAhead(now, DAYS_AHEAD, schedule.timeZone);
    return coverageGaps(schedule, range, await this.attended(tx, now));
  }

  /** Whether nobody is on call for a while before `until`. False while there is no roster: that is another finding. */
  async hasGapBefore(tx: AccountTx, until: Date): Promise<boolean> {
    const now = this.clock.now();
    const schedule = await this.onCall.schedule(tx, now).catch((error: unknown) => {
      if (error instanceof DomainError) return null;
      throw error;
    });
    return schedule !== null && (await this.gapsAhead(tx, schedule, now)).some((gap) => gap.startsAt < until);
  }

  private async attended(tx: AccountTx, now: Date): Promise<Span[]> {
    const config = await this.config.read(tx).catch((error: unknown) => {
      if (error instanceof DomainError) return null;
      throw error;
    });
    if (!config || config.alwaysActive) return [];
    const spans = openSpans(asOfficeHours(config), now, { back: 1, ahead: DAYS_AHEAD + 2 });
    return spans.map(({ opensAt, closesAt }) => ({ from: opensAt.getTime(), to: closesAt.getTime() }));
  }
}
