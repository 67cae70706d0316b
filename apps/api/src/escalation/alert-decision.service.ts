import { dutyOf, type AlertDuty } from '@domain/escalation/alert';
import { isUnanswered } from '@domain/escalation/incident';
import { PACE_MEMORY_MS, type Hold } from '@domain/escalation/pace';
import { firstQuestionAt, type UnclearAttempt } from '@domain/escalation/settling';
import { mayDial, type E164 } from '@domain/phone/e164';
import { Injectable } from '@nestjs/common';
import { monotonicTime } from '@platform/clock/real-time';
import { Journal } from '@platform/journal/journal';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { AlertThreadsService } from '../on-call/alert-threads.service.js';
import { Alert } from './alert.entity.js';
import { beginAttempt, lockAlert, standingOf, unclearAttempt } from './alert.queries.js';
import { Incident } from './incident.entity.js';
import { bundleInto, takeTurnsOver } from './pace.queries.js';
import { TextPaceService, type DueAlert } from './text-pace.service.js';

const WAIT_FOR_LEG_MS = 5_000;
/** A text that travels in another one looks after that one so often. */
const FOLLOW_MS = 5_000;
/** A shorter wait for a person's pace is not told. */
const TOLD_FROM_MS = 60_000;
/** An emergency this old pages nobody any more, whatever kept it from going out. */
const STALE_MS = 12 * 60 * 60 * 1000;

/** The provider is asked, at `askedAt` or a little later, what it has of an attempt, and of no later one. */
export interface AlertQuestion {
  kind: 'ask';
  incident: Incident;
  alert: Alert;
  attempt: UnclearAttempt;
  askedAt: Date;
}

/** What is left to do once the transaction has committed. */
export type AlertOrder =
  | { kind: 'nothing' }
  /** Only our own rows change. */
  | { kind: 'note'; what: 'giveUp' | 'follow' | 'missReceipt' }
  | { kind: 'send'; incident: Incident; alert: Alert; begunAt: number; lineHolder: string | null }
  | AlertQuestion
  | { kind: 'look' | 'hang_up'; alert: Alert; sid: string }
  | { kind: 'look_for_caller'; incident: Incident; alert: Alert };

/** Says what is due about an alert, and writes down that it begins, all in one transaction. */
@Injectable()
export class AlertDecisionService {
  constructor(
    private readonly threads: AlertThreadsService,
    private readonly pace: TextPaceService,
    private readonly journal: Journal,
  ) {}

  /** May be asked twice, by any worker: an alert that somebody else has just seen to is `nothing`. */
  async decide(tx: AccountTx, alertId: string): Promise<AlertOrder> {
    // The person's turn comes before any row (reference/oncall 5.3).
    await takeTurnsOver(tx, alertId);
    // Before the question, not after its answer: a held-up process must count itself as later than others do, never earlier.
    const begunAt = monotonicTime();
    const locked = await lockAlert(tx, alertId);
    return locked ? this.decideInTurn(tx, { ...locked, begunAt }) : { kind: 'nothing' };
  }

  /** The same for a caller who holds the locks and the turn over the person. */
  async decideInTurn(tx: AccountTx, held: Omit<DueAlert, 'standing'>): Promise<AlertOrder> {
    const { alert, now } = held;
    if (!alert.nextAttemptAt || alert.nextAttemptAt > now) return { kind: 'nothing' };
    const since = new Date(now.getTime() - PACE_MEMORY_MS);
    const due = { ...held, standing: await standingOf(tx, alert, since) };
    return this.act(tx, due, this.dutyNow(due));
  }

  private dutyNow(due: DueAlert): AlertDuty {
    const { alert, standing: around } = due;
    const isText = alert.channel === 'sms';
    const canText = around.canText && (around.lineCanText || this.threads.sharedSender !== null);
    return dutyOf({
      state: alert.state,
      channel: alert.channel,
      providerSid: alert.providerSid,
      bundled: alert.bundledInto !== null,
      wanted: !alert.stopsWithLadder || isWanted(due),
      reachable: (isText ? canText : around.canCall) && mayDial(alert.phone as E164),
      legInTheWay: !isText && around.legInTheWay,
      superseded: alert.stopsWithLadder && around.superseded,
    });
  }

  private async act(tx: AccountTx, due: DueAlert, duty: AlertDuty): Promise<AlertOrder> {
    const { alert, now } = due;
    const sid = alert.providerSid ?? '';
    const end = (state: 'skipped' | 'canceled') => ({ state, finishedAt: now, nextAttemptAt: null });
    const set = async (patch: Partial<Alert>, order: AlertOrder = { kind: 'nothing' }): Promise<AlertOrder> => {
      await tx.update(Alert, { id: alert.id }, patch);
      return order;
    };
    const acts: Record<AlertDuty, () => Promise<AlertOrder>> = {
      send: () => this.begin(tx, due),
      ask: () => settled(tx, due),
      look: () => Promise.resolve({ kind: 'look', alert, sid }),
      look_for_caller: () => set({ nextAttemptAt: null }, { kind: 'look_for_caller', incident: due.incident, alert }),
      hang_up: () => set({ nextAttemptAt: null }, { kind: 'hang_up', alert, sid }),
      wait: () => set({ nextAttemptAt: new Date(now.getTime() + WAIT_FOR_LEG_MS) }),
      fail: () => Promise.resolve({ kind: 'note', what: 'giveUp' }),
      follow: () => Promise.resolve({ kind: 'note', what: 'follow' }),
      miss_receipt: () => Promise.resolve({ kind: 'note', what: 'missReceipt' }),
      skip: () => set(end('skipped')),
      cancel: () => set(end('canceled')),
      nothing: () => set({ nextAttemptAt: null }),
    };
    return acts[duty]();
  }

  /** `next_attempt_at` stays where it is, so that the alarm stays claimed by this worker, and comes back if it dies. */
  private async begin(tx: AccountTx, due: DueAlert): Promise<AlertOrder> {
    return due.alert.channel === 'sms' ? this.beginText(tx, due) : this.beginCall(tx, due);
  }

  private async beginText(tx: AccountTx, due: DueAlert): Promise<AlertOrder> {
    const { incident, alert, now } = due;
    const paced = await this.pace.text(tx, due);
    if (paced.kind === 'wait') return this.postpone(tx, due, paced.hold);
    const { body, isPaced, carries } = paced;
    const sender = this.threads.sharedSender ?? incident.lineNumber;
    tx.lastly([beginAttempt(tx, alert, { body, sender, isPaced }, now)]);
    await bundleInto(tx, alert, carries, new Date(now.getTime() + FOLLOW_MS));
    await this.threads.remember(tx, alert.phone);
    return {
      kind: 'send',
      incident,
      alert: { ...alert, body, sender, attempts: alert.attempts + 1 },
      begunAt: due.begunAt,
      lineHolder: due.standing.lineHolder,
    };
  }

  private async beginCall(tx: AccountTx, due: DueAlert): Promise<AlertOrder> {
    const { incident, alert, now } = due;
    const hold = this.pace.callHold(due);
    if (hold) return this.postpone(tx, due, hold);
    tx.lastly([beginAttempt(tx, alert, { body: null, sender: null, isPaced: true }, now)]);
    const begun = { ...alert, attempts: alert.attempts + 1 };
    return { kind: 'send', incident, alert: begun, begunAt: due.begunAt, lineHolder: due.standing.lineHolder };
  }

  /** The screen says why; the timeline too, when it is longer than the minute in which first texts are gathered. */
  private async postpone(tx: AccountTx, { alert, incident, now }: DueAlert, hold: Hold): Promise<AlertOrder> {
    const { most, seconds, until } = hold;
    const held = { most, seconds, until: until.toISOString() };
    await tx.update(Alert, { id: alert.id }, { nextAttemptAt: until, held });
    if (!alert.stopsWithLadder || alert.held?.until === held.until || until.getTime() - now.getTime() <= TOLD_FROM_MS)
      return { kind: 'nothing' };
    await this.journal.record(tx, {
      event: 'incident.alert_held',
      subjectId: incident.id,
      callId: incident.callId,
      actor: { type: 'system' },
      data: { alertId: alert.id, ...held },
    });
    return { kind: 'nothing' };
  }
}

function isWanted({ incident, alert, now }: DueAlert): boolean {
  const stale = now.getTime() - incident.openedAt.getTime() > STALE_MS;
  return isUnanswered(incident.state) && alert.epoch === incident.epoch && !stale;
}

async function settled(tx: AccountTx, { incident, alert, now }: DueAlert): Promise<AlertOrder> {
  const attempt = await unclearAttempt(tx, alert);
  const askAt = firstQuestionAt(attempt);
  if (askAt <= now) return { kind: 'ask', incident, alert, attempt, askedAt: now };
  await tx.update(Alert, { id: alert.id }, { state: 'unknown', nextAttemptAt: askAt });
  return { kind: 'nothing' };
}
