import { DomainError } from '@domain/errors/domain-error';
import type { AccountId } from '@domain/ids';
import { mayDial, parseE164, type E164 } from '@domain/phone/e164';
import { Injectable } from '@nestjs/common';
import type { Actor } from '@platform/journal/journal';
import { AccountDb } from '@platform/tenancy/account-db';
import type { AccountTx } from '@platform/tenancy/account-tx';
import { ConfigService } from '../config/config.service.js';
import { ForwardingBook } from './forwarding-book.service.js';
import { ForwardingCall } from './forwarding-call.service.js';
import type { ForwardingCheck } from './forwarding-check.entity.js';
import { checksToday, newestCheck } from './forwarding.queries.js';
import { Line } from './line.entity.js';

/** FRD-02: each check is a call we pay for to a number that somebody typed. */
const MOST_CHECKS_A_DAY = 10;

export interface ShownForwarding {
  businessNumber: string | null;
  line: Line | null;
  check: ForwardingCheck | null;
}

/** Whether the business's own number really leads to the line: we call it, and the call must come in (issue 5, item 2). */
@Injectable()
export class ForwardingService {
  constructor(
    private readonly db: AccountDb,
    private readonly config: ConfigService,
    private readonly book: ForwardingBook,
    private readonly call: ForwardingCall,
  ) {}

  show(accountId: AccountId): Promise<ShownForwarding> {
    return this.db.within(accountId, async (tx) => {
      const { businessNumber } = await this.config.read(tx);
      return { businessNumber, line: await liveLine(tx), check: await newestCheck(tx) };
    });
  }

  /**
   * Written down first, then called. Throws `business-number-missing`, `number-not-possible`, `line-missing`,
   * `check-running`, `too-many-checks`.
   */
  async check(accountId: AccountId, actor: Actor): Promise<ForwardingCheck> {
    const check = await this.db.within(accountId, (tx) => this.write(tx, actor));
    await this.call.place(accountId, check);
    return this.db.within(accountId, async (tx) => (await newestCheck(tx)) ?? check);
  }

  private async write(tx: AccountTx, actor: Actor): Promise<ForwardingCheck> {
    await tx.query(`select 1 from accounts where account_id = $1 for update`, [tx.accountId]);
    const line = await liveLine(tx);
    if (!line) throw refusal('line-missing', 'Set up a number first; then its forwarding can be checked.');
    const businessNumber = await this.businessNumber(tx);
    await refuseTooMany(tx);
    const callerNumber = this.call.callerFor(line.number);
    return this.book.open(tx, { lineId: line.id, businessNumber, callerNumber }, actor);
  }

  private async businessNumber(tx: AccountTx): Promise<E164> {
    const { businessNumber } = await this.config.read(tx);
    if (!businessNumber) throw refusal('business-number-missing', 'Enter the number your customers call first.');
    const number = parseE164(businessNumber);
    if (!mayDial(number))
      throw new DomainError('invalid', 'number-not-possible', 'Use a local number of the US or Canada.');
    return number;
  }
}

async function refuseTooMany(tx: AccountTx): Promise<void> {
  const last = await newestCheck(tx);
  if (last?.state === 'calling') throw refusal('check-running', 'A check is under way. It takes up to a minute.');
  if ((await checksToday(tx)) >= MOST_CHECKS_A_DAY)
    throw new DomainError('limited', 'too-many-checks', 'Forwarding was checked many times today. Try again tomorrow.');
}

async function liveLine(tx: AccountTx): Promise<Line | null> {
  const lines = await tx.find(Line, {}, { id: 'ASC' });
  return lines.find((line) => line.state === 'live') ?? null;
}

const refusal = (code: string, words: string): DomainError => new DomainError('conflict', code, words);
