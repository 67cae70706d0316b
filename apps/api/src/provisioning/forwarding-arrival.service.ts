import type { AccountId } from '@domain/ids';
import { Injectable, Logger } from '@nestjs/common';
import { Env } from '@platform/env/env';
import { Journal } from '@platform/journal/journal';
import { AccountDb } from '@platform/tenancy/account-db';
import { PlatformDb } from '@platform/tenancy/platform-db';
import { takeArrival } from './forwarding.queries.js';

/** Recognises the call of a forwarding check when it comes in at the line: it is nobody's call for help. */
@Injectable()
export class ForwardingArrival {
  private readonly logger = new Logger(ForwardingArrival.name);

  constructor(
    private readonly env: Env,
    private readonly platform: PlatformDb,
    private readonly db: AccountDb,
    private readonly journal: Journal,
  ) {}

  /** True when it was one. Costs real callers nothing: only calls from our own numbers are looked up. Never throws (law 5). */
  async isCheck(to: string, from: string): Promise<boolean> {
    if (from !== to && from !== this.env.ALERT_FROM_NUMBER) return false;
    try {
      return await this.take(to, from);
    } catch (error) {
      this.logger.error({ event: 'forwarding.arrival-failed', error: String(error) });
      return false;
    }
  }

  private async take(to: string, from: string): Promise<boolean> {
    const [line] = await this.platform.query<{ account_id: AccountId; line_id: string }>(
      `select account_id, line_id from routing.lines where number = $1`,
      [to],
    );
    if (!line) return false;
    return this.db.within(line.account_id, async (tx) => {
      const check = await takeArrival(tx, { lineId: line.line_id, from });
      if (!check) return false;
      const data = { state: 'arrived' };
      await this.journal.record(tx, {
        event: 'forwarding.checked',
        subjectId: check.id,
        actor: { type: 'system' },
        data,
      });
      return true;
    });
  }
}
