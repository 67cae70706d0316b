import { conferenceOf, type CallerHears, type Spoken } from '@domain/call/caller-hears';
import { isUnanswered } from '@domain/escalation/incident';
import type { LegScript } from '@domain/escalation/leg-script';
import { legWords, MOST_ON_MENU, WHO_KEY } from '@domain/escalation/leg-words';
import type { LegWords } from '@domain/escalation/leg-words.types';
import { connectingCallerWords } from '@domain/escalation/spoken';
import { firstName } from '@domain/persona/call-variables';
import type { AccountId } from '@domain/ids';
import type { OnCallPerson } from '@domain/on-call/roster';
import { callerIdOf, mayDial, type E164 } from '@domain/phone/e164';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { In } from 'typeorm';
import { OnCallService } from '../on-call/on-call.service.js';
import { StaffConnectionService, type Connected } from './staff-connection.service.js';
import { languageOf } from './alert.queries.js';
import { answerable } from './escalation.queries.js';
import { factsOf } from './incident-facts.js';
import { Incident } from './incident.entity.js';

/** What a technician who rings the line hears, and the emergencies its keys stand for, in their order. */
export interface StaffMenu {
  script: LegScript;
  incidentIds: string[];
}

const goodbye = (words: Spoken): LegScript => ({ kind: 'goodbye', words });

/**
 * A technician who rings the line back from a phone on the roster while an emergency is theirs: they want the caller, not
 * the voice agent. Whoever can forge that caller id hears a name and a problem, and can only be connected with the caller.
 */
@Injectable()
export class StaffLineService {
  constructor(
    private readonly db: AccountDb,
    private readonly clock: Clock,
    private readonly onCall: OnCallService,
    private readonly connections: StaffConnectionService,
  ) {}

  /** Where such a call goes on; null: an ordinary caller. */
  greet(accountId: AccountId, from: string | undefined): Promise<CallerHears | null> {
    return this.db.within(accountId, async (tx) => {
      const contact = await this.staffBehind(tx, from);
      if (!contact || (await this.openFor(tx, contact.contactId)).length === 0) return null;
      return { kind: 'go-on-at', path: `legs/back?account=${accountId}&contact=${contact.contactId}` };
    });
  }

  /** Asked again when the call arrives there: what was open may have been closed in between. */
  menu(accountId: AccountId, contactId: string, from: string | undefined): Promise<StaffMenu> {
    return this.db.within(accountId, async (tx) => {
      const contact = await this.staffBehind(tx, from);
      if (contact?.contactId !== contactId) return { script: goodbye(legWords('en').over), incidentIds: [] };
      const open = await this.openFor(tx, contactId);
      const facts = open.map((incident) => factsOf(incident, contact.language));
      const words = legWords(contact.language).menu(firstName(contact.name), facts, WHO_KEY);
      return { script: { kind: 'menu', words }, incidentIds: open.map(({ id }) => id) };
    });
  }

  /** The key stands for what the menu said, whatever has been opened or closed meanwhile. */
  async chosen(accountId: AccountId, contactId: string, incidentIds: string[], key: string): Promise<LegScript> {
    const words = legWords(await this.db.within(accountId, (tx) => languageOf(tx, contactId)));
    if (key === WHO_KEY) return goodbye(await this.whoIsOnCall(accountId, words));
    const incidentId = incidentIds[Number(key) - 1];
    if (!incidentId) return goodbye(words.over);
    return scriptOf(await this.connections.connect(accountId, incidentId, contactId), contactId, words);
  }

  /** What the caller hears on the way from the agent to a technician who has rung the line. */
  callerMeets(accountId: AccountId, incidentId: string): Promise<CallerHears> {
    return this.db.within(accountId, async (tx) => {
      const incident = await tx.findOne(Incident, { id: incidentId });
      if (!incident?.acceptedName) return { kind: 'hang-up' };
      return {
        kind: 'conference',
        name: conferenceOf(incident.id),
        words: connectingCallerWords(incident.acceptedName),
      };
    });
  }

  private async whoIsOnCall(accountId: AccountId, words: LegWords): Promise<Spoken> {
    const now = await this.db.within(accountId, (tx) => this.onCall.onCallAt(tx, this.clock.now()));
    return words.onCall(now.primary.name, now.backup?.name ?? null, now.owner.name);
  }

  private async staffBehind(tx: AccountTx, from: string | undefined): Promise<OnCallPerson | null> {
    const phone = callerIdOf(from);
    const contact = phone && (await this.onCall.contactByPhone(tx, phone));
    return contact?.isActive ? contact : null;
  }

  /** Their own first, then what waits for somebody, newest first. */
  private async openFor(tx: AccountTx, contactId: string): Promise<Incident[]> {
    const ids = await answerable(tx, contactId);
    if (ids.length === 0) return [];
    const open = await tx.find(Incident, { id: In(ids), isDrill: false }, { openedAt: 'DESC', id: 'DESC' });
    const mine = open.filter(({ acceptedBy }) => acceptedBy === contactId);
    return [...mine, ...open.filter(({ state }) => isUnanswered(state))].slice(0, MOST_ON_MENU);
  }
}

function scriptOf(connected: Connected, contactId: string, words: LegWords): LegScript {
  switch (connected.kind) {
    case 'over':
      return goodbye(words.over);
    case 'taken':
      return goodbye(connected.byId === contactId ? words.over : words.taken(connected.byName));
    case 'joined':
      return { kind: 'join', words: words.connecting, room: conferenceOf(connected.incidentId) };
    case 'ring':
      return connected.number !== null && mayDial(connected.number as E164)
        ? { kind: 'dial', number: connected.number, callerId: connected.callerId }
        : goodbye(words.noNumber);
  }
}
