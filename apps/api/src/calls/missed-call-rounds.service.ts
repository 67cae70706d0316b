import { Injectable } from '@nestjs/common';
import { Jobs, NO_ACCOUNT } from '@platform/jobs/jobs';
import { PlatformDb } from '@platform/tenancy/platform-db';

/** A caller may be speaking after the beep right now: the carrier has the message when they are done. */
const LONGEST_MESSAGE_SECONDS = 240;
/** Lines whose questions are put into the queue in one transaction. */
const AT_A_TIME = 500;

/** Asks for every contractor whether calls came in while nobody was there to write them down. */
@Injectable()
export class MissedCallRounds {
  constructor(
    private readonly db: PlatformDb,
    private readonly jobs: Jobs,
  ) {}

  /** When the API starts, and when the database is back. Asked several times, one round is made. */
  ask(): Promise<void> {
    return this.db.within(async (query) => {
      const round = { accountId: NO_ACCOUNT, id: 'all' };
      await this.jobs.enqueue({ query }, 'calls.look_everywhere', round, { singletonKey: 'now' });
      await this.jobs.enqueue({ query }, 'calls.look_everywhere', round, {
        singletonKey: 'after-messages',
        startAfterSeconds: LONGEST_MESSAGE_SECONDS,
      });
    });
  }

  /** Job `calls.look_everywhere`. */
  async makeRound(): Promise<void> {
    const rows = await this.db.query<{ account_id: string }>(
      'select distinct account_id from routing.lines order by 1',
    );
    for (let from = 0; from < rows.length; from += AT_A_TIME)
      await this.db.within(async (query) => {
        for (const { account_id: id } of rows.slice(from, from + AT_A_TIME))
          await this.jobs.enqueue({ query }, 'calls.find_missed', { accountId: id, id });
      });
  }
}
