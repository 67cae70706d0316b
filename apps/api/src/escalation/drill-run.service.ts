import { drillPolicy, type DrillOutcome } from '@domain/escalation/drill';
import { drillAnswerText, drillOverText } from '@domain/escalation/drill-texts';
import { textWords } from '@domain/escalation/text-words';
import { DomainError } from '@domain/errors/domain-error';
import { freeCode } from '@domain/escalation/incident-code';
import { firstFireAt } from '@domain/escalation/plan';
import { Clock } from '@domain/ports/clock';
import type { Trade } from '@domain/triage/triage.types';
import { Injectable } from '@nestjs/common';
import { Journal, type Actor } from '@platform/journal/journal';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { newId } from '@platform/tenancy/new-id';
import { advanceNow } from './advance.js';
import { markAnsweredDrill, runningDrill, waitingForDrill, type DrillAnswer } from './drills.queries.js';
import { codesInUse, insertText, pagedPeople, stopLadder } from './escalation.queries.js';
import { Incident } from './incident.entity.js';
import { alertLine } from './policies.queries.js';
import { SnapshotService } from './snapshot.service.js';

const noLine = () =>
  new DomainError('conflict', 'no-line', 'Connect a phone number first: a drill rings and texts from it');

/** A rehearsal while it runs. It is an incident without a call, so nothing that counts calls or emergencies sees it. */
@Injectable()
export class DrillRunService {
  constructor(
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly snapshots: SnapshotService,
  ) {}

  /** Opens a rehearsal; its first step fires at once. Throws `no-line`. */
  async start(tx: AccountTx, actor: Actor, trade: Trade | null): Promise<string> {
    const now = this.clock.now();
    const line = await alertLine(tx);
    if (!line) throw noLine();
    const { rehearsal } = textWords('en');
    const id = newId();
    const nature = { serviceType: trade, category: null, address: null };
    const snapshot = await this.snapshots.take(tx, nature, null, now);
    await tx.insert(Incident, {
      id,
      callId: null,
      isDrill: true,
      callSid: '',
      lineNumber: line.number,
      code: freeCode(await codesInUse(tx), id),
      openedBy: 'human',
      callerName: rehearsal.caller,
      serviceType: trade,
      issueSummary: rehearsal.issue,
      policy: { ...snapshot, policy: drillPolicy(snapshot.policy), watchdogMinutes: null },
      openedAt: now,
      state: 'alerting',
      nextFireAt: firstFireAt(snapshot.policy, now),
    });
    await this.journal.record(tx, { event: 'drill.started', subjectId: id, actor });
    return id;
  }

  /**
   * Somebody answered: their time is kept and the next person is paged at once, so that everybody is rehearsed. Caller
   * holds the incident's lock. A second answer of the same person changes nothing.
   */
  async answered(tx: AccountTx, incident: Incident, answer: DrillAnswer): Promise<void> {
    const now = this.clock.now();
    if (incident.state !== 'alerting') return;
    const page = await markAnsweredDrill(tx, incident, answer, now);
    if (!page) return;
    const seconds = Math.max(0, Math.round((now.getTime() - page.pagedAt.getTime()) / 1000));
    const { contactId, via } = answer;
    const actor = { type: 'contact', id: contactId } as const;
    await this.journal.record(tx, { event: 'drill.answered', subjectId: incident.id, actor, data: { via, seconds } });
    const person = (await pagedPeople(tx, incident)).find((paged) => paged.contactId === contactId);
    if (person?.canText) {
      const body = drillAnswerText(incident.code, seconds)[person.language];
      await insertText(tx, incident, person, { step: 'update', body, at: now, isAnswer: true });
    }
    await this.goOn(tx, incident, now);
  }

  /** Everybody has had their turn. Caller holds the incident's lock. */
  finish(tx: AccountTx, incident: Incident): Promise<void> {
    return this.end(tx, incident, 'drill_finished', { type: 'system' });
  }

  /** A dispatcher has seen enough. Caller holds the incident's lock. */
  cancel(tx: AccountTx, incident: Incident, actor: Actor): Promise<void> {
    return this.end(tx, incident, 'drill_canceled', actor);
  }

  /** A real emergency has the phones to itself: the drill stops, and those who might still wait for it hear so. */
  async interrupt(tx: AccountTx): Promise<void> {
    const id = await runningDrill(tx);
    const incident = id ? await tx.lock(Incident, { id }) : null;
    if (incident?.state === 'alerting') await this.end(tx, incident, 'drill_interrupted', { type: 'system' });
  }

  /** After the last step there is nobody left to bring forward: the drill is looked at now. */
  private async goOn(tx: AccountTx, incident: Incident, now: Date): Promise<void> {
    if (incident.round === 1) return advanceNow(tx, incident, now);
    await tx.update(Incident, { id: incident.id }, { nextFireAt: now });
  }

  private async end(tx: AccountTx, incident: Incident, outcome: DrillOutcome, actor: Actor): Promise<void> {
    const now = this.clock.now();
    const waiting = outcome === 'drill_finished' ? [] : await waitingForDrill(tx, incident);
    await stopLadder(tx, incident, now, null);
    const ended = { state: 'resolved', outcome, resolvedAt: now, nextFireAt: null } as const;
    await tx.update(Incident, { id: incident.id }, { ...ended, version: incident.version + 1 });
    await this.journal.record(tx, { event: outcome.replace('_', '.'), subjectId: incident.id, actor });
    const said = drillOverText(incident.code, outcome === 'drill_interrupted');
    for (const person of waiting.filter(({ canText }) => canText))
      await insertText(tx, incident, person, { step: 'stand_down', body: said[person.language], at: now });
  }
}
