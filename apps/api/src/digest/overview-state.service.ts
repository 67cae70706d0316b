import { DomainError } from '@domain/errors/domain-error';
import { Injectable } from '@nestjs/common';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { CalendarSettingsService } from '../calendar/calendar-settings.service.js';
import { LeadCardsService } from '../lead-cards/lead-cards.service.js';
import { OnCallService } from '../on-call/on-call.service.js';
import { liveState } from './digest.queries.js';
import type { Overview } from './digest.types.js';

export type OverviewState = Pick<
  Overview,
  'now' | 'liveCalls' | 'openIncidents' | 'lineNumber' | 'onCallName' | 'needsCallback' | 'calendar'
>;

/** What is going on at this moment, counted. */
@Injectable()
export class OverviewStateService {
  constructor(
    private readonly cards: LeadCardsService,
    private readonly onCall: OnCallService,
    private readonly calendars: CalendarSettingsService,
  ) {}

  async read(tx: AccountTx): Promise<OverviewState> {
    const state = await liveState(tx);
    const needsCallback = await this.cards.countNeedingCallback(tx);
    const { state: calendar } = await this.calendars.read(tx);
    return { ...state, needsCallback, calendar, onCallName: await this.onCallName(tx, state.now) };
  }

  /** By the schedule that pages, so that the screen and the pager agree. Null before anybody was named. */
  private async onCallName(tx: AccountTx, at: Date): Promise<string | null> {
    try {
      return (await this.onCall.onCallAt(tx, at)).primary.name;
    } catch (error) {
      if (error instanceof DomainError) return null;
      throw error;
    }
  }
}
