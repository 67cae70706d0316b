import { conferenceOf, type CallerHears, type Spoken } from '@domain/call/caller-hears';
import { spokenAsDrill } from '@domain/escalation/drill';
import { drillThanks } from '@domain/escalation/drill-texts';
import { isUnanswered } from '@domain/escalation/incident';
import type { LegScript } from '@domain/escalation/leg-script';
import { legWords } from '@domain/escalation/leg-words';
import type { LegWords } from '@domain/escalation/leg-words.types';
import { connectingCallerWords } from '@domain/escalation/spoken';
import type { PagerLanguage } from '@domain/on-call/pager-language';
import type { AccountId } from '@domain/ids';
import { mayDial, type E164 } from '@domain/phone/e164';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { AcceptanceService, type AcceptOutcome } from './acceptance.service.js';
import { Alert } from './alert.entity.js';
import { isBusy, languageOf, lookForCallerSoon } from './alert.queries.js';
import { CallerLineService } from './caller-line.service.js';
import { EscalationService } from './escalation.service.js';
import { factsOf } from './incident-facts.js';
import { Incident } from './incident.entity.js';

interface Leg {
  incident: Incident;
  alert: Alert;
  /** Of whose phone it is. */
  language: PagerLanguage;
}

const goodbye = (words: Spoken): LegScript => ({ kind: 'goodbye', words });

/** The technician's phone: rung beside the caller, who stays with the voice agent until key 1 (decision 5). */
@Injectable()
export class TechLegService {
  constructor(
    private readonly db: AccountDb,
    private readonly callerLine: CallerLineService,
    private readonly acceptances: AcceptanceService,
    private readonly escalations: EscalationService,
  ) {}

  /** Somebody, or a voicemail, picked up. */
  async answered(accountId: AccountId, alertId: string): Promise<LegScript> {
    const script = await this.onLeg(accountId, alertId, async (tx, leg) => {
      const words = marked(leg, firstWords(leg));
      if (words.kind !== 'page' || !(await isBusy(tx, leg.alert.contactId))) return words;
      return { ...words, words: [wordsOf(leg).busy, ...words.words] };
    });
    return script ?? OVER;
  }

  /** 1 takes the call now, 2 promises to call back, 3 passes; anything else is no answer. */
  async pressed(accountId: AccountId, alertId: string, key: string): Promise<LegScript> {
    if (key === '3') return this.pass(accountId, alertId);
    if (key !== '1' && key !== '2') return { kind: 'hang_up' };
    const taken = await this.take(accountId, alertId, key);
    if (!taken) return OVER;
    const ending = endingOf(taken);
    if (ending) return marked(taken, ending);
    if (key === '1') return this.connect(accountId, taken);
    await this.callerLine.say(taken.outcome.kind === 'accepted' ? taken.outcome.news : null);
    return goodbye(wordsOf(taken).callBack);
  }

  /** The tech chose to ring a caller who had hung up. */
  async ring(accountId: AccountId, alertId: string, key: string): Promise<LegScript> {
    const script = await this.onLeg<LegScript>(accountId, alertId, async (tx, { incident, language }) => {
      const number = incident.callbackPhone ?? incident.callerPhone;
      if (key !== '1' || number === null || !mayDial(number as E164)) return goodbye(legWords(language).callBack);
      await this.escalations.recordConnection(tx, incident.id);
      return { kind: 'dial', number, callerId: incident.lineNumber };
    });
    return script ?? OVER;
  }

  /** What the caller hears on the way into the conference; null when the tech's phone has dropped meanwhile. */
  callerJoins(accountId: AccountId, alertId: string): Promise<CallerHears | null> {
    return this.onLeg(accountId, alertId, (_tx, leg) => Promise.resolve(callerWords(leg)));
  }

  /** The tech waits in the conference for a caller who has hung up on the way. */
  async alone(accountId: AccountId, alertId: string): Promise<LegScript> {
    const script = await this.onLeg(accountId, alertId, (_tx, leg) => Promise.resolve(offer(leg, wordsOf(leg).rejoin)));
    return script ?? OVER;
  }

  private async pass(accountId: AccountId, alertId: string): Promise<LegScript> {
    const passed = await this.onLeg(accountId, alertId, async (tx, leg) => ({
      ...leg,
      news: await this.acceptances.pass(tx, leg.incident, leg.alert.contactId),
    }));
    await this.callerLine.say(passed?.news ?? null);
    return passed ? marked(passed, goodbye(wordsOf(passed).passed)) : OVER;
  }

  /** A second delivery of the same key finds the incident taken by the same person and gets the same answer. */
  private take(
    accountId: AccountId,
    alertId: string,
    key: '1' | '2',
  ): Promise<(Leg & { outcome: AcceptOutcome }) | null> {
    return this.onLeg(accountId, alertId, async (tx, leg) => {
      const person = { contactId: leg.alert.contactId, name: leg.alert.contactName };
      const taker = { kind: 'contact', person, via: 'key', alertId: leg.alert.id, words: key } as const;
      return { ...leg, outcome: await this.acceptances.accept(tx, leg.incident, taker) };
    });
  }

  /** The caller is moved only now: replacing what they hear ends their conversation with the agent. */
  private async connect(accountId: AccountId, leg: Leg): Promise<LegScript> {
    const { incident, alert } = leg;
    const room = { kind: 'join', words: wordsOf(leg).connecting, room: conferenceOf(incident.id) } as const;
    if (incident.contactedAt !== null) return room;
    if ((await this.callerLine.join(incident, alert)) === 'moved') {
      await this.db.within(accountId, async (tx) => {
        await this.escalations.recordConnection(tx, incident.id);
        await lookForCallerSoon(tx, alert.id);
      });
      return room;
    }
    return offer(leg, wordsOf(leg).gone);
  }

  /** Null when the alert is not one of this account's. */
  private onLeg<T>(
    accountId: AccountId,
    alertId: string,
    work: (tx: AccountTx, leg: Leg) => Promise<T>,
  ): Promise<T | null> {
    return this.db.within(accountId, async (tx) => {
      const alert = await tx.findOne(Alert, { id: alertId });
      const incident = alert ? await tx.lock(Incident, { id: alert.incidentId }) : null;
      if (!alert || !incident) return null;
      return work(tx, { incident, alert, language: await languageOf(tx, alert.contactId) });
    });
  }
}

const OVER = goodbye(legWords('en').over);
const wordsOf = ({ language }: Leg): LegWords => legWords(language);

/** Every line of a rehearsal says so. */
function marked({ incident }: Leg, script: LegScript): LegScript {
  if (!incident.isDrill || !('words' in script)) return script;
  if (script.kind !== 'page' && script.kind !== 'menu') return { ...script, words: spokenAsDrill(script.words) };
  return { ...script, words: script.words.map((spoken, index) => (index === 0 ? spokenAsDrill(spoken) : spoken)) };
}

function firstWords(leg: Leg): LegScript {
  const { incident, alert, language } = leg;
  const mine = incident.acceptedBy === alert.contactId;
  if (incident.acceptedName && !mine) return goodbye(wordsOf(leg).taken(incident.acceptedName));
  if (!isUnanswered(incident.state) && !mine) return goodbye(wordsOf(leg).over);
  return { kind: 'page', words: wordsOf(leg).page(factsOf(incident, language)), keys: wordsOf(leg).keys };
}

function callerWords({ incident, alert }: Leg): CallerHears | null {
  if (alert.providerStatus === 'completed') return null;
  return { kind: 'conference', name: conferenceOf(incident.id), words: connectingCallerWords(alert.contactName) };
}

const offer = (leg: Leg, words: Spoken): LegScript =>
  (leg.incident.callbackPhone ?? leg.incident.callerPhone) === null
    ? goodbye(wordsOf(leg).noNumber)
    : { kind: 'offer_call', words };

/** Null when the presser has it, whether from this press or an earlier one. A drill has no caller to be joined with. */
function endingOf(leg: Leg & { outcome: AcceptOutcome }): LegScript | null {
  const { outcome, incident, alert, language } = leg;
  if (outcome.kind === 'accepted') return incident.isDrill ? goodbye(drillThanks(language)) : null;
  if (outcome.kind === 'closed') return goodbye(wordsOf(leg).over);
  return outcome.byId === alert.contactId ? null : goodbye(wordsOf(leg).taken(outcome.byName));
}
