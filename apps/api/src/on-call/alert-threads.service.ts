import type { AccountId } from '@domain/ids';
import { Injectable } from '@nestjs/common';
import { Env } from '@platform/env/env';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { PlatformDb } from '@platform/tenancy/platform-db';
import { createHmac } from 'node:crypto';

/** After this a phone that has not been texted is no longer asked about at that account. */
const THREAD_DAYS = 90;

/** The registered sender of staff alerts, which all contractors share (decision 16), and whose technicians it has texted. */
@Injectable()
export class AlertThreadsService {
  private readonly key: Buffer;

  constructor(
    private readonly env: Env,
    private readonly db: PlatformDb,
  ) {
    this.key = createHmac('sha256', Buffer.from(env.ENCRYPTION_KEY, 'hex')).update('alert-threads').digest();
  }

  /** The number every staff alert comes from, or null when each comes from its contractor's line. */
  get sharedSender(): string | null {
    return this.env.ALERT_FROM_NUMBER ?? null;
  }

  /** Written before the text goes out, so that no answer can be faster than its route. */
  async remember(tx: AccountTx, phone: string): Promise<void> {
    if (this.sharedSender === null) return;
    await tx.query(
      `insert into routing.alert_threads (sender, phone_key, account_id, texted_at) values ($1, $2, $3, app_now())
       on conflict (sender, phone_key, account_id) do update set texted_at = excluded.texted_at`,
      [this.sharedSender, this.keyOf(phone), tx.accountId],
    );
  }

  /** Accounts whose alerts went to this phone from the shared sender, the latest first. */
  async accountsOf(phone: string, now: Date): Promise<AccountId[]> {
    const rows = await this.db.query<{ account_id: AccountId }>(
      `select t.account_id from routing.alert_threads t join routing.accounts a using (account_id)
       where t.sender = $1 and t.phone_key = $2 and t.texted_at > $3 and a.status = 'active' order by t.texted_at desc`,
      [this.sharedSender, this.keyOf(phone), new Date(now.getTime() - THREAD_DAYS * 86_400_000)],
    );
    return rows.map((row) => row.account_id);
  }

  /** The accounts a text was given to before, or null when it is seen for the first time. */
  async routeOf(messageSid: string): Promise<AccountId[] | null> {
    const [row] = await this.db.query<{ account_ids: AccountId[] }>(
      `select account_ids from routing.inbound_texts where message_sid = $1`,
      [messageSid],
    );
    return row?.account_ids ?? null;
  }

  /** False when another process has just routed the same text. */
  async keepRoute(messageSid: string, accounts: AccountId[], now: Date): Promise<boolean> {
    const rows = await this.db.query(
      `insert into routing.inbound_texts (message_sid, account_ids, received_at) values ($1, $2, $3)
       on conflict do nothing returning message_sid`,
      [messageSid, accounts, now],
    );
    return rows.length === 1;
  }

  /** A keyed hash: the routing schema holds no number of a person. */
  private keyOf(phone: string): Buffer {
    return createHmac('sha256', this.key).update(phone).digest();
  }
}
