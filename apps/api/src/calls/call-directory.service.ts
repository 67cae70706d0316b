import type { AccountId } from '@domain/ids';
import { Injectable, Logger } from '@nestjs/common';
import { PlatformDb } from '@platform/tenancy/platform-db';
import type { CallPlace, FinishedRecording, LineOwner } from './calls.types.js';

/** Finds the account behind a number or a provider's reference: the only step before the tenant is known (law 2). */
@Injectable()
export class CallDirectory {
  private readonly logger = new Logger(CallDirectory.name);

  constructor(private readonly db: PlatformDb) {}

  /** A suspended contractor's callers are answered like everybody's: who pays late must not lose an emergency (TEN-19). */
  async ownerOf(number: string): Promise<LineOwner | null> {
    const [owner] = await this.db.query<{ account_id: AccountId; line_id: string }>(
      `select l.account_id, l.line_id from routing.lines l join routing.accounts a using (account_id)
       where l.number = $1 and a.status <> 'closed'`,
      [number],
    );
    return owner ? { accountId: owner.account_id, lineId: owner.line_id } : null;
  }

  /** By the first of the references that is known; later ones are the phone call's own. */
  async placeOf(...references: (string | null)[]): Promise<CallPlace | null> {
    for (const reference of references) {
      const place = reference ? await this.lookUp(reference) : null;
      if (place) return place;
    }
    return null;
  }

  /** A call to a number that nobody owns: kept for the operator, who is told once (C2 33). */
  async noteStray(callSid: string, to: string): Promise<void> {
    const rows = await this.db.query(
      `insert into routing.stray_calls (call_sid, to_number) values ($1, $2) on conflict (call_sid) do nothing returning call_sid`,
      [callSid, to],
    );
    if (rows.length === 1) this.logger.error({ event: 'call.stray', callSid });
  }

  async noteStrayRecording(recording: FinishedRecording): Promise<void> {
    await this.db.query(`update routing.stray_calls set recording_sid = $2 where call_sid = $1`, [
      recording.callSid,
      recording.recordingSid,
    ]);
  }

  private async lookUp(reference: string): Promise<CallPlace | null> {
    const [row] = await this.db.query<{ account_id: AccountId; call_id: string }>(
      `select account_id, call_id from routing.calls where provider_ref = $1`,
      [reference],
    );
    return row ? { accountId: row.account_id, callId: row.call_id } : null;
  }
}
