import type { AccountId } from '@domain/ids';
import type { E164 } from '@domain/phone/e164';
import { Telephony, type ArrivedCall } from '@domain/ports/telephony';
import { Injectable, Logger } from '@nestjs/common';
import { AccountDb } from '@platform/tenancy/account-db';
import { linesOf } from './calls.queries.js';
import type { LineOwner } from './calls.types.js';
import { LateArrivalsService } from './late-arrivals.service.js';
import { MissedCallBook } from './missed-call-book.service.js';

/** A day: the nightly look at each line finds what no other look was there for. */
const LOOK_BACK_SECONDS = 26 * 60 * 60;

/** Calls that reached the carrier and not us: after an outage it is asked what came in, and each becomes a call like any other. */
@Injectable()
export class MissedCallsService {
  private readonly logger = new Logger(MissedCallsService.name);

  constructor(
    private readonly db: AccountDb,
    private readonly telephony: Telephony,
    private readonly late: LateArrivalsService,
    private readonly book: MissedCallBook,
  ) {}

  /** Job `calls.find_missed`; safe to repeat. */
  async find(accountId: AccountId): Promise<void> {
    const lines = await this.db.within(accountId, linesOf);
    for (const line of lines) await this.findOn({ accountId, lineId: line.id }, line.number as E164);
  }

  private async findOn(owner: LineOwner, number: E164): Promise<void> {
    const arrived = await this.telephony.arrivals({ to: number, since: this.book.later(-LOOK_BACK_SECONDS) });
    for (const call of arrived) {
      if (!(await this.late.isKnown(call.callSid))) await this.takeIn(owner, number, call);
    }
  }

  private async takeIn(owner: LineOwner, to: E164, call: ArrivedCall): Promise<void> {
    const message = await this.telephony.messageIn(call.callSid, to);
    if (!message && (await this.isNoCustomer(owner, call.from))) return;
    const { callSid, from, arrivedAt } = call;
    const place = await this.db.within(owner.accountId, async (tx) => {
      const written = await this.late.write(tx, owner, { callSid, to, from, forwardedFrom: null }, arrivedAt);
      await this.book.enter(tx, written, { call, message });
      return written;
    });
    this.logger.warn({ event: 'call.missed', ...place });
  }

  /** Technicians who rang the line, and our own test calls: they leave no row on a good day either. */
  private async isNoCustomer({ accountId }: LineOwner, from: string): Promise<boolean> {
    if (await this.late.isOurLine(from)) return true;
    return this.db.within(accountId, (tx) => this.book.isStaff(tx, from));
  }
}
