import { firstFireAt } from '@domain/escalation/plan';
import { calledAgainText } from '@domain/escalation/texts';
import { outcomeLabel } from '@domain/escalation/outcome-label';
import { reachingName } from '@domain/escalation/snapshot';
import { freeCode } from '@domain/escalation/incident-code';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import { Journal } from '@platform/journal/journal';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { newId } from '@platform/tenancy/new-id';
import { In } from 'typeorm';
import { callerNewsAfter, startAgain } from './advance.js';
import { DrillRunService } from './drill-run.service.js';
import { codesInUse, insertText, openIncidentOf, takeTurns } from './escalation.queries.js';
import type { EmergencyDetails, EmergencyReport, IncidentOutcome, OpenedIncident } from './escalation.types.js';
import { changedDetails, tellsAnything } from './incident-details.js';
import { factsOf } from './incident-facts.js';
import { Incident } from './incident.entity.js';
import { recipientsOfNews } from './recipients.js';
import { SnapshotService } from './snapshot.service.js';

/** A repeat call this long after somebody took the first one is another emergency (PRD "repeat caller": 4 hours). */
const SAME_EMERGENCY_MS = 4 * 60 * 60 * 1000;
/** Name, address and number usually come within one breath: they travel in one text. */
const BUNDLE_NEWS_MS = 10_000;

/** Opens emergencies and says how they stand. The ladder itself runs from rows (architecture, law 3). */
@Injectable()
export class EscalationService {
  constructor(
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly snapshots: SnapshotService,
    private readonly drills: DrillRunService,
  ) {}

  /** In the caller's transaction: the emergency exists and is being paged the moment that commits. Idempotent per call. */
  async open(tx: AccountTx, report: EmergencyReport): Promise<OpenedIncident> {
    await takeTurns(tx);
    const known = await this.incidentOfCall(tx, report.callId);
    if (known) return opened('already-open', known);
    const since = new Date(this.clock.now().getTime() - SAME_EMERGENCY_MS);
    const earlier = report.callerPhone ? await openIncidentOf(tx, report.callerPhone, since) : null;
    return earlier ? this.merge(tx, report, earlier) : this.start(tx, report);
  }

  /** Merges what is learnt later into the incident of this call; nothing happens when it has none. */
  async addDetails(tx: AccountTx, callId: string, details: EmergencyDetails): Promise<void> {
    const known = await this.incidentOfCall(tx, callId);
    const incident = known ? await tx.lock(Incident, { id: known.id }) : null;
    if (!incident) return;
    const changed = changedDetails(incident, callId, details);
    if (Object.keys(changed).length === 0) return;
    await tx.update(Incident, { id: incident.id }, { ...changed, version: incident.version + 1 });
    await this.note(tx, 'incident.updated', incident, { fields: Object.keys(changed) });
    if (tellsAnything(incident, changed)) await this.sendNews(tx, incident, null);
  }

  /** Outcomes of the incidents of these calls, keyed by call id. Calls without an incident are absent. */
  async outcomesOf(tx: AccountTx, callIds: string[]): Promise<Map<string, IncidentOutcome>> {
    if (callIds.length === 0) return new Map();
    const incidents = await tx.find(Incident, { callId: In(callIds) });
    return new Map(incidents.flatMap((incident) => (incident.callId ? [[incident.callId, outcomeOf(incident)]] : [])));
  }

  /** A tech and the caller have spoken (bridged, or called back through us). Ends the question whether they have. */
  recordContact(tx: AccountTx, incidentId: string, at: Date): Promise<void> {
    return this.contacted(tx, incidentId, at, 'incident.contacted');
  }

  /** The caller's leg was moved to the tech's (scenario 15). */
  recordConnection(tx: AccountTx, incidentId: string): Promise<void> {
    return this.contacted(tx, incidentId, this.clock.now(), 'incident.connected');
  }

  private async contacted(tx: AccountTx, incidentId: string, at: Date, event: string): Promise<void> {
    const incident = await tx.lock(Incident, { id: incidentId });
    if (incident?.state !== 'accepted') return;
    const contacted = { state: 'contacted', contactedAt: at, watchdogAt: null, version: incident.version + 1 } as const;
    await tx.update(Incident, { id: incidentId }, contacted);
    await this.note(tx, event, incident, {});
  }

  private async incidentOfCall(tx: AccountTx, callId: string): Promise<Incident | null> {
    const incident = await tx.findOne(Incident, { callId });
    return incident?.mergedInto ? tx.findOne(Incident, { id: incident.mergedInto }) : incident;
  }

  private async start(tx: AccountTx, report: EmergencyReport): Promise<OpenedIncident> {
    const now = this.clock.now();
    const id = newId();
    // A real emergency has the phones to itself.
    await this.drills.interrupt(tx);
    const code = freeCode(await codesInUse(tx), id);
    const columns = columnsOf(report);
    const policy = await this.snapshots.take(tx, columns, report.controlUrl ?? null, now);
    const incident = { ...columns, id, code, policy, openedAt: now };
    await tx.insert(Incident, {
      ...incident,
      state: 'alerting',
      nextFireAt: firstFireAt(policy.policy, now),
      callerNewsAt: callerNewsAfter(now),
    });
    await this.note(tx, 'incident.opened', incident, { openedBy: report.openedBy, code });
    return opened('opened', { ...incident, acceptedName: null });
  }

  /** The second call becomes part of the first emergency; whoever has it, or is being paged for it, hears of it. */
  private async merge(tx: AccountTx, report: EmergencyReport, into: string): Promise<OpenedIncident> {
    const parent = await tx.lock(Incident, { id: into });
    if (!parent) return this.start(tx, report);
    const now = this.clock.now();
    const { code, policy } = parent;
    await tx.insert(Incident, {
      ...columnsOf(report),
      id: newId(),
      code,
      policy,
      openedAt: now,
      state: 'merged',
      mergedInto: into,
    });
    // From here on the caller is on the new call: a tech who presses 1 must be joined with that one.
    const callerLine = { callSid: report.callSid, policy: { ...policy, controlUrl: report.controlUrl ?? null } };
    const asksAgain = parent.state === 'accepted' && policy.watchdogMinutes !== null;
    const reminder = asksAgain
      ? { watchdogAt: minutesAfter(now, policy.watchdogMinutes ?? 0), watchdogAskedAt: null }
      : {};
    await tx.update(Incident, { id: into }, { ...callerLine, ...reminder, version: parent.version + 1 });
    await this.note(tx, 'incident.merged', parent, { callId: report.callId });
    if (parent.state === 'unreached') await startAgain(tx, { ...parent, ...callerLine }, now);
    else await this.sendNews(tx, parent, calledAgainText(factsOf(parent), now, report.issueSummary));
    return opened('merged', parent);
  }

  private async sendNews(tx: AccountTx, incident: Incident, body: string | null): Promise<void> {
    const at = new Date(this.clock.now().getTime() + (body === null ? BUNDLE_NEWS_MS : 0));
    for (const person of await recipientsOfNews(tx, incident, body === null))
      await insertText(tx, incident, person, { step: 'update', body, at });
  }

  private note(
    tx: AccountTx,
    event: string,
    incident: Pick<Incident, 'id' | 'callId'>,
    data: Record<string, unknown>,
  ): Promise<void> {
    return this.journal.record(tx, {
      event,
      subjectId: incident.id,
      callId: incident.callId,
      actor: { type: 'system' },
      data,
    });
  }
}

const minutesAfter = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * 60_000);

const columnsOf = (report: EmergencyReport) => ({
  callId: report.callId,
  callSid: report.callSid,
  lineNumber: report.lineNumber,
  callerPhone: report.callerPhone,
  callerName: report.callerName ?? null,
  callbackPhone: report.callbackPhone ?? null,
  address: report.address ?? null,
  issueSummary: report.issueSummary,
  category: report.category ?? null,
  serviceType: report.serviceType ?? null,
  safetyLine: report.safetyLine ?? null,
  openedBy: report.openedBy,
});

const opened = (
  kind: OpenedIncident['kind'],
  incident: Pick<Incident, 'id' | 'code' | 'policy' | 'acceptedName'>,
): OpenedIncident => ({
  kind,
  incidentId: incident.id,
  code: incident.code,
  onCallName: incident.acceptedName ?? reachingName(incident.policy) ?? 'our on-call technician',
});

const outcomeOf = (incident: Incident): IncidentOutcome => ({
  incidentId: incident.id,
  code: incident.code,
  state: incident.state,
  acceptedName: incident.acceptedName,
  acceptedAt: incident.acceptedAt,
  acceptedVia: incident.acceptedVia,
  contactedAt: incident.contactedAt,
  resolvedAt: incident.resolvedAt,
  jobValueCents: incident.jobValueCents,
  label: outcomeLabel(
    { ...incident, onCallName: reachingName(incident.policy) ?? 'the on-call technician' },
    incident.policy.timeZone,
  ),
});
