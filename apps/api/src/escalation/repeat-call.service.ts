import { calledAgainText } from '@domain/escalation/texts';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import { Journal } from '@platform/journal/journal';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { newId } from '@platform/tenancy/new-id';
import type { EmergencyReport, OpenedIncident } from './escalation.types.js';
import { sendNews } from './incident-news.js';
import { columnsOf, opened } from './incident-report.js';
import { Incident } from './incident.entity.js';
import { LadderRestartService } from './ladder-restart.service.js';

/** The caller of an open emergency rings again (decision 3). */
@Injectable()
export class RepeatCallService {
  constructor(
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly restarts: LadderRestartService,
  ) {}

  /** The second call becomes part of the first emergency; whoever has it, or is being paged for it, hears of it. */
  async join(tx: AccountTx, report: EmergencyReport, parent: Incident): Promise<OpenedIncident> {
    const now = this.clock.now();
    const { code, policy } = parent;
    await tx.insert(Incident, {
      ...columnsOf(report),
      id: newId(),
      code,
      policy,
      openedAt: now,
      state: 'merged',
      mergedInto: parent.id,
    });
    // From here on the caller is on the new call: a tech who presses 1 must be joined with that one.
    const callerLine = { callSid: report.callSid, policy: { ...policy, controlUrl: report.controlUrl ?? null } };
    const asksAgain = parent.state === 'accepted' && policy.watchdogMinutes !== null;
    const reminder = asksAgain
      ? { watchdogAt: minutesAfter(now, policy.watchdogMinutes ?? 0), watchdogAskedAt: null }
      : {};
    await tx.update(Incident, { id: parent.id }, { ...callerLine, ...reminder, version: parent.version + 1 });
    await this.journal.record(tx, {
      event: 'incident.merged',
      subjectId: parent.id,
      callId: parent.callId,
      actor: { type: 'system' },
      data: { callId: report.callId },
    });
    if (parent.state === 'unreached') await this.restarts.startAgain(tx, { ...parent, ...callerLine });
    else await sendNews(tx, parent, (facts) => calledAgainText(facts, now, report.issueSummary), now);
    return opened('merged', parent);
  }
}

const minutesAfter = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * 60_000);
