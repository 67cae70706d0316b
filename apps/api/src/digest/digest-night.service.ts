import { compileDigest } from '@domain/digest/compile-digest';
import { digestWindow, localDate } from '@domain/digest/digest-schedule';
import type { Digest, DigestCall, DigestWindow } from '@domain/digest/digest.types';
import { lastCloseBefore } from '@domain/hours/office-hours';
import { Injectable } from '@nestjs/common';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { CallsService } from '../calls/calls.service.js';
import { ConfigService } from '../config/config.service.js';
import type { AfterHoursConfig } from '../config/config.types.js';
import { EscalationService } from '../escalation/escalation.service.js';
import { LeadCardsService } from '../lead-cards/lead-cards.service.js';
import { previousDigest, type DigestRecord } from './digest.queries.js';
import type { DueDigest } from './digest.types.js';

/** Reads a night together: its calls, their cards and how their emergencies ended. */
@Injectable()
export class DigestNightService {
  constructor(
    private readonly config: ConfigService,
    private readonly calls: CallsService,
    private readonly cards: LeadCardsService,
    private readonly escalation: EscalationService,
  ) {}

  /** The digest that is due, ready to be stored; null when the account has switched digests off. */
  async compile(tx: AccountTx, moment: DueDigest): Promise<DigestRecord | null> {
    const config = await this.config.read(tx);
    if (!config.digestEnabled) return null;
    const date = localDate(moment.due, config.timeZone);
    const digest = await this.digestOf(tx, config, { ...moment, date });
    return { date, channel: config.digestChannel, digest, now: moment.now };
  }

  private async digestOf(
    tx: AccountTx,
    config: AfterHoursConfig,
    moment: DueDigest & { date: string },
  ): Promise<Digest> {
    const { timeZone, averageEmergencyValueCents } = config;
    const hours = { weekly: config.hours, specialDays: config.closures, timeZone };
    const window = digestWindow({ ...moment, lastClose: lastCloseBefore(hours, moment.due) });
    const calls = await this.callsOf(tx, window, moment.previousEnd);
    return compileDigest({ date: moment.date, window, calls, timeZone, averageEmergencyValueCents });
  }

  /**
   * The calls of the window, and those of the previous one that were not in its digest: still running then, or written
   * down a moment too late. Without them a call at 5:59:59 would be in no digest at all.
   */
  private async callsOf(tx: AccountTx, window: DigestWindow, previousEnd: Date | null): Promise<DigestCall[]> {
    const previous = previousEnd && (await previousDigest(tx));
    const told = new Set(previous?.entries.map((entry) => entry.callId));
    const since = previous && previous.windowStart < window.start ? previous.windowStart : window.start;
    const calls = (await this.calls.between(tx, since, window.end)).filter((call) => !told.has(call.id));
    const callIds = calls.map((call) => call.id);
    const cards = await this.cards.forCalls(tx, callIds);
    const incidents = await this.escalation.outcomesOf(tx, callIds);
    return calls.map((call) => ({
      ...call,
      card: cards.get(call.id) ?? null,
      incident: incidents.get(call.id) ?? null,
    }));
  }
}
