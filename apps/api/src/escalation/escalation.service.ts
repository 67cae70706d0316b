import { notToldText } from '@domain/escalation/texts';
import { isOnTheWay } from '@domain/escalation/incident';
import { outcomeLabel } from '@domain/escalation/outcome-label';
import { reachingName } from '@domain/escalation/snapshot';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import { Journal } from '@platform/journal/journal';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { In, IsNull } from 'typeorm';
import { insertText, openIncidentOf, takeTurns, transferFailed } from './escalation.queries.js';
import type {
  CallbackMade,
  EmergencyDetails,
  EmergencyReport,
  IncidentEnding,
  IncidentOutcome,
  OpenedIncident,
} from './escalation.types.js';
import { changedDetails, tellsAnything } from './incident-details.js';
import { factsOf } from './incident-facts.js';
import { sendNews } from './incident-news.js';
import { IncidentOpeningService } from './incident-opening.service.js';
import { Incident } from './incident.entity.js';
import { opened } from './incident-report.js';
import { recipientsOfNews } from './recipients.js';
import { RepeatCallService } from './repeat-call.service.js';

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
    private readonly openings: IncidentOpeningService,
    private readonly repeats: RepeatCallService,
  ) {}

  /** In the caller's transaction: the emergency exists and is being paged the moment that commits. Idempotent per call. */
  async open(tx: AccountTx, report: EmergencyReport): Promise<OpenedIncident> {
    await takeTurns(tx);
    const known = await this.incidentOfCall(tx, report.callId);
    if (known) return opened('already-open', known, await transferFailed(tx, known.id));
    const since = new Date(this.clock.now().getTime() - SAME_EMERGENCY_MS);
    const earlier = report.callerPhone ? await openIncidentOf(tx, report.callerPhone, since) : null;
    const parent = earlier ? await tx.lock(Incident, { id: earlier }) : null;
    return parent ? this.repeats.join(tx, report, parent) : this.openings.start(tx, report);
  }

  /** Merges what is learnt later into the incident of this call; nothing happens when it has none. */
  async addDetails(tx: AccountTx, callId: string, details: EmergencyDetails): Promise<void> {
    const known = await this.incidentOfCall(tx, callId);
    const incident = known ? await tx.lock(Incident, { id: known.id }) : null;
    if (!incident) return;
    const changed = changedDetails(incident, callId, details);
    if (Object.keys(changed).length === 0) return;
    const heard = changed.safetyLine === undefined ? {} : { unheardLine: null };
    await tx.update(Incident, { id: incident.id }, { ...changed, ...heard, version: incident.version + 1 });
    await this.note(tx, 'incident.updated', incident, { fields: Object.keys(changed) });
    if (tellsAnything(incident, changed))
      await sendNews(tx, incident, null, new Date(this.clock.now().getTime() + BUNDLE_NEWS_MS));
  }

  /**
   * The caller of this call hung up before `words` were read to them, also when nobody had begun to: they do not stand as
   * told, and are the first thing to say. Told once.
   */
  async instructionUnheard(tx: AccountTx, callId: string, words: string): Promise<void> {
    const incident = await tx.lock(Incident, { callId, mergedInto: IsNull() });
    if (!incident || incident.unheardLine !== null) return;
    const unheard = { safetyLine: null, unheardLine: words };
    await tx.update(Incident, { id: incident.id }, { ...unheard, version: incident.version + 1 });
    await this.note(tx, 'incident.updated', incident, { fields: ['safetyLine'] });
    // Like an answer it does not keep to anybody's pace: what they have read says that the caller was told.
    const at = this.clock.now();
    for (const person of await recipientsOfNews(tx, incident, false)) {
      const body = notToldText(factsOf({ ...incident, ...unheard }, person.language));
      await insertText(tx, incident, person, { step: 'update', body, at, isAnswer: true });
    }
  }

  /** The caller of this call talks with another session of the agent now: what they should hear is said there. */
  async agentIsBack(tx: AccountTx, callId: string, controlUrl: string | null): Promise<void> {
    const known = await this.incidentOfCall(tx, callId);
    const incident = known ? await tx.lock(Incident, { id: known.id }) : null;
    if (incident) await tx.update(Incident, { id: incident.id }, { policy: { ...incident.policy, controlUrl } });
  }

  /** Outcomes of the incidents of these calls, keyed by call id. Calls without an incident are absent. */
  async outcomesOf(tx: AccountTx, callIds: string[]): Promise<Map<string, IncidentOutcome>> {
    if (callIds.length === 0) return new Map();
    const incidents = await tx.find(Incident, { callId: In(callIds) });
    return new Map(incidents.flatMap((incident) => (incident.callId ? [[incident.callId, outcomeOf(incident)]] : [])));
  }

  /** The calls of an emergency that was closed, merged ones among them; null while it is open. */
  async endOf(tx: AccountTx, incidentId: string): Promise<IncidentEnding | null> {
    const incident = await tx.findOne(Incident, { id: incidentId });
    if (incident?.state !== 'resolved' && incident?.state !== 'false_alarm') return null;
    const calls = [incident, ...(await tx.find(Incident, { mergedInto: incidentId }))];
    return { state: incident.state, callIds: calls.flatMap(({ callId }) => callId ?? []) };
  }

  /** A tech and the caller have spoken (bridged, or called back through us). Ends the question whether they have. */
  recordContact(tx: AccountTx, incidentId: string, at: Date): Promise<void> {
    return this.contacted(tx, incidentId, at, 'incident.contacted');
  }

  /** The caller's leg was moved to the tech's (scenario 15). */
  recordConnection(tx: AccountTx, incidentId: string): Promise<void> {
    return this.contacted(tx, incidentId, this.clock.now(), 'incident.connected');
  }

  /**
   * The office has spoken with the caller itself. Somebody who has accepted need not be asked whether they have; an
   * emergency nobody has accepted goes on paging, because nobody drives to it yet. Returns the id of the caller's call.
   */
  async recordCallback(tx: AccountTx, incidentId: string, made: CallbackMade): Promise<string | null> {
    const incident = await tx.lock(Incident, { id: incidentId });
    if (!incident) return null;
    const { actor, seconds, officeCallId } = made;
    const about = { subjectId: incident.id, callId: incident.callId, data: { seconds, officeCallId } };
    await this.journal.record(tx, { event: 'incident.called_back', actor, ...about });
    if (incident.state === 'accepted') await this.markContacted(tx, incident, this.clock.now());
    return incident.callId;
  }

  private async contacted(tx: AccountTx, incidentId: string, at: Date, event: string): Promise<void> {
    const incident = await tx.lock(Incident, { id: incidentId });
    if (incident?.state !== 'accepted') return;
    await this.markContacted(tx, incident, at);
    await this.note(tx, event, incident, {});
  }

  private async markContacted(tx: AccountTx, { id, version }: Incident, at: Date): Promise<void> {
    const contacted = { state: 'contacted', contactedAt: at, watchdogAt: null, version: version + 1 } as const;
    await tx.update(Incident, { id }, contacted);
  }

  private async incidentOfCall(tx: AccountTx, callId: string): Promise<Incident | null> {
    const incident = await tx.findOne(Incident, { callId });
    return incident?.mergedInto ? tx.findOne(Incident, { id: incident.mergedInto }) : incident;
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

const outcomeOf = (incident: Incident): IncidentOutcome => ({
  incidentId: incident.id,
  code: incident.code,
  state: incident.state,
  acceptedName: incident.acceptedName,
  acceptedAt: incident.acceptedAt,
  acceptedVia: incident.acceptedVia,
  contactedAt: incident.contactedAt,
  isOnTheWay: isOnTheWay(incident),
  resolvedAt: incident.resolvedAt,
  jobValueCents: incident.jobValueCents,
  label: outcomeLabel(
    { ...incident, onCallName: reachingName(incident.policy) ?? 'the on-call technician' },
    incident.policy.timeZone,
  ),
});
