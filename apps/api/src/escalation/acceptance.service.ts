import type { AcceptedVia } from '@domain/escalation/incident';
import { isUnanswered } from '@domain/escalation/incident';
import { transferFailedWords, willCallBackWords } from '@domain/escalation/spoken';
import { askedElsewhereText, confirmationText, standDownText, type Arrival } from '@domain/escalation/texts';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import { Journal, type Actor } from '@platform/journal/journal';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { advanceNow } from './advance.js';
import { insertText, markPassed, pagedPeople, stopLadder, type PagedPerson } from './escalation.queries.js';
import { DrillRunService } from './drill-run.service.js';
import { factsOf } from './incident-facts.js';
import { contactNames } from './incident-page.queries.js';
import { Incident } from './incident.entity.js';
import { LadderRestartService } from './ladder-restart.service.js';
import { takerOf } from './recipients.js';
import type { CallerNews } from './caller-line.service.js';

/** Who takes an emergency, and how we know. */
export type Taker =
  | {
      kind: 'contact';
      person: { contactId: string; name: string };
      /** `app`, `api`: a dispatcher put it down for them. */
      via: AcceptedVia;
      alertId: string | null;
      words: string | null;
      /** What those words also say of their way. */
      arrival?: Arrival | null;
    }
  | { kind: 'user'; id: string; name: string; via: 'app' }
  /** A connected system, by the key it was given. */
  | { kind: 'api_key'; id: string; name: string; via: 'api' };

export type AcceptOutcome =
  /** `news`: what the caller should hear now, if the voice agent still talks with them. */
  | { kind: 'accepted'; news: CallerNews | null }
  /** Somebody was faster, or this person has it already. */
  | { kind: 'taken'; byId: string | null; byName: string; at: Date }
  | { kind: 'closed' };

/** Taking and passing an emergency. Every method expects the incident's row to be locked by the caller: one wins. */
@Injectable()
export class AcceptanceService {
  constructor(
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly drills: DrillRunService,
    private readonly restarts: LadderRestartService,
  ) {}

  async accept(tx: AccountTx, incident: Incident, taker: Taker): Promise<AcceptOutcome> {
    if (incident.isDrill) return this.rehearse(tx, incident, taker);
    if (!isUnanswered(incident.state)) return notOpen(incident);
    const now = this.clock.now();
    const taken = {
      ...acceptedBy(taker),
      acceptedAt: now,
      watchdogAt: watchdogAt(incident, taker, now),
      watchdogAskedAt: null,
    };
    const state = { state: 'accepted', nextFireAt: null, version: incident.version + 1 } as const;
    await tx.update(Incident, { id: incident.id }, { ...taken, ...state });
    const paged = await pagedPeople(tx, incident);
    const ownAlert = await this.markAnswered(tx, incident, taker, now);
    const transferStopped = await stopLadder(tx, incident, now, ownAlert);
    await this.confirm(tx, { ...incident, ...taken }, paged, taker);
    await this.note(tx, incident, { event: 'incident.accepted', actor: actorOf(taker), data: { via: taker.via } });
    const keptWaiting = transferStopped || (taker.via === 'key' && taker.words === '2');
    return { kind: 'accepted', news: newsFor(incident, keptWaiting ? willCallBackWords(nameOf(taker)) : null) };
  }

  /** In a drill an answer is only timed: the next person is rehearsed as well. */
  private async rehearse(tx: AccountTx, incident: Incident, taker: Taker): Promise<AcceptOutcome> {
    if (taker.kind !== 'contact' || !isUnanswered(incident.state)) return { kind: 'closed' };
    const { person, ...how } = taker;
    await this.drills.answered(tx, incident, { contactId: person.contactId, ...how });
    return { kind: 'accepted', news: null };
  }

  /** The next step fires now, and nothing more goes to this person for this emergency. */
  async pass(tx: AccountTx, incident: Incident, contactId: string): Promise<CallerNews | null> {
    const now = this.clock.now();
    if (incident.state === 'accepted' && incident.acceptedBy === contactId) {
      await this.reopen(tx, incident, 'passed');
      return null;
    }
    if (incident.state !== 'alerting') return null;
    const transferStopped = await markPassed(tx, incident, contactId, now);
    await this.note(tx, incident, { event: 'incident.declined', actor: { type: 'contact', id: contactId } });
    await advanceNow(tx, incident, now);
    const name = (await contactNames(tx)).get(contactId) ?? 'our technician';
    return newsFor(incident, transferStopped ? transferFailedWords(name) : null);
  }

  /** An acceptance that led to nothing, or that the office takes back: the ladder starts again with the next person (decision 6). */
  async reopen(tx: AccountTx, incident: Incident, reason: keyof typeof REOPENINGS): Promise<void> {
    const now = this.clock.now();
    const { waitMs, byOffice } = REOPENINGS[reason];
    await stopLadder(tx, incident, now, null);
    await this.restarts.startAgain(tx, incident, waitMs);
    const taker = byOffice ? await takerOf(tx, incident) : null;
    if (taker?.canText) {
      const body = askedElsewhereText(factsOf(incident, taker.language));
      await insertText(tx, incident, taker, { step: 'update', body, at: now, isAnswer: true });
    }
    await this.note(tx, incident, { event: 'incident.updated', actor: { type: 'system' }, data: { reopened: reason } });
  }

  /** A person asks for somebody else: the next step fires now; an accepted or given-up ladder starts again. */
  async pageNext(tx: AccountTx, incident: Incident): Promise<void> {
    const now = this.clock.now();
    if (incident.state === 'unreached') return this.restarts.startAgain(tx, incident);
    if (incident.state !== 'alerting') return this.reopen(tx, incident, 'page_next');
    if (incident.round === 1) return advanceNow(tx, incident, now);
    await tx.update(Incident, { id: incident.id }, { nextFireAt: now });
  }

  /** PRD section 7: the taker gets the caller's details, everybody else who was paged may sleep on. */
  private async confirm(tx: AccountTx, incident: Incident, paged: PagedPerson[], taker: Taker): Promise<void> {
    const [contactId, arrival] =
      taker.kind === 'contact' ? [taker.person.contactId, taker.arrival ?? null] : [null, null];
    const at = this.clock.now();
    const own = await takerOf(tx, incident);
    if (own?.canText) {
      const body = confirmationText(factsOf(incident, own.language), arrival);
      await insertText(tx, incident, own, { step: 'update', body, at, isAnswer: true });
    }
    for (const person of paged.filter((each) => each.canText && each.contactId !== contactId)) {
      const body = standDownText(factsOf(incident, person.language), nameOf(taker), at);
      await insertText(tx, incident, person, { step: 'stand_down', body, at });
    }
  }

  /** The alert that was answered, for the PRD's "emergency alert marked acknowledged". */
  private async markAnswered(tx: AccountTx, incident: Incident, taker: Taker, now: Date): Promise<string | null> {
    if (taker.kind !== 'contact') return null;
    const [row] = await tx.query<{ id: string }>(
      `update alerts set state = 'accepted', finished_at = $4, reply = $6, next_attempt_at = null
       where account_id = $1 and id = coalesce($5::uuid,
         (select id from alerts where account_id = $1 and incident_id = $2 and contact_id = $3 and channel = 'sms'
            and stops_with_ladder and attempts > 0 order by id desc limit 1))
       returning id`,
      [tx.accountId, incident.id, taker.person.contactId, now, taker.alertId, taker.words],
    );
    return row?.id ?? null;
  }

  private note(
    tx: AccountTx,
    incident: Incident,
    said: { event: string; actor: Actor; data?: Record<string, unknown> },
  ): Promise<void> {
    return this.journal.record(tx, { subjectId: incident.id, callId: incident.callId, ...said });
  }
}

/** `waitMs`: whom the office asks for by name has so long before the ladder goes on beside them. */
const REOPENINGS = {
  passed: { waitMs: 0, byOffice: false },
  not_reached: { waitMs: 0, byOffice: false },
  silence: { waitMs: 0, byOffice: false },
  page_next: { waitMs: 0, byOffice: true },
  paged_by_hand: { waitMs: 120_000, byOffice: true },
};

function notOpen(incident: Incident): AcceptOutcome {
  if (!incident.acceptedAt || !incident.acceptedName || incident.state === 'false_alarm') return { kind: 'closed' };
  return { kind: 'taken', byId: takerIdOf(incident), byName: incident.acceptedName, at: incident.acceptedAt };
}

/** A contact's, a user's or a key's id. */
export const takerIdOf = ({ acceptedBy, acceptedKey }: Incident): string | null => acceptedBy ?? acceptedKey;

const nameOf = (taker: Taker): string => (taker.kind === 'contact' ? taker.person.name : taker.name);

type Acceptance = Pick<Incident, 'acceptedBy' | 'acceptedKey' | 'acceptedName' | 'acceptedVia' | 'acceptedWords'>;

function acceptedBy(taker: Taker): Acceptance {
  const how = { acceptedName: nameOf(taker), acceptedVia: taker.via, acceptedWords: null };
  switch (taker.kind) {
    case 'user':
      return { ...how, acceptedBy: taker.id, acceptedKey: null };
    case 'api_key':
      return { ...how, acceptedBy: null, acceptedKey: taker.id };
    case 'contact':
      return { ...how, acceptedBy: taker.person.contactId, acceptedKey: null, acceptedWords: taker.words };
  }
}

/** Only a technician can be asked "Did you reach …?"; a dispatcher who took it looks at the screen. */
function watchdogAt(incident: Incident, taker: Taker, now: Date): Date | null {
  const minutes = incident.policy.watchdogMinutes;
  return taker.kind !== 'contact' || minutes === null ? null : new Date(now.getTime() + minutes * 60_000);
}

const actorOf = (taker: Taker): Actor =>
  taker.kind === 'contact' ? { type: 'contact', id: taker.person.contactId } : { type: taker.kind, id: taker.id };

const newsFor = (incident: Incident, words: string | null): CallerNews | null =>
  words !== null && incident.policy.controlUrl !== null ? { controlUrl: incident.policy.controlUrl, words } : null;
