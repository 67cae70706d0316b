import { lostCallText } from '@domain/escalation/texts';
import type { AccountId } from '@domain/ids';
import type { ResumedCall } from '@domain/persona/resumed-call';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import { Journal } from '@platform/journal/journal';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { Alert } from './alert.entity.js';
import { CallerLineService } from './caller-line.service.js';
import { insertText } from './escalation.queries.js';
import { factsOf } from './incident-facts.js';
import { Incident } from './incident.entity.js';
import { takerOf } from './recipients.js';

/** Nobody tells a caller what to do about a burst pipe in less: a bridge that ends sooner has broken. */
const TALKED_AFTER_MS = 10_000;
/** Who lost their caller is asked soon whether they have reached them after all. */
const ASK_AFTER_MS = 5 * 60_000;

/** The moment in which caller and technician are joined, and what becomes of the caller when it breaks (decision 5). */
@Injectable()
export class CallerBridgeService {
  constructor(
    private readonly db: AccountDb,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly callerLine: CallerLineService,
  ) {}

  /** A technician's leg has ended. A caller whom it leaves alone is not left in silence. */
  async techLeft(accountId: AccountId, alertId: string, status: string): Promise<void> {
    if (status !== 'completed') return;
    const lost = await this.db.within(accountId, async (tx) => {
      const alert = await tx.findOne(Alert, { id: alertId });
      const incident = alert ? await tx.lock(Incident, { id: alert.incidentId }) : null;
      if (!alert || !incident || !wasJoined(incident, alert)) return null;
      return (await this.broke(tx, incident)) ? { incident, alert } : null;
    });
    if (lost) await this.callerLine.rescue(lost.incident, lost.alert);
  }

  /** The technician has pressed 1; when no caller arrives they may ring them instead of listening to music. */
  async callerLeft(incident: Incident, alert: Alert): Promise<void> {
    if (await this.callerLine.isOnTheLine(incident)) return;
    await this.db.within(incident.accountId as AccountId, async (tx) => {
      const locked = await tx.lock(Incident, { id: incident.id });
      if (locked) await this.broke(tx, locked);
    });
    await this.callerLine.offerCall(incident.accountId, alert);
  }

  /**
   * What is known of this call's caller when their connection with a technician broke before the two could speak; null
   * when they have spoken, or were never joined.
   */
  brokenFor(accountId: AccountId, callSid: string): Promise<ResumedCall | null> {
    return this.db.within(accountId, async (tx) => {
      const found = await this.emergencyOn(tx, callSid);
      const incident = found ? await tx.lock(Incident, { id: found }) : null;
      if (incident?.acceptedVia !== 'key') return null;
      const isBroken = isMarkedBroken(incident) || (await this.broke(tx, incident));
      return isBroken ? knownOf(incident) : null;
    });
  }

  /** A repeat call has a row of its own, which says only what it was merged into. */
  private async emergencyOn(tx: AccountTx, callSid: string): Promise<string | null> {
    const [newest] = await tx.find(Incident, { callSid }, { openedAt: 'DESC' });
    return newest ? (newest.mergedInto ?? newest.id) : null;
  }

  /** Takes back that the two have spoken, once: the technician keeps the emergency and is asked to ring. */
  private async broke(tx: AccountTx, incident: Incident): Promise<boolean> {
    const now = this.clock.now();
    const { state, contactedAt } = incident;
    if (state !== 'contacted' || !contactedAt || now.getTime() - contactedAt.getTime() >= TALKED_AFTER_MS) return false;
    const watchdogAt = incident.policy.watchdogMinutes === null ? null : new Date(now.getTime() + ASK_AFTER_MS);
    const back = { state: 'accepted', contactedAt: null, watchdogAt, watchdogAskedAt: null } as const;
    await tx.update(Incident, { id: incident.id }, { ...back, version: incident.version + 1 });
    const taker = await takerOf(tx, incident);
    if (taker?.canText) {
      const body = lostCallText(factsOf(incident, taker.language));
      await insertText(tx, incident, taker, { step: 'update', body, at: now, isAnswer: true });
    }
    await this.journal.record(tx, {
      event: 'incident.connection_lost',
      subjectId: incident.id,
      callId: incident.callId,
      actor: { type: 'provider', name: 'telephony' },
      data: {},
    });
    return true;
  }
}

/** Only the leg on which they pressed 1: whoever hangs up on another one has lost nobody. */
const wasJoined = ({ acceptedBy }: Incident, { contactId, escalationStep, reply }: Alert): boolean =>
  acceptedBy === contactId && reply === '1' && escalationStep !== 'watchdog';

const isMarkedBroken = (incident: Incident): boolean =>
  incident.state === 'accepted' && incident.acceptedWords === '1' && incident.contactedAt === null;

const knownOf = (incident: Incident): ResumedCall => ({
  callerName: incident.callerName,
  address: incident.address,
  issueSummary: incident.issueSummary,
  callbackPhone: incident.callbackPhone ?? incident.callerPhone,
  techName: incident.acceptedName ?? 'our technician',
});
