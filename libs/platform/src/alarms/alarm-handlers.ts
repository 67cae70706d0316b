import type { AccountId } from '@domain/ids';
import type { ClaimedAlarm } from './alarm.queries.js';

/** The worker in which an alarm is run. */
export interface AlarmRun {
  workerId: string;
  /** What this run has claimed besides (`claiming`): given back with its own alarm when it is over, however it ends. */
  besides: ClaimedAlarm[];
}

/** Does what has become due. Runs outside any transaction, may run twice, re-reads the world, may find nothing to do. */
export type AlarmHandler = (accountId: AccountId, subjectId: string, run: AlarmRun) => Promise<void>;

/** Which feature answers which kind of alarm; filled by worker.module.ts and by tests. */
export class AlarmHandlers {
  private readonly handlers = new Map<string, AlarmHandler>();
  private lookBack: () => Promise<void> = async () => undefined;

  on(kind: string, handler: AlarmHandler): this {
    this.handlers.set(kind, handler);
    return this;
  }

  /** What is done when the database answers again; done again until it succeeds. */
  onReturn(lookBack: () => Promise<void>): this {
    this.lookBack = lookBack;
    return this;
  }

  returned(): Promise<void> {
    return this.lookBack();
  }

  kinds(): string[] {
    return [...this.handlers.keys()];
  }

  get(kind: string): AlarmHandler | undefined {
    return this.handlers.get(kind);
  }
}
