import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import type { AlarmRun } from '@platform/alarms/alarm-handlers';
import { CallerNewsService } from './caller-news.service.js';
import { DispatchService } from './dispatch.service.js';
import { StepDepartureService } from './step-departure.service.js';
import { WatchdogService } from './watchdog.service.js';

/** The ladder's alarms, for the worker. */
@Injectable()
export class LadderService {
  constructor(
    private readonly steps: StepDepartureService,
    private readonly dispatcher: DispatchService,
    private readonly watchdogs: WatchdogService,
    private readonly callerNews: CallerNewsService,
  ) {}

  /** An incident's next step is due. */
  fireStep(accountId: AccountId, incidentId: string, run: AlarmRun): Promise<void> {
    return this.steps.fireStep(accountId, incidentId, run);
  }

  /** An alert is due to be sent, asked about or looked after. */
  dispatch(accountId: AccountId, alertId: string): Promise<void> {
    return this.dispatcher.dispatch(accountId, alertId);
  }

  /** An acceptance has shown no sign of contact. */
  watchdog(accountId: AccountId, incidentId: string): Promise<void> {
    return this.watchdogs.check(accountId, incidentId);
  }

  /** A caller whom nobody has taken yet is owed a word. */
  tellCaller(accountId: AccountId, incidentId: string): Promise<void> {
    return this.callerNews.tell(accountId, incidentId);
  }
}
