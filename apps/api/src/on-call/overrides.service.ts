import { notFound } from '@domain/errors/domain-error';
import type { AccountId } from '@domain/ids';
import { DAY_MS } from '@domain/on-call/local-time';
import { onCallAt } from '@domain/on-call/on-call-at';
import type { LayeredSchedule } from '@domain/on-call/schedule.types';
import { LONGEST_RANGE_DAYS, shiftsBetween } from '@domain/on-call/shifts';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import type { Actor } from '@platform/journal/journal';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { newId } from '@platform/tenancy/new-id';
import { noRoster, notOnCall, overlaps, samePerson, wrongSpan } from './on-call.errors.js';
import { OnCallChangesService } from './on-call-changes.service.js';
import { OnCallService } from './on-call.service.js';
import { contradicting, endOverride, insertOverride, lockOnCall, type NewOverride } from './overrides.queries.js';
import type { AddOverride, SwapShifts, SwapSide } from './schedule.dto.js';
import type { OverrideRow } from './schedule.queries.js';
import { toOverrideView, type OverrideView } from './schedule-view.dto.js';

/** Whose hours `cover` takes, and which of their own they give back, if any. */
export interface Exchange {
  away: SwapSide;
  cover: string;
  back: SwapSide | null;
}

/** Somebody stands in for a while. Every change is journalled, and both people hear of it. */
@Injectable()
export class OverridesService {
  constructor(
    private readonly db: AccountDb,
    private readonly clock: Clock,
    private readonly onCall: OnCallService,
    private readonly changes: OnCallChangesService,
  ) {}

  /** Throws `wrong-span`, `override-conflict`, `not-on-call` and, for an unknown person or layer, `…-not-found`. */
  add(accountId: AccountId, wanted: AddOverride, actor: Actor): Promise<OverrideView> {
    const { layerId = null, outContactId = null, inContactId, startsAt, endsAt, reason = '' } = wanted;
    const override = { id: newId(), layerId, outContactId, inContactId, startsAt, endsAt, reason };
    return this.db.within(accountId, async (tx) => {
      await this.assertPossible(tx, override);
      await this.put(tx, override, actor);
      return viewOf(override);
    });
  }

  /** Two people exchange shifts: both stand-ins, or neither. Throws as `add`. */
  swap(accountId: AccountId, { one, other }: SwapShifts, actor: Actor): Promise<OverrideView[]> {
    const both = { away: one, cover: other.contactId, back: other };
    return this.db.within(accountId, async (tx) => (await this.standIn(tx, both, actor)).map(viewOf));
  }

  /** Somebody has another's hours, and gives own ones back where it is a swap. Throws as `add`, before anything is written. */
  async standIn(tx: AccountTx, { away, cover, back }: Exchange, actor: Actor): Promise<NewOverride[]> {
    const halves = [standIn(away, cover), ...(back ? [standIn(back, away.contactId)] : [])];
    // Both are judged by the plan as it is now: after the first half the second would look different.
    for (const override of halves) await this.assertPossible(tx, override);
    for (const override of halves) await this.put(tx, override, actor);
    return halves;
  }

  /** "I have the pager until 6." Throws `wrong-span` and `contact-not-found`. */
  take(accountId: AccountId, { contactId, until }: { contactId: string; until: Date }, actor: Actor): Promise<void> {
    return this.db.within(accountId, (tx) => this.takeUntil(tx, contactId, until, actor));
  }

  /**
   * This person is paged first from now until `until`, whatever is planned. Who had taken it before gets the rest of
   * their time back afterwards. The one relieved is told.
   */
  async takeUntil(tx: AccountTx, contactId: string, until: Date, actor: Actor): Promise<void> {
    const now = this.clock.now();
    const taking: NewOverride = {
      id: newId(),
      layerId: null,
      outContactId: null,
      inContactId: contactId,
      reason: '',
      startsAt: now,
      endsAt: until,
    };
    const schedule = await this.locked(tx, taking);
    const relieved = onCallAt(schedule, now).primary;
    for (const row of await contradicting(tx, taking)) await this.makeRoom(tx, row, taking, actor);
    await insertOverride(tx, taking, actor, now);
    await this.changes.overrideAdded(tx, taking, relieved.contactId === contactId ? null : relieved.contactId, actor);
  }

  /** Ends it now, or before it begins. Throws `override-not-found` when it is over. */
  cancel(accountId: AccountId, id: string, actor: Actor): Promise<void> {
    return this.db.within(accountId, async (tx) => {
      await lockOnCall(tx);
      const ended = await endOverride(tx, id, this.clock.now());
      if (!ended) throw notFound('override');
      await this.changes.overrideEnded(tx, ended, actor);
    });
  }

  private async assertPossible(tx: AccountTx, override: NewOverride): Promise<void> {
    const schedule = await this.locked(tx, override);
    if ((await contradicting(tx, override)).length > 0) throw overlaps();
    assertReallyOnCall(schedule, override);
  }

  private async put(tx: AccountTx, override: NewOverride, actor: Actor): Promise<void> {
    await insertOverride(tx, override, actor, this.clock.now());
    await this.changes.overrideAdded(tx, override, override.outContactId, actor);
  }

  /** The schedule nobody else changes meanwhile, after the override's people and times are found to make sense. */
  private async locked(tx: AccountTx, override: NewOverride): Promise<LayeredSchedule> {
    assertSpan(override, this.clock.now());
    if (override.inContactId === override.outContactId) throw samePerson();
    if (!(await lockOnCall(tx))) throw noRoster();
    const schedule = await this.onCall.schedule(tx, this.clock.now());
    const known = (id: string | null) =>
      id === null || schedule.people.some((each) => each.contactId === id && each.isActive);
    if (!known(override.inContactId) || !known(override.outContactId)) throw notFound('contact');
    if (override.layerId !== null && !schedule.layers.some((layer) => layer.layerId === override.layerId))
      throw notFound('layer');
    return schedule;
  }

  /** Cuts the taking out of an earlier one: what was before stays, what comes after is given back. */
  private async makeRoom(tx: AccountTx, row: OverrideRow, taking: NewOverride, actor: Actor): Promise<void> {
    const [from, to] = [new Date(row.starts_at), new Date(row.ends_at)];
    await endOverride(tx, row.id, taking.startsAt);
    if (to <= taking.endsAt) return;
    const rest = { ...taking, id: newId(), inContactId: row.in_contact_id, reason: row.reason, endsAt: to };
    await insertOverride(
      tx,
      { ...rest, startsAt: from > taking.endsAt ? from : taking.endsAt },
      actor,
      this.clock.now(),
    );
  }
}

/** Times must lie ahead, and not for ever. */
export function assertSpan({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }, now: Date): void {
  const length = endsAt.getTime() - startsAt.getTime();
  if (length <= 0 || length > LONGEST_RANGE_DAYS * DAY_MS || endsAt <= now) throw wrongSpan();
}

/** Replacing somebody who isn't on call would do nothing, and look as if it had. */
function assertReallyOnCall(schedule: LayeredSchedule, { outContactId, layerId, startsAt, endsAt }: NewOverride): void {
  if (outContactId === null) return;
  const shifts = shiftsBetween(schedule, startsAt, endsAt);
  const theirs = shifts.some(
    (shift) => shift.contactId === outContactId && (layerId ?? shift.layerId) === shift.layerId,
  );
  if (!theirs)
    throw notOnCall(schedule.people.find((person) => person.contactId === outContactId)?.name ?? 'That person');
}

const standIn = (away: SwapSide, cover: string): NewOverride => ({
  id: newId(),
  layerId: null,
  outContactId: away.contactId,
  inContactId: cover,
  startsAt: away.startsAt,
  endsAt: away.endsAt,
  reason: 'swap',
});

const viewOf = (override: NewOverride): OverrideView =>
  toOverrideView({
    id: override.id,
    layer_id: override.layerId,
    out_contact_id: override.outContactId,
    reason: override.reason,
    in_contact_id: override.inContactId,
    starts_at: override.startsAt.toISOString(),
    ends_at: override.endsAt.toISOString(),
  });
