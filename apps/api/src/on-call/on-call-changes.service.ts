import type { BusySpell } from '@domain/on-call/busy';
import { backNews, busyNews } from '@domain/on-call/busy-words';
import type { CoverStretch } from '@domain/on-call/cover';
import {
  putOnText,
  relievedText,
  standInText,
  takenOffText,
  unconfirmedText,
  type Stretch,
} from '@domain/on-call/on-call-words';
import type { LayeredSchedule, TimeOff } from '@domain/on-call/schedule.types';
import { shiftsBetween } from '@domain/on-call/shifts';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import { Journal, type Actor, type JournalEntry } from '@platform/journal/journal';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { HandOffNoticeService } from './hand-off-notice.service.js';
import { OnCallNotesService } from './on-call-notes.service.js';
import type { NewOverride } from './overrides.queries.js';
import { contactName, placeOf } from './on-call.queries.js';
import type { OverrideRow } from './schedule.queries.js';

/** What every change of who is on call brings with it: the journal, the people's texts, the next hand-off notice. */
@Injectable()
export class OnCallChangesService {
  constructor(
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly notes: OnCallNotesService,
    private readonly notices: HandOffNoticeService,
  ) {}

  /** `relievedId`: who is off meanwhile, or null. */
  async overrideAdded(tx: AccountTx, added: NewOverride, relievedId: string | null, actor: Actor): Promise<void> {
    const { business, stretch } = await this.words(tx, added);
    await this.notes.tell(tx, added.inContactId, putOnText(business, stretch));
    if (relievedId)
      await this.notes.tell(tx, relievedId, relievedText(business, await contactName(tx, added.inContactId), stretch));
    const { startsAt, endsAt, layerId, inContactId } = added;
    const data = { layerId, inContactId, outContactId: relievedId, startsAt, endsAt };
    await this.record(tx, { event: 'on_call.override_added', subjectId: added.id, actor, data });
  }

  async overrideEnded(tx: AccountTx, ended: OverrideRow, actor: Actor): Promise<void> {
    const span = { startsAt: new Date(ended.starts_at), endsAt: new Date(ended.ends_at) };
    const { business, stretch } = await this.words(tx, span);
    await this.notes.tell(tx, ended.in_contact_id, takenOffText(business, stretch));
    if (ended.out_contact_id) await this.notes.tell(tx, ended.out_contact_id, putOnText(business, stretch));
    await this.record(tx, { event: 'on_call.override_ended', subjectId: ended.id, actor, data: span });
  }

  /** Each stand-in of the rotation is told once, with the whole while. */
  async timeOffAdded(
    tx: AccountTx,
    off: TimeOff & { id: string },
    schedule: LayeredSchedule,
    actor: Actor,
  ): Promise<void> {
    const standIns = shiftsBetween(schedule, off.startsAt, off.endsAt).filter(
      ({ because }) => because.kind === 'stand_in' && because.forContactIds.includes(off.contactId),
    );
    const absent = await contactName(tx, off.contactId);
    for (const shift of standIns) {
      const { business, stretch } = await this.words(tx, shift);
      await this.notes.tell(tx, shift.contactId, standInText(business, absent, stretch));
    }
    const { contactId, startsAt, endsAt } = off;
    await this.record(tx, {
      event: 'on_call.time_off_added',
      subjectId: off.id,
      actor,
      data: { contactId, startsAt, endsAt },
    });
  }

  async timeOffEnded(tx: AccountTx, id: string, actor: Actor): Promise<void> {
    await this.record(tx, { event: 'on_call.time_off_ended', subjectId: id, actor, data: {} });
  }

  /** `relievedById`: who is paged first meanwhile, when it was the busy one before. */
  async busySaid(
    tx: AccountTx,
    busy: BusySpell & { id: string },
    relievedById: string | null,
    actor: Actor,
  ): Promise<void> {
    const { contactId, startsAt: now, endsAt: until } = busy;
    if (relievedById) {
      const { business, timeZone } = await placeOf(tx);
      const words = busyNews(business, await contactName(tx, contactId), { until, now, timeZone });
      await this.notes.tell(tx, relievedById, words);
    }
    await this.journal.record(tx, { event: 'on_call.busy_said', subjectId: contactId, actor, data: { until } });
  }

  /** `relievedId`: who was paged first meanwhile, when it is the returned one again. */
  async busyEnded(tx: AccountTx, ended: { contactId: string }, relievedId: string | null, actor: Actor): Promise<void> {
    const { contactId } = ended;
    if (relievedId) {
      const { business } = await placeOf(tx);
      await this.notes.tell(tx, relievedId, backNews(business, await contactName(tx, contactId)));
    }
    await this.journal.record(tx, { event: 'on_call.busy_ended', subjectId: contactId, actor });
  }

  /** The next in line is told that `silentId` has not confirmed a shift. `toldId`: null in a shop of one. */
  async handOffUnconfirmed(tx: AccountTx, silentId: string, toldId: string | null, span: CoverStretch): Promise<void> {
    const { business, stretch } = await this.words(tx, span);
    if (toldId) await this.notes.tell(tx, toldId, unconfirmedText(business, await contactName(tx, silentId), stretch));
    const { startsAt, endsAt } = span;
    const about = { subjectId: silentId, actor: { type: 'system' }, data: { toldId, startsAt, endsAt } } as const;
    await this.journal.record(tx, { event: 'on_call.hand_off_unconfirmed', ...about });
  }

  /** Journals a change, and sees to whom the next hand-off notice goes now. */
  async record(tx: AccountTx, entry: JournalEntry): Promise<void> {
    await this.journal.record(tx, entry);
    await this.notices.rearm(tx);
  }

  private async words(
    tx: AccountTx,
    { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
  ): Promise<{ business: string; stretch: Stretch }> {
    const { business, timeZone } = await placeOf(tx);
    const now = this.clock.now();
    // What has begun already is told from now on.
    return { business, stretch: { startsAt: startsAt > now ? startsAt : now, endsAt, timeZone, now } };
  }
}
