import { dutyOf, type AlertDuty } from '@domain/escalation/alert';
import { isUnanswered } from '@domain/escalation/incident';
import type { AccountId } from '@domain/ids';
import { mayDial, type E164 } from '@domain/phone/e164';
import { Telephony, type SendOutcome, type TraceOutcome } from '@domain/ports/telephony';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { bodyOf, tagOf } from './alert-body.js';
import { Alert } from './alert.entity.js';
import { beginAttempt, lastAttemptAt, surroundingsOf, takeTurnsWith } from './alert.queries.js';
import { AlertUrls } from './alert-urls.js';
import { alarmClock } from './escalation.queries.js';
import { Incident } from './incident.entity.js';
import { ReceiptService } from './receipt.service.js';

/** The carrier drops an alert after this: one that arrives at breakfast is worse than none (decision 16). */
const VALID_FOR_SECONDS = 600;
/** What was just sent may not be listed yet by the provider. */
const SETTLE_MS = 5_000;
/** Providers keep creation times in whole seconds. */
const PROVIDER_ROUNDING_MS = 2_000;
const WAIT_FOR_LEG_MS = 5_000;
/** An emergency this old pages nobody any more, whatever kept it from going out. */
const STALE_MS = 12 * 60 * 60 * 1000;

/** What is left to do once the transaction has committed. */
type Order =
  | { kind: 'nothing' | 'give_up' }
  | { kind: 'send' | 'ask'; incident: Incident; alert: Alert; since: Date }
  | { kind: 'look' | 'hang_up'; alert: Alert; sid: string };

/**
 * Sends alerts from their rows. An attempt is committed before the provider is called, never inside the transaction;
 * when its outcome is unknown, also after a crash, the provider is asked before anything is sent again (law 3).
 */
@Injectable()
export class DispatchService {
  constructor(
    private readonly db: AccountDb,
    private readonly telephony: Telephony,
    private readonly receipts: ReceiptService,
    private readonly urls: AlertUrls,
  ) {}

  /** Does what an alert whose time has come asks for. May run twice, on any worker. */
  async dispatch(accountId: AccountId, alertId: string): Promise<void> {
    const order = await this.db.within(accountId, (tx) => this.decide(tx, alertId));
    switch (order.kind) {
      case 'nothing':
        return;
      case 'send':
        return this.receipts.record(accountId, alertId, await this.send(order.incident, order.alert));
      case 'ask':
        return this.receipts.recordTrace(accountId, alertId, await this.ask(order));
      case 'look':
        return this.look(accountId, order.alert, order.sid);
      case 'give_up':
        return this.receipts.giveUp(accountId, alertId, 'not_reachable');
      case 'hang_up':
        return this.telephony.hangUp(order.sid).catch(() => undefined);
    }
  }

  private async decide(tx: AccountTx, alertId: string): Promise<Order> {
    const seen = await tx.findOne(Alert, { id: alertId });
    // The incident is always locked before its alerts: an acceptance and a send can't cross (reference/oncall 5.3).
    const incident = seen ? await tx.lock(Incident, { id: seen.incidentId }) : null;
    const alert = incident ? await tx.lock(Alert, { id: alertId }) : null;
    const now = await alarmClock(tx);
    if (!incident || !alert?.nextAttemptAt || alert.nextAttemptAt > now) return { kind: 'nothing' };
    const due = { incident, alert, now };
    return this.act(tx, due, await dutyNow(tx, due));
  }

  private async act(tx: AccountTx, due: DueAlert, duty: AlertDuty): Promise<Order> {
    const { alert, now } = due;
    const sid = alert.providerSid ?? '';
    const end = (state: 'skipped' | 'canceled') => ({ state, finishedAt: now, nextAttemptAt: null });
    const set = async (patch: Partial<Alert>, order: Order = { kind: 'nothing' }): Promise<Order> => {
      await tx.update(Alert, { id: alert.id }, patch);
      return order;
    };
    const acts: Record<AlertDuty, () => Promise<Order>> = {
      send: () => begun(tx, due),
      ask: () => settled(tx, due),
      look: () => Promise.resolve({ kind: 'look', alert, sid }),
      hang_up: () => set({ nextAttemptAt: null }, { kind: 'hang_up', alert, sid }),
      wait: () => set({ nextAttemptAt: new Date(now.getTime() + WAIT_FOR_LEG_MS) }),
      fail: () => Promise.resolve({ kind: 'give_up' }),
      skip: () => set(end('skipped')),
      cancel: () => set(end('canceled')),
      nothing: () => set({ nextAttemptAt: null }),
    };
    return acts[duty]();
  }

  private send(incident: Incident, alert: Alert): Promise<SendOutcome> {
    const [from, to] = [incident.lineNumber as E164, alert.phone as E164];
    if (alert.channel === 'sms') {
      const statusUrl = this.urls.messageStatus(incident.accountId, alert.id);
      return this.telephony.sendSms({
        from,
        to,
        body: alert.body ?? '',
        statusUrl,
        validForSeconds: VALID_FOR_SECONDS,
      });
    }
    return this.telephony.placeCall({
      ...{ from, to, ringSeconds: incident.policy.policy.ringSeconds },
      answerUrl: this.urls.answer(incident.accountId, alert.id),
      statusUrl: this.urls.legStatus(incident.accountId, alert.id),
    });
  }

  private ask({ incident, alert, since }: { incident: Incident; alert: Alert; since: Date }): Promise<TraceOutcome> {
    const [from, to] = [incident.lineNumber as E164, alert.phone as E164];
    if (alert.channel !== 'sms') return this.telephony.findCall({ from, to, since });
    return this.telephony.findSms({ from, to, since, tag: tagOf(alert.body ?? '') });
  }

  private async look(accountId: AccountId, alert: Alert, sid: string): Promise<void> {
    const status = await this.telephony.callStatus(sid);
    await this.receipts.legWhenAsked(accountId, alert.id, { sid, status: status ?? 'failed' });
  }
}

/** An alert whose time has come, locked with its incident. */
interface DueAlert {
  incident: Incident;
  alert: Alert;
  now: Date;
}

async function dutyNow(tx: AccountTx, due: DueAlert): Promise<AlertDuty> {
  const { alert } = due;
  const isText = alert.channel === 'sms';
  if (!isText) await takeTurnsWith(tx, alert.contactId);
  const around = await surroundingsOf(tx, alert);
  return dutyOf({
    ...{ state: alert.state, channel: alert.channel, providerSid: alert.providerSid },
    wanted: !alert.stopsWithLadder || isWanted(due),
    reachable: (isText ? around.canText : around.canCall) && mayDial(alert.phone as E164),
    legInTheWay: !isText && around.legInTheWay,
    superseded: alert.stopsWithLadder && around.superseded,
  });
}

function isWanted({ incident, alert, now }: DueAlert): boolean {
  const stale = now.getTime() - incident.openedAt.getTime() > STALE_MS;
  return isUnanswered(incident.state) && alert.epoch === incident.epoch && !stale;
}

/** `next_attempt_at` stays where it is, so that the alarm stays claimed by this worker, and comes back if it dies. */
async function begun(tx: AccountTx, { incident, alert, now }: DueAlert): Promise<Order> {
  const body = alert.channel === 'sms' ? bodyOf(alert, incident, now) : null;
  await beginAttempt(tx, alert, body, now);
  return { kind: 'send', incident, alert: { ...alert, body, attempts: alert.attempts + 1 }, since: now };
}

async function settled(tx: AccountTx, { incident, alert, now }: DueAlert): Promise<Order> {
  const since = (await lastAttemptAt(tx, alert.id)) ?? alert.dueAt;
  const askAt = new Date(since.getTime() + SETTLE_MS);
  if (askAt <= now) return { kind: 'ask', incident, alert, since: new Date(since.getTime() - PROVIDER_ROUNDING_MS) };
  await tx.update(Alert, { id: alert.id }, { state: 'unknown', nextAttemptAt: askAt });
  return { kind: 'nothing' };
}
