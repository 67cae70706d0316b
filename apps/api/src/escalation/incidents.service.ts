import { DomainError, notFound } from '@domain/errors/domain-error';
import { isOpen } from '@domain/escalation/incident';
import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import { Cursors } from '@platform/http/cursor';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { In } from 'typeorm';
import { MembershipsService } from '../identity/memberships.service.js';
import { AcceptanceService } from './acceptance.service.js';
import { Alert } from './alert.entity.js';
import { contactNames, pageOfIncidents, timelineRows, type IncidentFilter } from './incident-page.queries.js';
import { Incident } from './incident.entity.js';
import { toIncidentDetail, toIncidentView, type IncidentDetail, type IncidentPage } from './incidents.dto.js';

const LIST = 'incidents';

/** A signed-in person who handles an emergency. */
interface Handler {
  id: string;
  name: string;
}

/** Emergencies as people at a screen see and handle them. */
@Injectable()
export class IncidentsService {
  constructor(
    private readonly db: AccountDb,
    private readonly cursors: Cursors,
    private readonly acceptances: AcceptanceService,
    private readonly memberships: MembershipsService,
  ) {}

  list(accountId: AccountId, filter: IncidentFilter): Promise<IncidentPage> {
    const [openedAt, id] = filter.after ? this.cursors.decode(accountId, LIST, filter.after) : [];
    const after = openedAt && id ? { openedAt: new Date(openedAt), id } : null;
    return this.db.within(accountId, async (tx) => {
      const ids = await pageOfIncidents(tx, filter, after);
      const incidents = await tx.find(
        Incident,
        { id: In(ids.slice(0, filter.limit)) },
        { openedAt: 'DESC', id: 'DESC' },
      );
      const last = ids.length > filter.limit ? incidents.at(-1) : undefined;
      const nextCursor = last ? this.cursors.encode(accountId, LIST, [last.openedAt.toISOString(), last.id]) : null;
      return { data: incidents.map(toIncidentView), nextCursor };
    });
  }

  detail(accountId: AccountId, incidentId: string): Promise<IncidentDetail> {
    return this.db.within(accountId, (tx) => this.shown(tx, incidentId));
  }

  /** "I've got it". Throws `incident-taken` when somebody was faster, `incident-closed`. */
  accept(accountId: AccountId, incidentId: string, userId: string): Promise<IncidentDetail> {
    return this.handle(accountId, incidentId, userId, async (tx, incident, handler) => {
      const outcome = await this.acceptances.accept(tx, incident, { kind: 'user', ...handler, via: 'app' });
      if (outcome.kind === 'closed') throw closed();
      if (outcome.kind === 'taken' && outcome.byId !== userId)
        throw new DomainError('conflict', 'incident-taken', `${outcome.byName} already has this emergency`);
    });
  }

  resolve(
    accountId: AccountId,
    incidentId: string,
    userId: string,
    end: { outcome?: string; jobValueCents?: number },
  ): Promise<IncidentDetail> {
    return this.handle(accountId, incidentId, userId, (tx, incident, handler) =>
      this.close(tx, incident, handler, { state: 'resolved', ...end }),
    );
  }

  falseAlarm(accountId: AccountId, incidentId: string, userId: string): Promise<IncidentDetail> {
    return this.handle(accountId, incidentId, userId, (tx, incident, handler) =>
      this.close(tx, incident, handler, { state: 'false_alarm' }),
    );
  }

  /** "Page someone else": the next step fires now; an accepted or given-up ladder starts again. */
  pageNext(accountId: AccountId, incidentId: string, userId: string): Promise<IncidentDetail> {
    return this.handle(accountId, incidentId, userId, async (tx, incident) => {
      if (!isOpen(incident.state)) throw closed();
      await this.acceptances.pageNext(tx, incident);
    });
  }

  private async close(
    tx: AccountTx,
    incident: Incident,
    handler: Handler,
    end: { state: 'resolved' | 'false_alarm'; outcome?: string; jobValueCents?: number },
  ): Promise<void> {
    if (!isOpen(incident.state)) throw closed();
    const by = { actor: { type: 'user', id: handler.id }, byName: handler.name, byContact: null } as const;
    await this.acceptances.close(tx, incident, { ...end, ...by });
  }

  private async handle(
    accountId: AccountId,
    incidentId: string,
    userId: string,
    work: (tx: AccountTx, incident: Incident, handler: Handler) => Promise<void>,
  ): Promise<IncidentDetail> {
    const person = await this.memberships.person(userId);
    return this.db.within(accountId, async (tx) => {
      const incident = await tx.lock(Incident, { id: incidentId });
      if (!incident || incident.state === 'merged') throw notFound('incident');
      await work(tx, incident, { id: userId, name: person?.name ?? 'The office' });
      return this.shown(tx, incidentId);
    });
  }

  private async shown(tx: AccountTx, incidentId: string): Promise<IncidentDetail> {
    const incident = await tx.findOne(Incident, { id: incidentId });
    if (!incident) throw notFound('incident');
    const alerts = await tx.find(Alert, { incidentId }, { id: 'ASC' });
    const timeline = await timelineRows(tx, incidentId);
    const names = await contactNames(tx);
    for (const id of usersIn(timeline)) names.set(id, (await this.memberships.person(id))?.name ?? 'The office');
    return toIncidentDetail({ incident, alerts, timeline, names });
  }
}

const closed = () => new DomainError('conflict', 'incident-closed', 'This emergency is already closed');

const usersIn = (rows: { actor: { type: string; id?: string } }[]): string[] => [
  ...new Set(rows.flatMap(({ actor }) => (actor.type === 'user' && actor.id ? [actor.id] : []))),
];
