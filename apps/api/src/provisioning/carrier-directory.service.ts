import type { AccountId } from '@domain/ids';
import { CarrierAccounts, type WebhookSigner } from '@domain/ports/carrier-accounts';
import { Clock } from '@domain/ports/clock';
import { Injectable } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import { PlatformDb } from '@platform/tenancy/platform-db';
import { CarrierVault } from './carrier-vault.service.js';

const FRESH_MS = 60_000;
const MOST_REMEMBERED = 10_000;

/** Which account at the carrier numbers, calls and webhooks belong to; the only step before the tenant is known (law 2). */
@Injectable()
export class CarrierDirectory extends CarrierAccounts {
  private readonly signers = new Map<string, { signer: WebhookSigner; seenAt: number }>();

  constructor(
    private readonly platform: PlatformDb,
    private readonly db: AccountDb,
    private readonly vault: CarrierVault,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async ofNumber(number: string): Promise<string | null | undefined> {
    const [row] = await this.platform.query<{ carrier_sid: string | null }>(
      `select carrier_sid from routing.lines where number = $1`,
      [number],
    );
    return row?.carrier_sid;
  }

  /** One of ours by what was noted when it was placed; a caller's by the line it came in on. */
  override async ofCall(callSid: string): Promise<string | null> {
    const [placed] = await this.platform.query<{ carrier_sid: string }>(
      `select carrier_sid from routing.carrier_calls where call_sid = $1`,
      [callSid],
    );
    return placed?.carrier_sid ?? (await this.ofCallersCall(callSid));
  }

  override async noteCall(callSid: string, carrierSid: string): Promise<void> {
    await this.platform.query(
      `insert into routing.carrier_calls (call_sid, carrier_sid) values ($1, $2) on conflict (call_sid) do nothing`,
      [callSid, carrierSid],
    );
  }

  /** Asked again every minute; an older answer is better than refusing a caller while the database is down (law 5). */
  override async signer(carrierSid: string): Promise<WebhookSigner | null> {
    const known = this.signers.get(carrierSid);
    const now = this.clock.now().getTime();
    if (known && now - known.seenAt < FRESH_MS) return known.signer;
    try {
      return this.remember(carrierSid, await this.lookUp(carrierSid), now);
    } catch (error) {
      if (known) return known.signer;
      throw error;
    }
  }

  private remember(carrierSid: string, signer: WebhookSigner | null, seenAt: number): WebhookSigner | null {
    if (this.signers.size >= MOST_REMEMBERED) this.signers.clear();
    if (signer) this.signers.set(carrierSid, { signer, seenAt });
    else this.signers.delete(carrierSid);
    return signer;
  }

  private async lookUp(carrierSid: string): Promise<WebhookSigner | null> {
    const [row] = await this.platform.query<{ account_id: AccountId }>(
      `select account_id from routing.carrier_accounts where carrier_sid = $1`,
      [carrierSid],
    );
    if (!row) return null;
    const account = await this.vault.of(row.account_id);
    return account?.sid === carrierSid ? { accountId: row.account_id, authToken: account.authToken } : null;
  }

  private async ofCallersCall(callSid: string): Promise<string | null> {
    const [place] = await this.platform.query<{ account_id: AccountId; call_id: string }>(
      `select account_id, call_id from routing.calls where provider_ref = $1`,
      [callSid],
    );
    if (!place) return null;
    const [line] = await this.db.within(place.account_id, (tx) =>
      tx.query<{ carrier_sid: string | null }>(
        `select l.carrier_sid from calls c join lines l on l.account_id = c.account_id and l.id = c.line_id
         where c.account_id = $1 and c.id = $2`,
        [place.account_id, place.call_id],
      ),
    );
    return line?.carrier_sid ?? null;
  }
}
