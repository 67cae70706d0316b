import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import { AlarmHandlers } from '@platform/alarms/alarm-handlers';
import { AlarmSweeper } from '@platform/alarms/alarm-sweeper';
import { JobRunner, type JobHandler } from '@platform/jobs/job-runner';
import { AssistantService } from './calls/assistant.service.js';
import { CallReconciliationService } from './calls/call-reconciliation.service.js';
import { VoicemailService } from './calls/voicemail.service.js';
import { DigestService } from './digest/digest.service.js';
import { LadderService } from './escalation/ladder.service.js';
import type { JOB_QUEUES } from './job-queues.js';

type JobName = (typeof JOB_QUEUES)[number];

/** What the worker does when the clock or a queue says so: the one list of alarms and jobs. */
@Injectable()
export class ClockWork {
  private readonly jobs: Record<JobName, JobHandler>;

  constructor(
    handlers: AlarmHandlers,
    private readonly sweeper: AlarmSweeper,
    private readonly runner: JobRunner,
    ladder: LadderService,
    digests: DigestService,
    calls: CallReconciliationService,
    voicemail: VoicemailService,
    assistants: AssistantService,
  ) {
    handlers
      .on('ladder', (accountId, id) => ladder.fireStep(accountId, id))
      .on('alert', (accountId, id) => ladder.dispatch(accountId, id))
      .on('watchdog', (accountId, id) => ladder.watchdog(accountId, id))
      .on('call_check', (accountId, id) => calls.checkCall(accountId, id))
      .on('digest', (accountId) => digests.compile(accountId));
    this.jobs = {
      'digest.deliver': (accountId, id) => digests.deliver(accountId, id),
      'voicemail.transcribe': (accountId, id) => voicemail.transcribe(accountId, id),
      'assistant.publish': (accountId) => assistants.publish(accountId),
    };
  }

  async start(): Promise<void> {
    await this.runner.start(this.jobs);
    await this.sweeper.start();
  }

  runJob(name: JobName, accountId: string, id: string): Promise<void> {
    return this.jobs[name](accountId as AccountId, id);
  }
}
