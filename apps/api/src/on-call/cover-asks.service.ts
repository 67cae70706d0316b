import { coverChain, nextNightOf, nightOn, personNamed, tonightOf } from '@domain/on-call/cover';
import * as words from '@domain/on-call/cover-words';
import type { NamedNight } from '@domain/on-call/night-words';
import type { PagerLanguage } from '@domain/on-call/pager-language';
import type { LayeredSchedule } from '@domain/on-call/schedule.types';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { newId } from '@platform/tenancy/new-id';
import { provedAmong, type CoverAsk } from './cover-asks.queries.js';
import { CoverTurnsService } from './cover-turns.service.js';
import { contactName, placeOf } from './on-call.queries.js';
import { OnCallService } from './on-call.service.js';

/** Who asks, and in which language they are answered. */
export interface CoverWish {
  askerId: string;
  language: PagerLanguage;
}

/** "OFF TONIGHT" and "SWAP SAL": looks for somebody to ask. The pager moves with a yes, never before. */
@Injectable()
export class CoverAsksService {
  constructor(
    private readonly clock: Clock,
    private readonly onCall: OnCallService,
    private readonly turns: CoverTurnsService,
  ) {}

  /** Asks the chain in order for the rest of this night. Returns what is texted back. */
  async off(tx: AccountTx, { askerId, language }: CoverWish): Promise<string> {
    const schedule = await this.schedule(tx);
    const tonight = tonightOf(schedule, askerId, this.clock.now());
    if (!tonight) return words.NOT_ON_CALL_TONIGHT[language];
    const chain = coverChain(schedule, askerId, tonight).map(({ contactId }) => contactId);
    const [askedId, ...waitingIds] = await provedAmong(tx, chain);
    if (askedId === undefined) return this.turns.refused(tx, { askerId, language, ...tonight });
    return this.open(tx, {
      id: newId(),
      askerId,
      askedId,
      waitingIds,
      language,
      ...tonight,
      returnStartsAt: null,
      returnEndsAt: null,
    });
  }

  /**
   * Asks one person to exchange nights: the named one, whichever of the two has it, for the other's next; without a date
   * the next night of each. Returns what is texted back.
   */
  async swap(tx: AccountTx, { askerId, language }: CoverWish, { name, date }: NamedNight): Promise<string> {
    const schedule = await this.schedule(tx);
    const other = personNamed(name, schedule.people);
    const known = other && other.contactId !== askerId && (await provedAmong(tx, [other.contactId])).length > 0;
    if (!known) return words.unknownNameText(name, await this.others(tx, schedule, askerId))[language];
    const askedId = other.contactId;
    const nights = this.nightsOf(schedule, { askerId, askedId, date });
    if (!nights) return words.noSuchNightText(other.name)[language];
    const { mine, theirs } = nights;
    if (!mine) return words.nothingToSwapText(null)[language];
    if (!theirs) return words.nothingToSwapText(other.name)[language];
    return this.open(tx, {
      id: newId(),
      askerId,
      askedId,
      waitingIds: [],
      language,
      ...mine,
      returnStartsAt: theirs.startsAt,
      returnEndsAt: theirs.endsAt,
    });
  }

  /** Null: a night is named that is neither's. */
  private nightsOf(schedule: LayeredSchedule, who: { askerId: string; askedId: string; date: string | null }) {
    const { askerId, askedId, date } = who;
    const now = this.clock.now();
    const next = (of: string, besides: string) => nextNightOf(schedule, of, now, besides);
    if (date === null) return { mine: next(askerId, askedId), theirs: next(askedId, askerId) };
    const mine = nightOn(schedule, askerId, date, { now, besides: askedId });
    if (mine) return { mine, theirs: next(askedId, askerId) };
    const theirs = nightOn(schedule, askedId, date, { now, besides: askerId });
    return theirs && { mine: next(askerId, askedId), theirs };
  }

  private async open(tx: AccountTx, ask: CoverAsk): Promise<string> {
    if (!(await this.turns.open(tx, ask))) return words.ASKING_ALREADY[ask.language];
    const { timeZone } = await placeOf(tx);
    const stretch = { startsAt: ask.startsAt, endsAt: ask.endsAt, timeZone, now: this.clock.now() };
    return words.askingText(await contactName(tx, ask.askedId), stretch)[ask.language];
  }

  private schedule(tx: AccountTx): Promise<LayeredSchedule> {
    return this.onCall.schedule(tx, this.clock.now());
  }

  /** The names a swap can be asked of. */
  private async others(tx: AccountTx, { people }: LayeredSchedule, askerId: string): Promise<string[]> {
    const active = people.filter((person) => person.isActive && person.contactId !== askerId);
    const proved = new Set(
      await provedAmong(
        tx,
        active.map(({ contactId }) => contactId),
      ),
    );
    return active.filter(({ contactId }) => proved.has(contactId)).map(({ name }) => name);
  }
}
