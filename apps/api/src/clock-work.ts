import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import { AlarmHandlers } from '@platform/alarms/alarm-handlers';
import { AlarmSweeper } from '@platform/alarms/alarm-sweeper';
import { JobRunner, type JobHandler } from '@platform/jobs/job-runner';
import type { AssistantService } from './calls/assistant.service.js';
import type { CallReconciliationService } from './calls/call-reconciliation.service.js';
import type { VoicemailService } from './calls/voicemail.service.js';
import type { DigestService } from './digest/digest.service.js';
import type { LadderService } from './escalation/ladder.service.js';
import type { JOB_QUEUES } from './job-queues.js';

type JobName = (typeof JOB_QUEUES)[number];

/** Which service answers each job. */
export abstract class JobHandlers {
  abstract readonly of: Record<JobName, JobHandler>;
}

/** Which service answers each alarm. */
export const alarmHandlers = (
  ladder: LadderService,
  digests: DigestService,
  calls: CallReconciliationService,
): AlarmHandlers =>
  new AlarmHandlers()
    .on('ladder', (accountId, id) => ladder.fireStep(accountId, id))
    .on('alert', (accountId, id) => ladder.dispatch(accountId, id))
    .on('watchdog', (accountId, id) => ladder.watchdog(accountId, id))
    .on('call_check', (accountId, id) => calls.checkCall(accountId, id))
    .on('digest', (accountId) => digests.compile(accountId));

export const jobHandlers = (
  digests: DigestService,
  voicemail: VoicemailService,
  assistants: AssistantService,
): JobHandlers => ({
  of: {
    'digest.deliver': (accountId, id) => digests.deliver(accountId, id),
    'digest.reschedule': (accountId) => digests.ensureSchedule(accountId),
    'voicemail.transcribe': (accountId, id) => voicemail.transcribe(accountId, id),
    'assistant.publish': (accountId) => assistants.publish(accountId),
  },
});

/** What the worker does when the clock or a queue says so. */
@Injectable()
export class ClockWork {
  constructor(
    private readonly sweeper: AlarmSweeper,
    private readonly runner: JobRunner,
    private readonly jobs: JobHandlers,
  ) {}

  async start(): Promise<void> {
    await this.runner.start(this.jobs.of);
    await this.sweeper.start();
  }

  runJob(name: JobName, accountId: string, id: string): Promise<void> {
    return this.jobs.of[name](accountId as AccountId, id);
  }
}
