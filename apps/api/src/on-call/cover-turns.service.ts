import type { AccountId } from '@domain/ids';
import { coverAskText, noSwapText, nobodyCoversNews, nobodyCoversText, swapAskText } from '@domain/on-call/cover-words';
import { MINUTE_MS } from '@domain/on-call/local-time';
import type { Stretch } from '@domain/on-call/on-call-words';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import { Journal, type Actor } from '@platform/journal/journal';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { closeCoverAsk, dueCoverAsk, insertCoverAsk, moveCoverAsk, type CoverAsk } from './cover-asks.queries.js';
import { OnCallNotesService } from './on-call-notes.service.js';
import { OnCallRoster } from './on-call-roster.entity.js';
import { contactName, placeOf } from './on-call.queries.js';

/** Long enough to find the phone, short enough that a chain of four is through before the night is. */
const COVER_WAIT_MS = 5 * MINUTE_MS;
/** A swap is no hurry, but has to be settled before the night it is about. */
const SWAP_WAIT_MS = 240 * MINUTE_MS;

const SYSTEM: Actor = { type: 'system' };

/** Whose turn it is to be asked for cover, until somebody says yes or nobody is left. */
@Injectable()
export class CoverTurnsService {
  constructor(
    private readonly db: AccountDb,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly notes: OnCallNotesService,
  ) {}

  /** Asks the first. False when the asker has a question open. */
  async open(tx: AccountTx, ask: CoverAsk): Promise<boolean> {
    const now = this.clock.now();
    if (!(await insertCoverAsk(tx, ask, now, nextAskAt(ask, now)))) return false;
    await this.ask(tx, ask);
    const { askerId, askedId, startsAt, endsAt } = ask;
    const data = { askedId, startsAt, endsAt, isSwap: ask.returnStartsAt !== null };
    const actor = { type: 'contact', id: askerId } as const;
    await this.journal.record(tx, { event: 'on_call.cover_asked', subjectId: askerId, actor, data });
    return true;
  }

  /** Alarm `cover_ask`: no answer counts as a no, and costs nobody the night. */
  fire(accountId: AccountId, askId: string): Promise<void> {
    return this.db.within(accountId, async (tx) => {
      const ask = await dueCoverAsk(tx, askId, this.clock.now());
      if (ask) await this.next(tx, ask, SYSTEM);
    });
  }

  /** The one asked can't. Caller holds the question's lock. */
  async next(tx: AccountTx, ask: CoverAsk, actor: Actor): Promise<void> {
    const now = this.clock.now();
    const [askedId, ...waitingIds] = ask.waitingIds;
    if (askedId === undefined || now >= ask.endsAt) return this.giveUp(tx, ask, actor);
    const moved = { ...ask, askedId, waitingIds };
    await moveCoverAsk(tx, moved, now, nextAskAt(moved, now));
    await this.ask(tx, moved);
  }

  /** What the asker is told when nobody can, and the owner with them: nothing has changed, and both know it. */
  async refused(tx: AccountTx, ask: Pick<CoverAsk, 'askerId' | 'startsAt' | 'endsAt' | 'language'>): Promise<string> {
    const { business, stretch } = await this.words(tx, ask);
    const roster = await tx.findOne(OnCallRoster, {});
    const ownerId = roster && roster.ownerContactId !== ask.askerId ? roster.ownerContactId : null;
    if (ownerId)
      await this.notes.tell(tx, ownerId, nobodyCoversNews(business, await contactName(tx, ask.askerId), stretch));
    const { askerId, startsAt, endsAt } = ask;
    const data = { startsAt, endsAt };
    await this.journal.record(tx, { event: 'on_call.cover_refused', subjectId: askerId, actor: SYSTEM, data });
    return nobodyCoversText(ownerId && (await contactName(tx, ownerId)), stretch)[ask.language];
  }

  private async giveUp(tx: AccountTx, ask: CoverAsk, actor: Actor): Promise<void> {
    await closeCoverAsk(tx, ask.id, 'refused');
    if (ask.returnStartsAt === null) return this.notes.tell(tx, ask.askerId, await this.refused(tx, ask));
    await this.notes.tell(tx, ask.askerId, noSwapText(await contactName(tx, ask.askedId))[ask.language]);
    await this.journal.record(tx, { event: 'on_call.swap_refused', subjectId: ask.askerId, actor });
  }

  private async ask(tx: AccountTx, ask: CoverAsk): Promise<void> {
    const { business, stretch } = await this.words(tx, ask);
    const asker = await contactName(tx, ask.askerId);
    const { returnStartsAt, returnEndsAt } = ask;
    const give = returnStartsAt && returnEndsAt && { ...stretch, startsAt: returnStartsAt, endsAt: returnEndsAt };
    const body = give ? swapAskText(business, asker, { take: stretch, give }) : coverAskText(business, asker, stretch);
    await this.notes.tell(tx, ask.askedId, body);
  }

  private async words(
    tx: AccountTx,
    { startsAt, endsAt }: Pick<CoverAsk, 'startsAt' | 'endsAt'>,
  ): Promise<{ business: string; stretch: Stretch }> {
    const { business, timeZone } = await placeOf(tx);
    return { business, stretch: { startsAt, endsAt, timeZone, now: this.clock.now() } };
  }
}

function nextAskAt({ returnStartsAt, startsAt }: CoverAsk, now: Date): Date {
  if (returnStartsAt === null) return new Date(now.getTime() + COVER_WAIT_MS);
  const [first = now] = [startsAt, returnStartsAt].toSorted((one, other) => one.getTime() - other.getTime());
  const inTime = Math.min(now.getTime() + SWAP_WAIT_MS, first.getTime());
  return new Date(Math.max(inTime, now.getTime() + COVER_WAIT_MS));
}
